import type { SecurityGroupRule } from "../../network/model.ts";
import { hasPorts } from "../../network/security-rules.ts";
import { defineRule, type Fix } from "../rule.ts";
import { protocolName } from "./ports.ts";
import { isLiteral, ruleFix, ruleId } from "./rule-parts.ts";

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-egress.html
 * EC2's answer, "TCP/UDP port (-1) out of range", is in no page of AWS's: https://github.com/boto/boto3/issues/336
 */
export const sgBothPortsMinusOne = defineRule({
  id: "sg-both-ports-minus-one",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    one: {
      en: "{id} has a {protocol} rule from port {from} to {to}. -1 is no port of {protocol}, so EC2 will refuse the range. For all ports write 0 to 65535.",
      ja: "{id} の {protocol} ルールの範囲は {from} から {to}。-1 は {protocol} のポートではなく、EC2 はこの範囲を拒否する。全ポートなら 0 から 65535 と書くこと。",
    },
    both: {
      en: "{id} has -1 for both ports of a {protocol} rule. -1 means all types and codes of ICMP; all ports of {protocol} are 0 to 65535.",
      ja: "{id} の {protocol} ルールではポートが両方とも -1。-1 は ICMP の全タイプと全コードを表す書き方で、{protocol} の全ポートは 0 から 65535。",
    },
    codes: {
      en: "{id} has all ICMP types (FromPort -1), but code {to}. Who names all types must name all codes: set ToPort to -1.",
      ja: "{id} は ICMP の全タイプ (FromPort -1) に対してコード {to} を指定している。全タイプなら全コードにする必要があり、ToPort も -1 にすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const rule of network.securityGroupRules) {
      for (const protocol of rule.protocol.known) {
        const isIcmp = protocol.value === "icmp" || protocol.value === "icmpv6";
        if (!hasPorts(protocol.value) && !isIcmp) continue;
        for (const from of rule.fromPort.known) {
          for (const to of rule.toPort.known) {
            const isFault = isIcmp ? from.value === -1 && to.value !== -1 : from.value === -1 || to.value === -1;
            if (!isFault || !evaluator.conditions.both(from.guard, to.guard)) continue;
            const isBoth = from.value === to.value;
            report({
              at: !isIcmp && from.value === -1 ? from.span : to.span,
              message: isIcmp ? "codes" : isBoth ? "both" : "one",
              data: {
                id: ruleId(rule),
                protocol: protocolName(protocol.value),
                from: from.value,
                to: to.value,
              },
              severity: isBoth ? "warning" : "error",
              because: [{ guard: rule.guard }, protocol, from, to],
              fixes: () => (isIcmp ? allCodes(rule) : allPorts(rule)),
            });
          }
        }
      }
    }
  },
});

function allPorts(rule: SecurityGroupRule): readonly Fix[] {
  if (!isLiteral(rule, "FromPort") || !isLiteral(rule, "ToPort")) return [];
  return ruleFix(
    rule,
    { FromPort: 0, ToPort: 65535 },
    { en: "Open all ports (0 to 65535)", ja: "全ポートにする (0〜65535)" },
  );
}

function allCodes(rule: SecurityGroupRule): readonly Fix[] {
  if (!isLiteral(rule, "ToPort")) return [];
  return ruleFix(rule, { ToPort: -1 }, { en: "Set ToPort to -1", ja: "ToPort を -1 にする" }, { preferred: true });
}
