import type { Fact, Link, Network, RouteTableAssociation, Subnet } from "../../network/model.ts";
import { canHold, linkKey, pairsOf } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { defineRule, type Fix } from "../rule.ts";
import { writtenName } from "./written-name.ts";

interface Use {
  readonly association: RouteTableAssociation;
  readonly subnet: Fact<Link<Subnet>>;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const subnetTwoRouteTables = defineRule({
  id: "subnet-two-route-tables",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    twice: {
      en: "{id} gives {subnet} the route table {table}, but {other} already gives it {otherTable}. A subnet has one route table at a time, so the stack fails or only one of the two takes effect. Remove one association.",
      ja: "{id} は {subnet} に {table} を関連付けているが、{other} がすでに {otherTable} を関連付けている。サブネットのルートテーブルは同時に 1 つだけで、作成に失敗するか、片方しか効かない。どちらかの関連付けを削除すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const uses of bySubnet(network.associations)) {
      const told = new Set<Use>();
      for (const [first, second] of pairsOf(uses)) {
        if (first.association === second.association || told.has(second)) continue;
        if (!canHold(evaluator.conditions, first.subnet.guard, second.subnet.guard)) continue;
        told.add(second);
        report({
          at: second.subnet.span,
          message: "twice",
          data: {
            id: second.association.id,
            other: first.association.id,
            subnet: writtenName(second.subnet, { en: "the subnet", ja: "同じサブネット" }),
            table: writtenName(second.association.table.known[0], {
              en: "a second route table",
              ja: "2 つ目のルートテーブル",
            }),
            otherTable: writtenName(first.association.table.known[0], { en: "another one", ja: "別のもの" }),
          },
          related: [{ at: first.subnet.span, message: { en: "The first association", ja: "1 つ目の関連付け" } }],
          because: [first.subnet, second.subnet],
          // Where there are more than two, the first one is in conflict with the others, too.
          fixes: () => [
            ...keeping(network, first, second),
            ...(uses.length === 2 ? keeping(network, second, first) : []),
          ],
        });
      }
    }
  },
});

function keeping(network: Network, kept: Use, { association }: Use): readonly Fix[] {
  const [only, another] = kept.association.table.known;
  const table = only?.value.kind === "entity" && !another ? only.value.entity.id : undefined;
  const { id, resource } = association;
  return removalOf(
    network,
    resource,
    table === undefined
      ? {}
      : { title: { en: `Remove ${id} and keep ${table}`, ja: `${id} を削除し、${table} を残す` } },
  );
}

function bySubnet(associations: readonly RouteTableAssociation[]): readonly (readonly Use[])[] {
  const groups = new Map<string, Use[]>();
  for (const association of associations) {
    for (const subnet of association.subnet.known) {
      const key = linkKey(subnet.value);
      if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), { association, subnet }]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
