import type { Network, SecurityGroupRule } from "../../network/model.ts";
import { hasPorts, hasTypes } from "../../network/security-rules.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isOpenAnyway } from "./coverage.ts";
import { isProtocol, protocolName } from "./ports.ts";
import { allReadings, isLiteral, portText, ruleFix, ruleId } from "./rule-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html */
export const sgPortsIgnored = defineRule({
  id: "sg-ports-ignored",
  group: "security-groups",
  severity: "warning",
  topic: "elastic-network-interface",
  messages: {
    ignored: {
      en: "{id} opens all ports, not only {ports}: with IpProtocol {protocol}, EC2 pays no attention to FromPort and ToPort. Set IpProtocol to tcp if only {ports} is meant.",
      ja: "{id} で開くのは {ports} だけではなく全ポート。IpProtocol が {protocol} だと、EC2 は FromPort と ToPort を無視する。{ports} だけのつもりなら IpProtocol を tcp にすること。",
    },
    needless: {
      en: "{id} has FromPort and ToPort beside IpProtocol {protocol}, which covers all ports anyway. They can go.",
      ja: "{id} では IpProtocol が {protocol} で全ポートが対象のため、FromPort と ToPort は不要。削除してよい。",
    },
  },
  check({ network, evaluator }, report) {
    for (const rule of network.securityGroupRules) {
      for (const protocol of rule.protocol.known) {
        if (!isProtocol(protocol.value) || hasPorts(protocol.value) || hasTypes(protocol.value)) continue;
        for (const from of rule.fromPort.known) {
          for (const to of rule.toPort.known) {
            if (!evaluator.conditions.both(from.guard, to.guard)) continue;
            const needless = meansAll(from.value, to.value);
            report({
              at: from.span,
              message: needless ? "needless" : "ignored",
              data: { id: ruleId(rule), protocol: protocol.value, ports: portText({ from: from.value, to: to.value }) },
              severity: needless ? "info" : "warning",
              tags: needless ? ["unnecessary"] : [],
              related: [
                {
                  at: protocol.span,
                  message: {
                    en: `${sentence(protocolName(protocol.value).en)}: ports don't count`,
                    ja: `${protocolName(protocol.value).ja}: ポートは効かない`,
                  },
                },
              ],
              because: [{ guard: rule.guard }, protocol, from, to],
              fixes: () => [
                ...(needless ? [] : asTcp(network, rule, from.value, to.value)),
                ...withoutPorts(rule, needless),
              ],
            });
          }
        }
      }
    }
  },
});

/** Pairs by which templates say "all" where no ports are needed. */
function meansAll(from: number, to: number): boolean {
  return (from === -1 && to === -1) || (from === 0 && (to === 65535 || to === 0));
}

function asTcp(network: Network, rule: SecurityGroupRule, from: number, to: number): readonly Fix[] {
  if (!isLiteral(rule, "IpProtocol") || from < 0 || to < from || to > 65535) return [];
  const left = allReadings(network)
    .filter((reading) => reading.rule === rule)
    .map((reading) => ({ ...reading, protocol: "tcp", ports: { from, to } }));
  if (left.some((narrow) => isOpenAnyway(network, narrow))) return [];
  const ports = portText({ from, to });
  return ruleFix(rule, { IpProtocol: "tcp" }, { en: `Open TCP ${ports} only`, ja: `TCP ${ports} だけを開ける` });
}

function withoutPorts(rule: SecurityGroupRule, preferred: boolean): readonly Fix[] {
  return ruleFix(
    rule,
    { FromPort: undefined, ToPort: undefined },
    { en: "Remove FromPort and ToPort (all ports stay open)", ja: "FromPort と ToPort を削除する (全ポートのまま)" },
    { preferred },
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
