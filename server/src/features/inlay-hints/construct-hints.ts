/** What a construct of a higher level makes of what is written: the blocks of a group of subnets, NAT gateways. */
import type { Language } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import { guardOf } from "../../network/build-context.ts";
import type { Subnet } from "../../network/model.ts";
import type { Resource } from "../../template/template.ts";
import type { Guard } from "../../template/value.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { natCharges } from "../describe/nat-charges.ts";
import { subnetUnder, waysOf } from "../describe/ways.ts";
import { bullets } from "../markdown.ts";
import type { InlayHint } from "./inlay-hint.ts";
import { say } from "./wording.ts";

/** Resources that come from the same words of the program. */
interface Asked {
  /** The id of the construct. */
  readonly by: string;
  readonly at: Span;
  readonly resources: Resource[];
}

/** More blocks than these are counted; the tooltip has all of them. */
const mostBlocks = 3;

/** @param isNear whether hints that stand there are wanted */
export function constructHints(
  snapshot: Snapshot,
  isNear: (span: Span) => boolean,
  language: Language,
): readonly InlayHint[] {
  if (snapshot.template.source !== "cdk") return [];
  const groups = new Map<string, Asked>();
  const gateways = new Map<string, Resource[]>();
  for (const resource of snapshot.template.resources.values()) {
    const { impliedBy: by, askedAt: at, type } = resource;
    if (by === undefined || !isNear(resource.span)) continue;
    if (type === "AWS::EC2::Subnet" && at) {
      const key = `${by} ${at.start}`;
      const group = groups.get(key);
      if (group) group.resources.push(resource);
      else groups.set(key, { by, at, resources: [resource] });
    } else if (type === "AWS::EC2::NatGateway") {
      gateways.set(by, [...(gateways.get(by) ?? []), resource]);
    }
  }
  return [
    ...[...groups.values()].flatMap((group) => groupHints(group, snapshot, language)),
    ...[...gateways].flatMap(([by, resources]) => gatewayHints(by, resources, snapshot, language)),
  ];
}

/** The blocks of a group; where they depend on the number of zones, those of fewer zones first. */
function groupHints({ at, resources }: Asked, snapshot: Snapshot, language: Language): readonly InlayHint[] {
  const ids = new Set(resources.map(({ id }) => id));
  const subnets = snapshot.network.subnets.filter(({ id }) => ids.has(id));
  const ways = waysOf(subnets, snapshot).map((way) => ({ way, blocks: blocksUnder(subnets, way, snapshot) }));
  if (ways.some(({ blocks }) => blocks.length === 0 || blocks.includes(undefined))) return [];
  const texts = [...new Set(ways.map(({ blocks }) => blocks.join(", ")))];
  const [few = "", many] = texts.sort((a, b) => a.length - b.length);
  // With one zone more, the others stay as they are.
  const grown = many?.startsWith(`${few}, `) ? `${few} (+ ${many.slice(few.length + 2)})` : undefined;
  const tooltip = ways.map(({ way, blocks }) => {
    const when = snapshot.evaluator.conditions.describe(way)[language];
    const list = blocks.map((block) => `\`${block}\``).join(", ");
    return when === "" ? list : say("inCase", language, { value: list, case: when });
  });
  return [
    {
      kind: "computedBlocks",
      behind: at,
      label: (texts.length === 2 && grown) || texts.map(shortened).join(" | "),
      tooltip: bullets(tooltip),
    },
  ];
}

/** Undefined stands for a block that isn't known. */
function blocksUnder(subnets: readonly Subnet[], way: Guard, snapshot: Snapshot): readonly (string | undefined)[] {
  return subnets.flatMap((subnet) => {
    if (!snapshot.evaluator.conditions.both(subnet.guard, way)) return [];
    const { known, unknown } = subnetUnder(subnet, way, snapshot).cidr;
    return [unknown.length > 0 || known.length !== 1 ? undefined : known[0]?.value.text];
  });
}

function shortened(blocks: string): string {
  const all = blocks.split(", ");
  return all.length <= mostBlocks ? blocks : `${all[0]} … ${all.at(-1)} (${all.length})`;
}

/** How many there are, for how many zones: at the number, or at the construct where none is written. */
function gatewayHints(
  construct: string,
  gateways: readonly Resource[],
  snapshot: Snapshot,
  language: Language,
): readonly InlayHint[] {
  const { network, template } = snapshot;
  const main = template.resources.get(construct);
  // One for all zones of a Region is charged by rules of its own.
  if (!main || gateways.some(({ id }) => !id.endsWith("/NATGateway"))) return [];
  const subnets = network.subnets.filter(({ resource }) => resource.impliedBy === construct);
  const counts = waysOf(subnets, snapshot).flatMap((way) => {
    const zones = new Set(
      subnets.flatMap(({ guard, zone }) => (isIn(guard, way, snapshot) ? [zone.known[0]?.value.label] : [])),
    );
    const n = gateways.filter((gateway) => isIn(guardOf(snapshot.evaluator, gateway), way, snapshot)).length;
    return n > 0 ? [{ n, zones: zones.size }] : [];
  });
  if (counts.length === 0) return [];
  const charges = span(counts.map(({ n }) => n));
  const data = {
    zones: span(counts.map(({ zones }) => zones)),
    charges: charges === "1" ? say("charge", language) : say("charges", language, { n: charges }),
  };
  const text = say(counts.every(({ n, zones }) => n === zones) ? "natEach" : "natShared", language, data);
  const written = gateways[0]?.askedAt;
  return [
    {
      kind: "values",
      behind: written ?? behindId(main),
      label: written ? text : say("natDefault", language, { text }),
      tooltip: natCharges[language],
    },
  ];
}

/** The id's closing quote included. */
function behindId({ idSpan }: Resource): Span {
  const { block, start, end } = idSpan;
  return { block, start, end: /["'`]/.test(block.text[end] ?? "") ? end + 1 : end };
}

function isIn(guard: Guard | undefined, way: Guard, { evaluator }: Snapshot): boolean {
  return guard !== undefined && evaluator.conditions.both(guard, way) !== undefined;
}

/** `2`, `2–3` */
function span(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? String(least) : `${least}–${most}`;
}
