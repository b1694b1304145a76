import { defineRule } from "../rule.ts";
import { filtersOf, grouped } from "./filters.ts";
import { directionText } from "./words.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const rulesPerDirection = 20;

export const naclQuota = defineRule({
  id: "nacl-quota",
  group: "network-acls",
  severity: "info",
  topic: "ephemeral-ports",
  messages: {
    over: {
      en: "{acl} has {count} {direction} rules for IPv{family}, and the quota is 20 unless it was raised, with the built-in denial among them. The rest can't be made then. Put blocks and ports together, or ask for a higher quota (up to 40).",
      ja: "{acl} の IPv{family} の{direction}ルールは {count} 個で、既定のクォータ 20 (組み込みの拒否ルールを含む) を超える。引き上げていなければ、超えた分は作成できない。CIDR ブロックやポートをまとめるか、引き上げ (最大 40) を申請すること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    // Entries that conditions take away may not be there together.
    const sure = filtersOf(network).filter(
      ({ acl, egress, guard }) => acl?.startsWith("entity ") && egress !== undefined && conditions.exhaustive([guard]),
    );
    for (const group of grouped(sure, ({ acl, egress, family }) => `${family} ${egress} ${acl}`)) {
      const [first] = group;
      const acl = network.networkAcls.find(({ id }) => first?.acl === `entity ${id}`);
      const count = new Set(group.map(({ entry }) => entry)).size;
      if (!acl || !first || count <= rulesPerDirection) continue;
      report({
        at: acl.resource.idSpan,
        message: "over",
        data: { acl: acl.id, count, direction: directionText(first.egress === true), family: first.family },
        because: [acl],
      });
    }
  },
});
