import { defineRule } from "../rule.ts";
import { isProtocol } from "./ports.ts";
import { isLiteral, ruleFix, ruleId } from "./rule-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html */
export const sgUnknownProtocol = defineRule({
  id: "sg-unknown-protocol",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    unknown: {
      en: "{id} has IpProtocol {protocol}, which EC2 doesn't know, so it will refuse the rule. Write tcp, udp, icmp, icmpv6, a protocol's number from 0 to 255, or -1 for all.",
      ja: "{id} の IpProtocol {protocol} は EC2 が知らない値で、ルールは拒否される。tcp、udp、icmp、icmpv6、プロトコル番号 (0〜255)、または全プロトコルの -1 を書くこと。",
    },
  },
  check({ network }, report) {
    for (const rule of network.securityGroupRules) {
      for (const protocol of rule.protocol.known) {
        if (isProtocol(protocol.value)) continue;
        report({
          at: protocol.span,
          message: "unknown",
          data: { id: ruleId(rule), protocol: protocol.value },
          because: [{ guard: rule.guard }, protocol],
          fixes: () => {
            if (!isLiteral(rule, "IpProtocol")) return [];
            const meant = ["icmp6", "ipv6-icmp"].includes(protocol.value) ? "icmpv6" : "tcp";
            return ruleFix(
              rule,
              { IpProtocol: meant },
              { en: `Set IpProtocol to ${meant}`, ja: `IpProtocol を ${meant} にする` },
            );
          },
        });
      }
    }
  },
});
