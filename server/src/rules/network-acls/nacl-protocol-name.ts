import { textOf } from "../../template/values.ts";
import { waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { protocols } from "./filters.ts";

/** https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml */
const numbers: ReadonlyMap<string, number> = new Map([
  ...Object.entries(protocols),
  ["any", protocols.all],
  ["icmp6", protocols.icmpv6],
  ["icmpv4", protocols.icmp],
  ["gre", 47],
  ["esp", 50],
  ["ah", 51],
  ["ospf", 89],
  ["vrrp", 112],
  ["sctp", 132],
]);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
export const naclProtocolName = defineRule({
  id: "nacl-protocol-name",
  group: "network-acls",
  severity: "error",
  topic: "ephemeral-ports",
  messages: {
    name: {
      en: "{id} names its protocol {protocol}, but network ACLs take protocol numbers only, unlike security groups. CloudFormation will fail. Write 6 for TCP, 17 for UDP, 1 for ICMP, 58 for ICMPv6, -1 for everything.",
      ja: "{id} の Protocol は {protocol} だが、ネットワーク ACL はセキュリティグループと違い、プロトコル番号しか受け付けず、作成は失敗する。TCP は 6、UDP は 17、ICMP は 1、ICMPv6 は 58、全部は -1 と書くこと。",
    },
  },
  check({ network, evaluator, template }, report) {
    for (const { id, resource } of network.networkAclEntries) {
      for (const protocol of waysOfProperty(evaluator, resource, "Protocol")) {
        const text = textOf(protocol.value)?.trim();
        if (text === undefined || /^-?\d+(?:\.0+)?$/.test(text)) continue;
        report({
          at: protocol.span,
          message: "name",
          data: { id, protocol: text },
          because: [protocol],
          fixes: () => {
            const number = numbers.get(text.toLowerCase());
            if (number === undefined) return [];
            return rewriteValue(template, { ...protocol, text: textOf(protocol.value) ?? "" }, number, {
              en: `Write ${number} for ${text}`,
              ja: `${text} を ${number} と書く`,
            });
          },
        });
      }
    }
  },
});
