import type { Fact, Link, Network, RouteTable, RouteTableAssociation, Subnet } from "../../network/model.ts";
import { allGuards, type Basis, linkKey, pairsOf } from "../basis.ts";
import { groupedBy } from "../grouping.ts";
import { removalOf } from "../removal.ts";
import { defineRule, type Fix } from "../rule.ts";

/** One table at a time: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export const subnetTwoRouteTables = defineRule({
  id: "subnet-two-route-tables",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    twice: {
      en: "{id} associates {subnet} with {table}, but {other} has associated it with {otherTable}, and a subnet has one route table at a time. CloudFormation will fail. Keep one association.",
      ja: "{id} は {subnet} を {table} に関連付けているが、{other} がすでに {otherTable} に関連付けている。サブネットに関連付けられるルートテーブルは 1 つだけで、作成は失敗する。関連付けを 1 つにすること。",
    },
  },
  check({ network }, report) {
    for (const placements of placementsBySubnet(network).values()) {
      const told = new Set<RouteTableAssociation>();
      for (const [first, second] of pairsOf(placements)) {
        if (first.association === second.association || told.has(second.association)) continue;
        const because: readonly Basis[] = [first.association, first.subnet, second.association, second.subnet];
        if (
          !allGuards(
            network.evaluator.conditions,
            because.map(({ guard }) => guard),
          )
        )
          continue;
        told.add(second.association);
        report({
          at: second.subnet.span,
          message: "twice",
          data: {
            id: second.association.id,
            subnet: subnetName(second.subnet.value),
            table: tableName(second.association),
            other: first.association.id,
            otherTable: tableName(first.association),
          },
          related: [
            {
              at: first.subnet.span,
              message: { en: `${first.association.id} is the other one`, ja: `もう一方は ${first.association.id}` },
            },
          ],
          because,
          fixes: () => keepOne(network, first.association, second.association),
        });
      }
    }
  },
});

interface Placement {
  readonly association: RouteTableAssociation;
  readonly subnet: Fact<Link<Subnet>>;
}

function placementsBySubnet({ associations }: Network): ReadonlyMap<string, readonly Placement[]> {
  const placements = associations.flatMap((association) =>
    association.subnet.known.map((subnet): Placement => ({ association, subnet })),
  );
  return groupedBy(placements, ({ subnet }) => linkKey(subnet.value));
}

function subnetName(link: Link<Subnet>): string | { readonly en: string; readonly ja: string } {
  return link.kind === "entity" ? link.entity.id : { en: "a subnet", ja: "同じサブネット" };
}

function tableName({ table }: RouteTableAssociation): string | { readonly en: string; readonly ja: string } {
  const [only, another] = table.known;
  const isOne = only && !another && table.unknown.length === 0;
  return isOne && only.value.kind === "entity"
    ? only.value.entity.id
    : { en: "a route table", ja: "あるルートテーブル" };
}

/** Which table is meant, only the author knows, unless it is the same one twice. */
function keepOne(network: Network, first: RouteTableAssociation, second: RouteTableAssociation): readonly Fix[] {
  const tables = [first, second].map(({ table }) => tableOf(table.known));
  const same = tables[0] !== undefined && tables[0] === tables[1];
  return [
    ...removalOf(network, second.resource, { title: removal(second, tables[0]), preferred: same }),
    ...removalOf(network, first.resource, { title: removal(first, tables[1]) }),
  ];
}

function tableOf(known: RouteTableAssociation["table"]["known"]): RouteTable | undefined {
  const [only, another] = known;
  return only?.value.kind === "entity" && !another ? only.value.entity : undefined;
}

function removal({ id }: RouteTableAssociation, kept: RouteTable | undefined) {
  return kept
    ? { en: `Remove ${id} (keep ${kept.id})`, ja: `${id} を削除する (${kept.id} を残す)` }
    : { en: `Remove ${id}`, ja: `${id} を削除する` };
}
