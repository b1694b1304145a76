import { hasPorts } from "../../network/security-rules.ts";
import { allGuards } from "../basis.ts";
import { isWithin } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { portNumbers } from "./ports.ts";
import { isLiteral, ruleFix, ruleId } from "./rule-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html */
export const sgPortRangeInverted = defineRule({
  id: "sg-port-range-inverted",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    inverted: {
      en: "{id} has a port range that ends before it starts: {from} to {to}. No port lies in it. Swap FromPort and ToPort.",
      ja: "{id} のポート範囲は開始が {from}、終了が {to} で、前後が逆。範囲に入るポートは 1 つもない。FromPort と ToPort を入れ替えること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const rule of network.securityGroupRules) {
      for (const protocol of rule.protocol.known.filter(({ value }) => hasPorts(value))) {
        for (const from of rule.fromPort.known) {
          for (const to of rule.toPort.known) {
            const areValid = isWithin(portNumbers, from.value) && isWithin(portNumbers, to.value);
            if (!areValid || from.value <= to.value) continue;
            const because = [rule, protocol, from, to];
            const guards = because.map(({ guard }) => guard);
            if (!allGuards(evaluator.conditions, guards)) continue;
            report({
              at: from.span,
              message: "inverted",
              data: { id: ruleId(rule), from: from.value, to: to.value },
              related: [{ at: to.span, message: { en: "The end of the range", ja: "範囲の終わり" } }],
              because: [{ guard: rule.guard }, protocol, from, to],
              fixes: () =>
                isLiteral(rule, "FromPort") && isLiteral(rule, "ToPort")
                  ? ruleFix(
                      rule,
                      { FromPort: to.value, ToPort: from.value },
                      { en: `Open ports ${to.value} to ${from.value}`, ja: `ポート ${to.value}〜${from.value} にする` },
                      { preferred: true },
                    )
                  : [],
            });
          }
        }
      }
    }
  },
});
