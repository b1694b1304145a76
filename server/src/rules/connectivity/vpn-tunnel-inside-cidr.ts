import { formatCidr } from "../../base/cidr.ts";
import { insideAddresses, insideFault } from "../../network/tunnel-options.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { freeInsideBlock, insideProperties, tunnelBlocks } from "./tunnel-blocks.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpnconnection-vpntunneloptionsspecification.html */
export const vpnTunnelInsideCidr = defineRule({
  id: "vpn-tunnel-inside-cidr",
  group: "connectivity",
  severity: "error",
  topic: "site-to-site-vpn",
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
    for (const { name, family } of insideProperties) {
      for (const { connection, text, cidr, way } of tunnelBlocks(evaluator, name)) {
        const fault = insideFault(cidr, family);
        if (!fault) continue;
        const { within, prefix } = insideAddresses[family];
        const free = freeInsideBlock(evaluator, cidr, family);
        report({
          at: way.span,
          message: fault,
          data: {
            id: connection.id,
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
