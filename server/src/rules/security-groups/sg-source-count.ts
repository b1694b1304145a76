import { factsOfAny, mapFacts } from "../../network/facts.ts";
import { mayBeEmpty } from "../../network/links.ts";
import type { Entity, Fact, Facts, Link, SecurityGroupRule } from "../../network/model.ts";
import { pairsOf } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { ruleFix, ruleId, writtenRule } from "./rule-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html */
export const sgSourceCount = defineRule({
  id: "sg-source-count",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    noSource: {
      en: "{id} has an inbound rule without a source, which lets nobody in. Name one: CidrIp, CidrIpv6, SourcePrefixListId or SourceSecurityGroupId.",
      ja: "{id} のインバウンドルールに送信元がなく、誰も通れない。CidrIp、CidrIpv6、SourcePrefixListId、SourceSecurityGroupId のいずれか 1 つを書くこと。",
    },
    noDestination: {
      en: "{id} has an outbound rule without a destination, which lets nothing out. Name one: CidrIp, CidrIpv6, DestinationPrefixListId or DestinationSecurityGroupId.",
      ja: "{id} のアウトバウンドルールに送信先がなく、何も通れない。CidrIp、CidrIpv6、DestinationPrefixListId、DestinationSecurityGroupId のいずれか 1 つを書くこと。",
    },
    several: {
      en: "{id} has a rule with both {first} and {second}. A rule takes exactly one of them; write a second rule for the other.",
      ja: "{id} の 1 つのルールに {first} と {second} の両方がある。書けるのはどちらか一方。もう一方は別のルールに分けること。",
    },
  },
  check({ network, evaluator }, report) {
    const { conditions } = evaluator;
    for (const rule of network.securityGroupRules) {
      const id = ruleId(rule);
      const peers = peersOf(rule);
      const owner = { resource: rule.resource, guard: rule.guard };
      const all = factsOfAny(
        evaluator,
        owner,
        peers.map(({ facts }) => facts),
      );
      for (const guard of all.absent) {
        report({
          at: rule.span,
          message: rule.direction === "ingress" ? "noSource" : "noDestination",
          data: { id },
          because: [{ guard: rule.guard }, { guard }],
        });
      }
      for (const [first, second] of pairsOf(peers)) {
        for (const one of first.facts.known) {
          for (const other of second.facts.known) {
            if (!conditions.both(one.guard, other.guard)) continue;
            report({
              at: other.span,
              message: "several",
              data: { id, first: first.property, second: second.property },
              related: [{ at: one.span, message: { en: "The other one", ja: "もう一方" } }],
              because: [{ guard: rule.guard }, one, other],
              fixes: () => [
                ...keep(rule, first.property, second.property),
                ...keep(rule, second.property, first.property),
              ],
            });
          }
        }
      }
    }
  },
});

interface PeerProperty {
  readonly property: string;
  readonly facts: Facts<true>;
}

function peersOf(rule: SecurityGroupRule): readonly PeerProperty[] {
  const side = rule.direction === "ingress" ? "Source" : "Destination";
  const links: readonly (readonly [string, Facts<Link<Entity>>])[] = [
    [`${side}PrefixListId`, rule.prefixList],
    [`${side}SecurityGroupId`, rule.peerGroup],
    ["SourceSecurityGroupName", rule.peerGroupName],
  ];
  return [
    { property: "CidrIp", facts: mapFacts(rule.cidr, there) },
    { property: "CidrIpv6", facts: mapFacts(rule.cidrIpv6, there) },
    ...links.map(([property, facts]) => ({ property, facts: mapFacts(certain(facts), there) })),
  ];
}

/** A parameter may be given an empty text, which stands for "none". */
function certain(facts: Facts<Link<Entity>>): Facts<Link<Entity>> {
  const isVague = ({ value }: Fact<Link<Entity>>): boolean => mayBeEmpty(value);
  return {
    known: facts.known.filter((fact) => !isVague(fact)),
    unknown: [...facts.unknown, ...facts.known.filter(isVague).map(({ guard }) => guard)],
    absent: facts.absent,
  };
}

const there = (): true => true;

function keep(rule: SecurityGroupRule, kept: string, dropped: string): readonly Fix[] {
  const written = writtenRule(rule);
  const property = written?.properties.properties.find(({ key }) => key === dropped);
  // What a condition chooses may be there for the other case.
  if (property?.value.kind === "call" && property.value.name === "If") return [];
  return ruleFix(
    rule,
    { [dropped]: undefined },
    { en: `Keep ${kept} and remove ${dropped}`, ja: `${kept} を残し、${dropped} を削除する` },
  );
}
