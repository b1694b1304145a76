/** The inside addresses of the tunnels of a template. */
import { blockAround, type Cidr, type Family, overlaps, parseCidr } from "../../base/cidr.ts";
import { nextFree } from "../../base/cidr-free.ts";
import { insideAddresses, insideFault, reservedInside } from "../../network/tunnel-options.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { textOf } from "../../template/values.ts";
import type { Given } from "../basis.ts";
import { waysAt } from "../ways-at.ts";

export const insideProperties = [
  { name: "TunnelInsideCidr", family: 4 },
  { name: "TunnelInsideIpv6Cidr", family: 6 },
] as const;

export interface TunnelBlock {
  readonly connection: Resource;
  readonly text: string;
  readonly cidr: Cidr;
  readonly way: Given;
}

/** The blocks of all tunnels of the template that are known. */
export function tunnelBlocks(
  evaluator: Evaluator,
  property: (typeof insideProperties)[number]["name"],
): readonly TunnelBlock[] {
  return resourcesOfType(evaluator.template, "AWS::EC2::VPNConnection").flatMap((connection) =>
    waysAt(evaluator, connection, ["VpnTunnelOptionsSpecifications", "*", property]).flatMap((way) => {
      const text = textOf(way.value);
      const parsed = text === undefined ? undefined : parseCidr(text.trim());
      return text !== undefined && parsed?.ok ? [{ connection, text, cidr: parsed.cidr, way }] : [];
    }),
  );
}

/** The block of the right size at the same start, else the first one that nothing in the template has. */
export function freeInsideBlock(evaluator: Evaluator, cidr: Cidr, family: Family): Cidr | undefined {
  const { within, prefix } = insideAddresses[family];
  const sound = insideProperties
    .flatMap(({ name }) => tunnelBlocks(evaluator, name))
    .filter((tunnel) => tunnel.cidr.family === family && insideFault(tunnel.cidr, family) === undefined);
  const taken = [...sound.map((tunnel) => tunnel.cidr), ...reservedInside];
  const same = cidr.family === family ? blockAround(cidr.base, family, prefix) : undefined;
  if (same && insideFault(same, family) === undefined && !taken.some((block) => overlaps(block, same))) return same;
  return nextFree([within], taken, prefix, 1)[0];
}
