import { hasPorts } from "../../network/security-rules.ts";
import { isWithin } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { portNumbers } from "./ports.ts";
import { ruleId } from "./rule-parts.ts";

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
 * EC2's answer to a port that does not exist, "TCP/UDP port (…) out of range", is in no page of AWS's:
 * https://github.com/boto/boto3/issues/336 (there with -1)
 */
export const sgPortOutOfRange = defineRule({
  id: "sg-port-out-of-range",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    outside: {
      en: "{id} has {property} {port}, but ports of TCP and UDP end at 65535. EC2 will refuse the rule. Give it a port from 0 to 65535.",
      ja: "{id} の {property} は {port} だが、TCP と UDP のポートは 65535 まで。EC2 はこのルールを拒否する。0〜65535 のポートを指定すること。",
    },
  },
  check({ network }, report) {
    for (const rule of network.securityGroupRules) {
      const numbers = [
        ...rule.fromPort.known.map((fact) => ({ property: "FromPort", fact })),
        ...rule.toPort.known.map((fact) => ({ property: "ToPort", fact })),
      ];
      for (const { property, fact } of numbers) {
        // -1 is a rule of its own: somebody meant all ports.
        if (fact.value === -1 || isWithin(portNumbers, fact.value)) continue;
        for (const protocol of rule.protocol.known.filter(({ value }) => hasPorts(value))) {
          report({
            at: fact.span,
            message: "outside",
            data: { id: ruleId(rule), property, port: fact.value },
            because: [{ guard: rule.guard }, protocol, fact],
          });
        }
      }
    }
  },
});
