import type { Network, RouteTable, Subnet, Vpc } from "../../network/model.ts";
import { looksIsolated, looksPrivate, looksPublic } from "../../network/names.ts";
import { effectiveRouteTables } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { allGuards, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";

/** Implicit association: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export const subnetOnMainRouteTable = defineRule({
  id: "subnet-on-main-route-table",
  group: "routing",
  severity: "warning",
  topic: "route-table",
  messages: {
    main: {
      en: "{id} is associated with no route table, so it silently uses the main one of {vpc}, which has only local routes; those of {tables} don't count for it. Associate it with a table.",
      ja: "{id} はどのルートテーブルにも関連付けられていないため、{vpc} のメインルートテーブル (local ルートだけ) が使われ、{tables} のルートは効かない。ルートテーブルを関連付けること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const subnet of network.subnets) {
      if (subnet.resource.open || looksIsolated(subnet) || isForAttachmentsOnly(network, subnet)) continue;
      for (const { table, guard } of effectiveRouteTables(network, subnet)) {
        if (table !== "main") continue;
        for (const { entity: vpc, fact: inVpc } of linkedEntities(subnet.vpc)) {
          const tables = tablesForSubnets(vpc).filter((each) =>
            allGuards(evaluator.conditions, [guard, inVpc.guard, each.guard]),
          );
          const [first] = tables;
          if (!first) continue;
          report({
            at: subnet.resource.idSpan,
            message: "main",
            data: { id: subnet.id, vpc: vpc.id, tables: listed(tables.map(({ id }) => id)) },
            because: [subnet, { guard }, inVpc, first],
            // An association that is there under other conditions shows that the author has thought of it.
            fixes: () => (subnet.associations.length > 0 ? [] : associate(network, subnet, tables)),
          });
        }
      }
    }
  },
});

/** Custom tables that are not there for gateways alone. */
function tablesForSubnets({ routeTables }: Vpc): readonly RouteTable[] {
  return routeTables.filter(
    ({ associations, gatewayAssociations }) => associations.length > 0 || gatewayAssociations.length === 0,
  );
}

/** Subnets that hold nothing but a transit gateway's interfaces get along with local routes. */
function isForAttachmentsOnly({ usersOf }: Network, { id }: Subnet): boolean {
  const users = usersOf(id);
  return users.length > 0 && users.every(({ type }) => /^AWS::EC2::TransitGateway(Vpc)?Attachment$/.test(type));
}

function associate({ evaluator }: Network, subnet: Subnet, tables: readonly RouteTable[]): readonly Fix[] {
  const alike = tables.filter(
    (table) => looksPrivate(table) === looksPrivate(subnet) && looksPublic(table) === looksPublic(subnet),
  );
  const obvious = alike.length === 1 ? alike[0] : undefined;
  return tables.map((table) => ({
    title: { en: `Associate ${subnet.id} with ${table.id}`, ja: `${subnet.id} を ${table.id} に関連付ける` },
    edits: [
      {
        kind: "add-resource",
        id: freshId(evaluator.template, `${subnet.id}RouteTableAssociation`),
        type: "AWS::EC2::SubnetRouteTableAssociation",
        properties: { SubnetId: refTo(subnet.id), RouteTableId: refTo(table.id) },
        condition: subnet.resource.condition?.name,
        after: subnet.id,
      },
    ],
    preferred: table === obvious,
  }));
}
