import type { Network, RouteTable, Subnet, Vpc } from "../../network/model.ts";
import { looksPublic } from "../../network/names.ts";
import { defaultRoutes, subnetKinds } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { attachedInternetGateway } from "../gateways/internet-gateways.ts";
import { defineRule, type Fix } from "../rule.ts";
import { replaceTarget } from "./route-choices.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html */
export const publicSubnetWithoutIgwRoute = defineRule({
  id: "public-subnet-without-igw-route",
  group: "routing",
  severity: "warning",
  topic: "internet-gateway",
  messages: {
    none: {
      en: "{id} is called public, but its route table {table} has no default route, so nothing in it reaches the internet or is reached. Add a route for 0.0.0.0/0 to an internet gateway.",
      ja: "{id} は名前からするとパブリックサブネットだが、ルートテーブル {table} にデフォルトルートがなく、インターネットとは通信できない。0.0.0.0/0 のルートをインターネットゲートウェイに向けて追加すること。",
    },
    nat: {
      en: "{id} is called public, but {route} of its route table {table} leads to the NAT gateway {nat}, so nothing in it is reached from the internet. Lead it to an internet gateway.",
      ja: "{id} は名前からするとパブリックサブネットだが、ルートテーブル {table} の {route} は NAT ゲートウェイ {nat} に向いており、インターネットからは到達できない。インターネットゲートウェイに向けること。",
    },
  },
  check({ network }, report) {
    for (const subnet of network.subnets) {
      if (!looksPublic(subnet)) continue;
      for (const { kind, guard, because } of subnetKinds(network, subnet)) {
        const { table, route, target } = because;
        if (typeof table !== "object" || kind === "public" || kind === "unknown") continue;
        const related = [
          { at: table.resource.idSpan, message: { en: "Its route table", ja: "このサブネットのルートテーブル" } },
        ];
        if (kind === "isolated") {
          report({
            at: subnet.resource.idSpan,
            message: "none",
            data: { id: subnet.id, table: table.id },
            related,
            because: [subnet, { guard }],
            fixes: () => leadOut(network, table, subnet),
          });
          continue;
        }
        // Endpoints, interfaces and transit gateways in a public subnet's way are somebody's design.
        if (!route || target?.value.property !== "NatGatewayId") continue;
        const { link } = target.value;
        report({
          at: target.span,
          message: "nat",
          data: {
            id: subnet.id,
            table: table.id,
            route: route.id,
            nat: link.kind === "entity" ? link.entity.id : { en: "elsewhere", ja: "(テンプレートの外)" },
          },
          related: [{ at: subnet.resource.idSpan, message: { en: "The subnet", ja: "サブネット" } }, ...related],
          because: [subnet, { guard }, target],
          fixes: () => {
            const attached = gatewayOf(network, subnet);
            if (!attached || serves(table).some((other) => !looksPublic(other))) return [];
            const choice = {
              property: "GatewayId",
              entity: attached.gateway,
              value: refTo(attached.gateway.id),
              waitsFor: [attached.attachment.id],
            } as const;
            return [
              {
                title: {
                  en: `Lead ${route.id} to ${attached.gateway.id}`,
                  ja: `${route.id} を ${attached.gateway.id} に向ける`,
                },
                edits: replaceTarget(network, route, target.value, choice),
                preferred: true,
              },
            ];
          },
        });
      }
    }
  },
});

function serves(table: RouteTable): readonly Subnet[] {
  return table.associations.flatMap(({ subnet }) => linkedEntities(subnet).map(({ entity }) => entity));
}

function gatewayOf(network: Network, subnet: Subnet) {
  const [vpc]: readonly Vpc[] = linkedEntities(subnet.vpc).map(({ entity }) => entity);
  return vpc && attachedInternetGateway(network, vpc);
}

/** Not where other subnets, which are not called public, have the same table. */
function leadOut(network: Network, table: RouteTable, subnet: Subnet): readonly Fix[] {
  const attached = gatewayOf(network, subnet);
  const isShared = serves(table).some((other) => !looksPublic(other));
  if (!attached || isShared || defaultRoutes(table).length > 0) return [];
  const { gateway, attachment } = attached;
  return [
    {
      title: {
        en: `Lead 0.0.0.0/0 of ${table.id} to ${gateway.id}`,
        ja: `${table.id} の 0.0.0.0/0 を ${gateway.id} に向ける`,
      },
      edits: [
        {
          kind: "add-resource",
          id: freshId(network.evaluator.template, `${table.id}DefaultRoute`),
          type: "AWS::EC2::Route",
          properties: {
            RouteTableId: refTo(table.id),
            DestinationCidrBlock: "0.0.0.0/0",
            GatewayId: refTo(gateway.id),
          },
          dependsOn: [attachment.id],
          condition: table.resource.condition?.name,
          after: table.id,
        },
      ],
      preferred: true,
    },
  ];
}
