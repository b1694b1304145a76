import type { Network, SecurityGroup, SecurityGroupRule } from "../../network/model.ts";
import { readingsOfGroup } from "../../network/security-rules.ts";
import type { Provenance } from "../../template/value.ts";
import { listWeight } from "../list-weight.ts";
import { defineRule } from "../rule.ts";

/** By default, for each direction and family. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const mostRules = 60;

export const sgRuleQuota = defineRule({
  id: "sg-rule-quota",
  group: "security-groups",
  severity: "info",
  topic: "elastic-network-interface",
  messages: {
    many: {
      en: "{id} counts {count} {direction} rules for {family}, more than the {most} that an account allows by default; a prefix list counts with its MaxEntries. Put the addresses into a prefix list with room for just them, or have the quota raised first.",
      ja: "{id} の {family} の{direction}ルールは {count} 個と数えられ、アカウントの既定のクォータ {most} を超える。プレフィックスリストは MaxEntries の分だけ数えられる。アドレスを必要な大きさのプレフィックスリストにまとめるか、先にクォータを引き上げること。",
    },
  },
  check({ network }, report) {
    for (const group of network.securityGroups) {
      for (const direction of ["ingress", "egress"] as const) {
        for (const family of [4, 6] as const) {
          const counted = certainRules(network, group, direction, family);
          const count = counted.reduce((sum, { weight }) => sum + weight, 0);
          if (count <= mostRules) continue;
          report({
            at: group.resource.idSpan,
            message: "many",
            data: {
              id: group.id,
              count,
              most: mostRules,
              family: `IPv${family}`,
              direction:
                direction === "ingress"
                  ? { en: "inbound", ja: "インバウンド" }
                  : { en: "outbound", ja: "アウトバウンド" },
            },
            related: counted
              .filter(({ weight }) => weight > 1)
              .map(({ rule, weight }) => ({
                at: rule.span,
                message: { en: `Counts as ${weight} rules`, ja: `${weight} ルール分` },
              })),
            because: [group, ...counted.map(({ from }) => ({ from }))],
          });
        }
      }
    }
  },
});

interface CountedRule {
  readonly rule: SecurityGroupRule;
  readonly weight: number;
  readonly from: readonly Provenance[];
}

/** Rules with addresses or lists that are there whenever the group is; those with groups count elsewhere as well. */
function certainRules(
  network: Network,
  group: SecurityGroup,
  direction: SecurityGroupRule["direction"],
  family: 4 | 6,
): readonly CountedRule[] {
  const { conditions } = network.evaluator;
  return readingsOfGroup(conditions, group, direction).flatMap(({ rule, peer, guard, from }): CountedRule[] => {
    if (guard.outcomes.size > group.guard.outcomes.size) return [];
    if (peer?.kind === "cidr") return peer.cidr.cidr?.family === family ? [{ rule, weight: 1, from }] : [];
    if (peer?.kind !== "prefix-list" || peer.list.kind !== "entity") return [];
    const list = listWeight(network.evaluator, peer.list.entity.id, family);
    return list ? [{ rule, weight: list.weight, from: [...from, ...list.from] }] : [];
  });
}
