import type { RuleReading } from "../../network/security-rules.ts";
import { allGuards } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { allReadings, peerText, portText, ruleFix, ruleId } from "./rule-parts.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
export const sgRuleDescriptionMissing = defineRule({
  id: "sg-rule-description-missing",
  group: "security-groups",
  severity: "hint",
  topic: "elastic-network-interface",
  messages: {
    missing: {
      en: "{id} has a rule without a Description. Who reads the group in the console, or cleans it up in two years, sees only ports and addresses. Say what it is for.",
      ja: "{id} のルールに Description がない。コンソールで見る人や数年後に整理する人には、ポートとアドレスしか見えない。何のためのルールかを書くこと。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const rule of network.securityGroupRules) {
      for (const absent of rule.description.absent) {
        const guard = allGuards(conditions, [rule.guard, absent]);
        if (!guard) continue;
        report({
          at: rule.protocol.known[0]?.span ?? rule.span,
          message: "missing",
          data: { id: ruleId(rule) },
          because: [{ guard }],
          fixes: () => {
            const [only, ...more] = allReadings(network).filter((reading) => reading.rule === rule);
            const text = only && more.length === 0 ? descriptionOf(only) : undefined;
            return text === undefined
              ? []
              : ruleFix(
                  rule,
                  { Description: text },
                  { en: `Describe the rule: ${text}`, ja: `ルールの説明を書く: ${text}` },
                );
          },
        });
      }
    }
  },
});

/** "TCP 443 from Front": a beginning that its author puts into better words. Undefined where parts are not known. */
function descriptionOf({ rule, protocol, ports, peer }: RuleReading): string | undefined {
  if (protocol === undefined || ports === undefined || peer === undefined) return undefined;
  const what =
    protocol === "-1"
      ? "All traffic"
      : [protocol.toUpperCase(), ports === "all" ? "" : portText(ports)].join(" ").trim();
  const text = `${what} ${rule.direction === "ingress" ? "from" : "to"} ${peerText(peer)}`;
  // What EC2 takes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html
  return /^[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/.test(text) ? text : undefined;
}
