import type { Fact, SecurityGroupRule } from "../../network/model.ts";
import { defineRule, type Fix } from "../rule.ts";
import { protocolName } from "./ports.ts";
import { isLiteral, ruleFix, ruleId } from "./rule-parts.ts";

const properties = { fromPort: "FromPort", toPort: "ToPort" } as const;
type End = keyof typeof properties;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html */
export const sgPortsMissing = defineRule({
  id: "sg-ports-missing",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    ports: {
      en: "{id} has a {protocol} rule without ports. EC2 will refuse it: for {protocol} it wants FromPort and ToPort. Name the ports that are needed.",
      ja: "{id} の {protocol} ルールにポートの指定がない。{protocol} では FromPort と ToPort が必須で、EC2 はこのルールを拒否する。必要なポートを書くこと。",
    },
    types: {
      en: "{id} has an ICMP rule without type and code. EC2 will refuse it. Give FromPort the type and ToPort the code, or both -1 for all.",
      ja: "{id} の ICMP ルールにタイプとコードの指定がなく、EC2 に拒否される。FromPort にタイプ、ToPort にコードを書くこと。すべて許可するなら両方 -1。",
    },
    one: {
      en: "{id} has a {protocol} rule with {given} {port}, but without {missing}. EC2 wants both. For that port alone, set {missing} to {port}, too.",
      ja: "{id} の {protocol} ルールには {given} ({port}) だけがあり、{missing} がない。EC2 は両方を求める。1 つのポートだけなら {missing} にも {port} を書くこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const rule of network.securityGroupRules) {
      const id = ruleId(rule);
      for (const protocol of rule.protocol.known) {
        if (!["tcp", "udp", "icmp"].includes(protocol.value)) continue;
        for (const from of rule.fromPort.absent) {
          for (const to of rule.toPort.absent) {
            report({
              at: protocol.span,
              message: protocol.value === "icmp" ? "types" : "ports",
              data: { id, protocol: protocolName(protocol.value) },
              because: [{ guard: rule.guard }, protocol, { guard: from }, { guard: to }],
              fixes: () => addPorts(rule, protocol),
            });
          }
        }
        if (protocol.value === "icmp") continue;
        for (const [missing, given] of [
          ["toPort", "fromPort"],
          ["fromPort", "toPort"],
        ] as const) {
          for (const absent of rule[missing].absent) {
            for (const port of rule[given].known) {
              if (!evaluator.conditions.both(absent, port.guard)) continue;
              report({
                at: port.span,
                message: "one",
                data: {
                  id,
                  protocol: protocolName(protocol.value),
                  given: properties[given],
                  missing: properties[missing],
                  port: port.value,
                },
                because: [{ guard: rule.guard }, protocol, { guard: absent }, port],
                fixes: () => completeRange(rule, given, missing, port),
              });
            }
          }
        }
      }
    }
  },
});

function addPorts(rule: SecurityGroupRule, { value: protocol }: Fact<string>): readonly Fix[] {
  switch (protocol) {
    case "tcp":
      return ruleFix(
        rule,
        { FromPort: 443, ToPort: 443 },
        { en: "Open TCP port 443 (HTTPS) only", ja: "TCP ポート 443 (HTTPS) だけを開ける" },
      );
    case "icmp":
      return ruleFix(
        rule,
        { FromPort: -1, ToPort: -1 },
        { en: "Allow all ICMP types and codes (-1)", ja: "すべての ICMP タイプとコードを許可する (-1)" },
      );
    default:
      return [];
  }
}

function completeRange(rule: SecurityGroupRule, given: End, missing: End, port: Fact<number>): readonly Fix[] {
  if (!isLiteral(rule, properties[given])) return [];
  return ruleFix(
    rule,
    { [properties[missing]]: port.value },
    { en: `Set ${properties[missing]} to ${port.value}`, ja: `${properties[missing]} を ${port.value} にする` },
    { preferred: true },
  );
}
