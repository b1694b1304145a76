import type { Network, RouteTable } from "../../network/model.ts";
import { isComplete } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";

const mostChoices = 4;

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export const routeTableUnused = defineRule({
  id: "route-table-unused",
  group: "routing",
  severity: "hint",
  topic: "route-table",
  messages: {
    unused: {
      en: "{id} has routes, but no subnet or gateway is associated with it, so they lead nobody anywhere. Associate it with a subnet, or remove it.",
      ja: "{id} にはルートがあるが、どのサブネットにもゲートウェイにも関連付けられていないため使われない。サブネットに関連付けるか、削除すること。",
    },
  },
  check({ network }, report) {
    if (network.associations.some(({ table }) => table.unknown.length > 0)) return;
    for (const table of network.routeTables) {
      const isUsed = table.associations.length > 0 || table.gatewayAssociations.length > 0;
      if (isUsed || table.routes.length === 0 || !isComplete(network, table) || isHandedOn(network, table)) continue;
      report({
        at: table.resource.idSpan,
        message: "unused",
        data: { id: table.id },
        tags: ["unnecessary"],
        because: [table],
        fixes: () => associations(network, table),
      });
    }
  },
});

/** Anything but its own routes, such as an endpoint, may have plans with it. */
function isHandedOn({ usersOf }: Network, { id }: RouteTable): boolean {
  return usersOf(id).some(({ type }) => type !== "AWS::EC2::Route" && type !== "AWS::EC2::VPCEndpoint");
}

/** With each subnet of the VPC that has no route table of its own. */
function associations(network: Network, table: RouteTable): readonly Fix[] {
  const { template } = network.evaluator;
  const free = linkedEntities(table.vpc)
    .flatMap(({ entity }) => entity.subnets)
    .filter(({ associations, guard }) => associations.length === 0 && guard.outcomes.size === 0);
  return free.slice(0, mostChoices).map(({ id }) => ({
    title: { en: `Associate ${table.id} with ${id}`, ja: `${table.id} を ${id} に関連付ける` },
    edits: [
      {
        kind: "add-resource",
        id: freshId(template, `${id}RouteTableAssociation`),
        type: "AWS::EC2::SubnetRouteTableAssociation",
        properties: { SubnetId: refTo(id), RouteTableId: refTo(table.id) },
        condition: table.resource.condition?.name,
        after: table.id,
      },
    ],
  }));
}
