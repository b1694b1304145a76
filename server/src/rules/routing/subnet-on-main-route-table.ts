import type { Network, RouteTable, Subnet, Vpc } from "../../network/model.ts";
import { looksIsolated, looksPrivate, looksPublic } from "../../network/names.ts";
import { exposes } from "../../network/references.ts";
import { effectiveRouteTables } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";
import { isTransitGatewayAttachment } from "./target-kinds.ts";

const mostNames = 3;

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export const subnetOnMainRouteTable = defineRule({
  id: "subnet-on-main-route-table",
  group: "routing",
  severity: "warning",
  topic: "route-table",
  messages: {
    main: {
      en: "{id} has no route table association, so the main route table of {vpc} applies, which has only the local route. None of the routes in {tables} reach it. Associate it with a route table.",
      ja: "{id} はルートテーブルに関連付けられておらず、local ルートしかない {vpc} のメインルートテーブルが使われる。{tables} のルートは効かない。ルートテーブルを関連付けること。",
    },
  },
  check({ network, evaluator }, report) {
    const { conditions } = evaluator;
    const handedOn = new Set(network.vpcs.filter((vpc) => isHandedOn(network, vpc)));
    for (const subnet of network.subnets) {
      if (looksIsolated(subnet) || isForAttachments(network, subnet)) continue;
      for (const { table, guard } of effectiveRouteTables(network, subnet)) {
        if (table !== "main") continue;
        for (const { entity: vpc, fact } of linkedEntities(subnet.vpc)) {
          if (handedOn.has(vpc)) continue;
          const tables = vpc.routeTables.filter((each) => isForSubnets(each) && canHold(conditions, guard, each.guard));
          const [first] = tables;
          if (!first) continue;
          report({
            at: subnet.resource.idSpan,
            message: "main",
            data: {
              id: subnet.id,
              vpc: vpc.id,
              tables: listed(tables.slice(0, mostNames).map(({ id }) => id)),
            },
            because: [{ guard }, fact, first],
            // An association under other conditions shows that the author has thought of it.
            fixes: () => (subnet.associations.length > 0 ? [] : associate(network, subnet, tables)),
          });
        }
      }
    }
  },
});

/** Nested stacks and custom resources that get the VPC may change its main route table. */
function isHandedOn({ usersOf }: Network, { id }: Vpc): boolean {
  return usersOf(id).some(({ type }) => exposes(type));
}

/** Subnets with nothing but a transit gateway's interfaces get along with the local route. */
function isForAttachments({ usersOf }: Network, { id }: Subnet): boolean {
  const users = usersOf(id);
  return users.length > 0 && users.every(({ type }) => isTransitGatewayAttachment(type));
}

/** A table of a gateway is none that a subnet might have been meant for. */
function isForSubnets({ gatewayAssociations }: RouteTable): boolean {
  return gatewayAssociations.length === 0;
}

/** Any of the tables; the obvious one is the one whose name says the same as the subnet's. */
function associate({ evaluator }: Network, subnet: Subnet, all: readonly RouteTable[]): readonly Fix[] {
  // An association has one condition: that of both, or of the one that has any.
  const condition = ({ resource }: Subnet | RouteTable): string | undefined => resource.condition?.name;
  const own = condition(subnet);
  const tables = all.filter((table) => own === undefined || [undefined, own].includes(condition(table)));
  const alike = tables.filter(
    (table) => looksPrivate(table) === looksPrivate(subnet) && looksPublic(table) === looksPublic(subnet),
  );
  return tables.map((table) => ({
    title: { en: `Associate ${subnet.id} with ${table.id}`, ja: `${subnet.id} に ${table.id} を関連付ける` },
    edits: [
      {
        kind: "add-resource",
        id: freshId(evaluator.template, `${subnet.id}RouteTableAssociation`),
        type: "AWS::EC2::SubnetRouteTableAssociation",
        properties: { SubnetId: refTo(subnet.id), RouteTableId: refTo(table.id) },
        condition: own ?? condition(table),
        after: subnet.id,
      },
    ],
    preferred: alike.length === 1 && alike[0] === table,
  }));
}
