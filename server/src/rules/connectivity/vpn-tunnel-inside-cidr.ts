import { blockAround, type Cidr, type Family, formatCidr, overlaps, parseCidr } from "../../base/cidr.ts";
import { nextFree } from "../../base/cidr-free.ts";
import { insideAddresses, insideFault, reservedInside } from "../../network/tunnel-options.ts";
import type { Evaluator } from "../../template/value.ts";
import { textOf } from "../../template/values.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { waysAt } from "../ways-at.ts";

const properties = [
  { name: "TunnelInsideCidr", family: 4 },
  { name: "TunnelInsideIpv6Cidr", family: 6 },
] as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpnconnection-vpntunneloptionsspecification.html */
export const vpnTunnelInsideCidr = defineRule({
  id: "vpn-tunnel-inside-cidr",
  group: "connectivity",
  severity: "error",
  topic: "site-to-site-vpn",
  facts: ["ipsec.inside-cidr", "ipsec.inside-ipv6"],
  messages: {
    range: {
      en: "{id} gives a tunnel {cidr} as its {property}, which lies outside of {within}. CloudFormation will fail. Take a /{prefix} out of {within}, such as {free}, or leave the property out and AWS chooses.",
      ja: "{id} のトンネルの {property} {cidr} は {within} の範囲外で、作成は失敗する。{within} の中の /{prefix} ({free} など) にするか、省略して AWS に選ばせること。",
    },
    size: {
      en: "{id} gives a tunnel {cidr} as its {property}, but that takes a /{prefix}: just enough addresses for the two ends. CloudFormation will fail. Take a /{prefix} such as {free}, or leave the property out and AWS chooses.",
      ja: "{id} のトンネルの {property} は {cidr} だが、指定できるのは両端のアドレスがちょうど入る /{prefix} だけで、作成は失敗する。{free} のような /{prefix} にするか、省略して AWS に選ばせること。",
    },
    reserved: {
      en: "{id} gives a tunnel {cidr} as its {property}, one of the blocks that AWS keeps for itself. CloudFormation will fail. Take another /{prefix} out of {within}, such as {free}.",
      ja: "{id} のトンネルの {property} {cidr} は AWS の予約ブロックで、作成は失敗する。{within} の中の別の /{prefix} ({free} など) にすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const { name, family } of properties) {
      for (const { id, text, cidr, way } of tunnelBlocks(evaluator, name)) {
        const fault = insideFault(cidr, family);
        if (!fault) continue;
        const { within, prefix } = insideAddresses[family];
        const free = freeBlock(evaluator, cidr, family);
        report({
          at: way.span,
          message: fault,
          data: {
            id,
            property: name,
            cidr: formatCidr(cidr),
            within: formatCidr(within),
            prefix,
            free: formatCidr(free ?? within),
          },
          because: [way],
          fixes: () =>
            free
              ? rewriteValue(template, { text, span: way.span, from: way.from }, formatCidr(free), {
                  en: `Give the tunnel ${formatCidr(free)}`,
                  ja: `トンネルを ${formatCidr(free)} にする`,
                })
              : [],
        });
      }
    }
  },
});

/** The blocks of all tunnels of the template that are known. */
function tunnelBlocks(evaluator: Evaluator, property: (typeof properties)[number]["name"]) {
  return [...evaluator.template.resources.values()].flatMap((resource) =>
    resource.type !== "AWS::EC2::VPNConnection"
      ? []
      : waysAt(evaluator, resource, ["VpnTunnelOptionsSpecifications", "*", property]).flatMap((way) => {
          const text = textOf(way.value);
          const parsed = text === undefined ? undefined : parseCidr(text.trim());
          return text !== undefined && parsed?.ok ? [{ id: resource.id, text, cidr: parsed.cidr, way }] : [];
        }),
  );
}

/** The block of the right size at the same start, else the first one that nothing in the template has. */
function freeBlock(evaluator: Evaluator, cidr: Cidr, family: Family): Cidr | undefined {
  const { within, prefix } = insideAddresses[family];
  const sound = properties
    .flatMap(({ name }) => tunnelBlocks(evaluator, name))
    .filter((tunnel) => tunnel.cidr.family === family && insideFault(tunnel.cidr, family) === undefined);
  const taken = [...sound.map((tunnel) => tunnel.cidr), ...reservedInside];
  const same = cidr.family === family ? blockAround(cidr.base, family, prefix) : undefined;
  if (same && insideFault(same, family) === undefined && !taken.some((block) => overlaps(block, same))) return same;
  return nextFree([within], taken, prefix, 1)[0];
}
