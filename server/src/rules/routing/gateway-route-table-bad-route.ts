import { contains, formatCidr } from "../../base/cidr.ts";
import { mayHaveOtherBlocks, vpcBlocks } from "../../network/addressing.ts";
import type { Destination, Network, RouteTable, RouteTargetProperty, Vpc } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { destinationText, targetText } from "./route-parts.ts";

/** Where traffic that comes in through a gateway may be led. NAT gateways and instances stand for their interfaces. */
const inspecting: ReadonlySet<RouteTargetProperty> = new Set([
  "InstanceId",
  "NatGatewayId",
  "NetworkInterfaceId",
  "VpcEndpointId",
]);

/** https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html */
export const gatewayRouteTableBadRoute = defineRule({
  id: "gateway-route-table-bad-route",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    target: {
      en: "{id} leads to {target}, but its table {table} is associated with a gateway. There a route can only lead to a network interface or a Gateway Load Balancer endpoint, and EC2 refuses the association otherwise. Put the route into a subnet's table.",
      ja: "{id} は {target} に向かうが、そのルートテーブル {table} はゲートウェイに関連付けられている。ここで指定できるのは ENI と GWLB エンドポイントだけで、それ以外があると関連付けは失敗する。ルートはサブネットの表に書くこと。",
    },
    destination: {
      en: "{id} has the destination {destination}, but its table {table} is associated with a gateway. There a destination lies inside {vpc} ({blocks}), because the traffic is on its way in. Name a subnet's block.",
      ja: "{id} の送信先は {destination} だが、そのルートテーブル {table} はゲートウェイに関連付けられている。入ってくる通信の表なので、送信先は {vpc} ({blocks}) の内側に限られる。サブネットの CIDR を指定すること。",
    },
    list: {
      en: "{id} has a prefix list as its destination, but its table {table} is associated with a gateway, which takes CIDR blocks only. Write a route for each block.",
      ja: "{id} の送信先はプレフィックスリストだが、そのルートテーブル {table} はゲートウェイに関連付けられており、CIDR しか指定できない。CIDR ごとにルートを書くこと。",
    },
  },
  check({ network }, report) {
    for (const table of network.routeTables) {
      const [association] = table.gatewayAssociations;
      if (!association) continue;
      const related = [
        {
          at: association.resource.idSpan,
          message: { en: "The gateway's association", ja: "ゲートウェイとの関連付け" },
        },
      ];
      for (const route of table.routes) {
        for (const target of route.targets.known) {
          if (inspecting.has(target.value.property) || isLocal(target.value.link)) continue;
          report({
            at: target.span,
            message: "target",
            data: { id: route.id, table: table.id, target: targetText(target.value) },
            related,
            because: [route, table, association, target],
          });
        }
        for (const destination of route.destinations.known) {
          const wrong = complaint(network, table, destination.value);
          if (!wrong) continue;
          report({
            at: destination.span,
            message: wrong.message,
            data: { id: route.id, table: table.id, ...wrong.data },
            related,
            because: [route, table, association, destination],
          });
        }
      }
    }
  },
});

function isLocal(link: { readonly kind: string; readonly key?: string }): boolean {
  return link.kind === "elsewhere" && link.key === "literal local";
}

function complaint(network: Network, table: RouteTable, destination: Destination) {
  if (destination.kind === "prefix-list") return { message: "list", data: {} } as const;
  const { cidr } = destination.cidr;
  const [vpc, ...others]: readonly Vpc[] = linkedEntities(table.vpc).map(({ entity }) => entity);
  // AWS hands out IPv6 blocks at deployment.
  if (cidr?.family !== 4 || !vpc || others.length > 0 || mayHaveOtherBlocks(network, vpc)) return undefined;
  const blocks = vpcBlocks(vpc);
  if (blocks.length === 0 || blocks.some((block) => contains(block, cidr))) return undefined;
  return {
    message: "destination",
    data: { destination: destinationText(destination), vpc: vpc.id, blocks: blocks.map(formatCidr).join(", ") },
  } as const;
}
