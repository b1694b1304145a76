import type { Fact, Link, NetworkAclAssociation, Subnet } from "../../network/model.ts";
import { canHold, linkKey } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { writtenName } from "../routing/written-name.ts";
import { defineRule } from "../rule.ts";
import { grouped } from "./filters.ts";

interface Use {
  readonly association: NetworkAclAssociation;
  readonly subnet: Fact<Link<Subnet>>;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
export const naclSubnetTwoAcls = defineRule({
  id: "nacl-subnet-two-acls",
  group: "network-acls",
  severity: "warning",
  topic: "ephemeral-ports",
  messages: {
    twice: {
      en: "{id} gives {subnet} a second network ACL, {acl}; {other} gives it {otherAcl}. A subnet has one ACL and the later association replaces the earlier, so the order of creation decides which of them filters. Keep one.",
      ja: "{id} は {subnet} に 2 つ目のネットワーク ACL {acl} を関連付けている ({other} は {otherAcl})。サブネットの ACL は 1 つで、後の関連付けが前のものを置き換えるため、どちらが効くかは作成順しだい。片方だけ残すこと。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    const uses = network.networkAclAssociations.flatMap((association) =>
      association.subnet.known.map((subnet): Use => ({ association, subnet })),
    );
    const placed = uses.filter(({ subnet }) => linkKey(subnet.value) !== undefined);
    for (const group of grouped(placed, ({ subnet }) => linkKey(subnet.value) ?? "")) {
      for (const [index, second] of group.entries()) {
        const first = group
          .slice(0, index)
          .find(
            (use) =>
              use.association !== second.association && canHold(conditions, use.subnet.guard, second.subnet.guard),
          );
        if (!first) continue;
        const { association, subnet } = second;
        report({
          at: subnet.span,
          message: "twice",
          data: {
            id: association.id,
            other: first.association.id,
            subnet: writtenName(subnet, { en: "the subnet", ja: "同じサブネット" }),
            acl: writtenName(association.acl.known[0], { en: "another one", ja: "(別のもの)" }),
            otherAcl: writtenName(first.association.acl.known[0], { en: "another one", ja: "別のもの" }),
          },
          related: [{ at: first.subnet.span, message: { en: "The first association", ja: "1 つ目の関連付け" } }],
          because: [first.subnet, subnet],
          fixes: () => [association, first.association].flatMap(({ resource }) => removalOf(network, resource)),
        });
      }
    }
  },
});
