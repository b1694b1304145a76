import { memoised } from "../../base/memoised.ts";
import { remaining } from "../../network/guards.ts";
import type { Network, TransitGatewayAttachment, Vpc } from "../../network/model.ts";
import { everyRouteIsPlaced } from "../../network/routing.ts";
import type { Guard } from "../../template/value.ts";
import { together } from "../addressing/vpc-blocks.ts";
import { canHold, linkedEntities, linkKey } from "../basis.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { placesOf } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";
import { addRoute } from "./new-routes.ts";
import { tablesAreClosed } from "./routes-through.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayattachment.html */
export const tgwAttachmentWithoutVpcRoute = defineRule({
  id: "tgw-attachment-without-vpc-route",
  group: "connectivity",
  severity: "warning",
  topic: "transit-gateway",
  messages: {
    noRoute: {
      en: "{id} attaches {vpc} to {gateway}, but no route table of {vpc} leads there, so nothing in {vpc} uses it or answers through it. Add routes with TransitGatewayId for the networks behind it.",
      ja: "{id} で {vpc} を {gateway} にアタッチしているが、{vpc} のどのルートテーブルにもそこへのルートがない。{vpc} からの通信も応答も通らないため、相手側のアドレス帯を TransitGatewayId に向けるルートを追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    const { conditions, template } = evaluator;
    if (template.open || network.transitGatewayAttachments.length === 0) return;
    if (!everyRouteIsPlaced(network) || someTableMayBeAnywhere(network)) return;
    for (const attachment of network.transitGatewayAttachments) {
      for (const { entity: vpc, fact: toVpc } of linkedEntities(attachment.vpc)) {
        if (!tablesAreClosed(vpc)) continue;
        const because = [attachment, vpc, toVpc];
        const under = together(network, because);
        const routes = routesToTransitGateways(network).get(vpc) ?? [];
        for (const missing of (under && remaining(conditions, under, routes)) ?? []) {
          const [gateway] = attachment.transitGateway.known;
          const name = gateway?.value.kind === "entity" ? gateway.value.entity.id : undefined;
          report({
            at: toVpc.span,
            message: "noRoute",
            data: {
              id: attachment.id,
              vpc: vpc.id,
              gateway: name ?? { en: "a transit gateway", ja: "Transit Gateway" },
            },
            because: [...because, { guard: missing }],
            fixes: () => routesToNeighbours(network, attachment, vpc),
          });
        }
      }
    }
  },
});

/** A table that is looked up, such as the main one, may be in any VPC. */
function someTableMayBeAnywhere({ routes, routeTables }: Network): boolean {
  return (
    routeTables.some(({ vpc }) => vpc.unknown.length > 0) ||
    routes.some(
      ({ table, targets }) =>
        targets.known.some(({ value }) => value.property === "TransitGatewayId") &&
        table.known.some(({ value }) => value.kind !== "entity"),
    )
  );
}

/** The guards of all routes that lead to a transit gateway, or may do so, by the VPC that they are in. */
const routesToTransitGateways = memoised((network: Network): ReadonlyMap<Vpc, readonly Guard[]> => {
  const byVpc = new Map<Vpc, Guard[]>();
  for (const route of network.routes) {
    const ways = [
      ...route.targets.known.filter(({ value }) => value.property === "TransitGatewayId"),
      ...route.targets.unknown.map((guard) => ({ guard })),
    ];
    for (const { vpc, because } of placesOf(route)) {
      const guards = ways.flatMap((way) => together(network, [route, way, ...because]) ?? []);
      byVpc.set(vpc, [...(byVpc.get(vpc) ?? []), ...guards]);
    }
  }
  return byVpc;
});

/** Leads all tables of the VPC to the other VPCs that are attached to the same transit gateway. */
function routesToNeighbours(network: Network, attachment: TransitGatewayAttachment, vpc: Vpc): readonly Fix[] {
  const gateway = propertyAsNewValue(attachment.resource, "TransitGatewayId");
  const hubs = new Set(attachment.transitGateway.known.map(({ value }) => linkKey(value)));
  const neighbours = network.transitGatewayAttachments
    .filter((other) => other.transitGateway.known.some(({ value }) => hubs.has(linkKey(value))))
    .flatMap((other) => linkedEntities(other.vpc).map(({ entity }) => entity))
    .filter((other) => other !== vpc && canHold(network.evaluator.conditions, other.guard, vpc.guard));
  const others = [...new Set(neighbours)];
  if (gateway === undefined) return [];
  const edits = vpc.routeTables.flatMap((table) =>
    others.flatMap((to) =>
      addRoute(network, {
        table,
        to,
        target: { TransitGatewayId: gateway },
        way: attachment,
        waitsFor: [attachment.id],
      }),
    ),
  );
  if (edits.length === 0) return [];
  const names = listed(others.map(({ id }) => id));
  return [
    {
      title: {
        en: `Add routes to ${names.en} to the route tables of ${vpc.id}`,
        ja: `${vpc.id} のルートテーブルに ${names.ja} へのルートを追加する`,
      },
      edits,
    },
  ];
}
