import { itemFacts, propertyFacts } from "../../network/facts.ts";
import { remaining } from "../../network/guards.ts";
import { readLink } from "../../network/links.ts";
import type { Entity, Facts, Gateway, Link, Network, RouteTable, Vpc } from "../../network/model.ts";
import { type NewValue, refTo } from "../../template/edit.ts";
import type { Guard } from "../../template/value.ts";
import { together } from "../addressing/vpc-blocks.ts";
import { linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { allRoutesAreKnown, inVpc, routesThrough } from "./routes-through.ts";
import { entitiesOfType } from "./transit-gateway-tables.ts";

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html */
export const vgwPropagationMissing = defineRule({
  id: "vgw-propagation-missing",
  group: "connectivity",
  severity: "warning",
  topic: "virtual-private-gateway",
  messages: {
    noRoute: {
      en: "{id} leads to {vpc} through {gateway}, but no route table of {vpc} has a route to {gateway}, neither propagated nor static. Nothing in {vpc} can answer your site. Add a VPNGatewayRoutePropagation.",
      ja: "{id} は {gateway} 経由で {vpc} につながるが、{vpc} のルートテーブルには、伝播・静的のどちらでも {gateway} へのルートがない。{vpc} から拠点への通信も応答も通らないため、VPNGatewayRoutePropagation を追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    const { conditions } = evaluator;
    const gateways = new Map(
      network.gateways.flatMap((gateway) => (gateway.kind === "vpn-gateway" ? [[gateway.id, gateway] as const] : [])),
    );
    if (gateways.size === 0) return;
    const propagations = propagationsOf(network, gateways);
    for (const connection of entitiesOfType(network, "AWS::EC2::VPNConnection")) {
      for (const { entity: gateway, fact: toGateway } of linkedEntities(gatewayOf(network, connection, gateways))) {
        for (const { entity: vpc, fact: toVpc } of linkedEntities(gateway.vpc)) {
          if (!allRoutesAreKnown(network, { way: gateway, vpc })) continue;
          const because = [connection, gateway, vpc, toGateway, toVpc];
          const under = together(network, because);
          const ways = [
            ...inVpc(network, routesThrough(network, gateway), vpc).map(({ guard }) => guard),
            ...propagations.filter((each) => each.mayServe(gateway, vpc)).map(({ guard }) => guard),
          ];
          for (const missing of (under && remaining(conditions, under, ways)) ?? []) {
            report({
              at: toGateway.span,
              message: "noRoute",
              data: { id: connection.id, gateway: gateway.id, vpc: vpc.id },
              related: [
                {
                  at: toVpc.span,
                  message: {
                    en: `${gateway.id} is attached to ${vpc.id}`,
                    ja: `${gateway.id} は ${vpc.id} にアタッチ済み`,
                  },
                },
              ],
              because: [...because, { guard: missing }],
              fixes: () => propagationFixes(network, gateway, vpc),
            });
          }
        }
      }
    }
  },
});

interface Propagation {
  readonly guard: Guard;
  /** Whether it may lead tables of the VPC to the gateway. */
  mayServe(gateway: Gateway, vpc: Vpc): boolean;
}

function propagationsOf(network: Network, gateways: ReadonlyMap<string, Gateway>): readonly Propagation[] {
  const { evaluator } = network;
  const tables = new Map(network.routeTables.map((table) => [table.id, table]));
  const read = readLink(evaluator.template, tables);
  return entitiesOfType(network, "AWS::EC2::VPNGatewayRoutePropagation").map((propagation) => {
    const toGateway = gatewayOf(network, propagation, gateways);
    const toTables = itemFacts(evaluator, propagation, "RouteTableIds", read);
    return {
      guard: propagation.guard,
      mayServe: (gateway, vpc) => mayLead(toGateway, gateway) && mayHold(toTables, vpc),
    };
  });
}

function gatewayOf(
  { evaluator }: Network,
  owner: Entity,
  gateways: ReadonlyMap<string, Gateway>,
): Facts<Link<Gateway>> {
  return propertyFacts(evaluator, owner, "VpnGatewayId", readLink(evaluator.template, gateways));
}

function mayLead({ known, unknown }: Facts<Link<Gateway>>, gateway: Gateway): boolean {
  return unknown.length > 0 || known.some(({ value }) => value.kind !== "entity" || value.entity === gateway);
}

/** Tables from elsewhere may be any. */
function mayHold({ known, unknown }: Facts<Link<RouteTable>>, vpc: Vpc): boolean {
  return (
    unknown.length > 0 ||
    known.some(({ value }) => value.kind !== "entity" || vpc.routeTables.some((table) => table === value.entity))
  );
}

/** One propagation for all tables that are there whenever the gateway is. */
function propagationFixes(network: Network, gateway: Gateway, vpc: Vpc): readonly Fix[] {
  const { template } = network.evaluator;
  const condition = gateway.resource.condition?.name;
  const tables = vpc.routeTables.filter(({ resource }) => [undefined, condition].includes(resource.condition?.name));
  if (tables.length === 0) return [];
  const attachments = gateway.attachments.filter((attachment) =>
    linkedEntities(attachment.vpc).some(({ entity }) => entity === vpc),
  );
  const names = tables.map(({ id }) => id).join(", ");
  const ids: readonly NewValue[] = tables.map(({ id }) => refTo(id));
  return [
    {
      title: {
        en: `Propagate the routes of ${gateway.id} into ${names}`,
        ja: `${gateway.id} のルートを ${names.replaceAll(", ", "、")} に伝播させる`,
      },
      edits: [
        {
          kind: "add-resource",
          id: freshId(template, `${gateway.id}Propagation`),
          type: "AWS::EC2::VPNGatewayRoutePropagation",
          properties: { VpnGatewayId: refTo(gateway.id), RouteTableIds: ids },
          dependsOn: attachments.map(({ id }) => id),
          condition,
          after: (attachments[0] ?? gateway).id,
        },
      ],
      preferred: true,
    },
  ];
}
