import type { Fact, Network, Route, RouteTable, RouteTarget, Subnet } from "../../network/model.ts";
import { looksPrivate, looksPublic } from "../../network/names.ts";
import { defaultRouteFacts, effectiveRouteTables, kindThrough } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { allGuards, type Basis, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { candidatesFor, isPlain, leadTo, referredResource } from "./route-targets.ts";

/** What makes a subnet public: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html */
export const privateSubnetDefaultToIgw = defineRule({
  id: "private-subnet-default-to-igw",
  group: "routing",
  severity: "warning",
  topic: "route-table",
  messages: {
    reachable: {
      en: "{id} is private by its name, but its default route ({route}) leads to {gateway}, which makes it a public subnet: whatever has a public address in it can be reached from the internet. Lead the route to a NAT gateway, or drop it.",
      ja: "{id} は名前ではプライベートだが、デフォルトルート {route} が {gateway} に向いているためパブリックサブネットになり、パブリック IP を持つリソースにインターネットから到達できる。ルートを NAT ゲートウェイに向けるか、削除すること。",
    },
    table: {
      en: "{id} is private by its name, but {table} gives it a default route to {gateway}, which makes it a public subnet: whatever has a public address in it can be reached from the internet. Associate it with another table.",
      ja: "{id} は名前ではプライベートだが、{table} のデフォルトルートが {gateway} に向いているためパブリックサブネットになり、パブリック IP を持つリソースにインターネットから到達できる。別のルートテーブルに関連付けること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const subnet of network.subnets) {
      const told = new Set<RouteTable>();
      for (const way of waysToInternet(network, subnet)) {
        const { table, route, target, because } = way;
        if (told.has(table) || !isMeantPrivate(subnet, table)) continue;
        if (
          !allGuards(
            evaluator.conditions,
            because.map(({ guard }) => guard),
          )
        )
          continue;
        told.add(table);
        // A table that public subnets use as well is right as it is; the subnet has the wrong one.
        const isShared = table.associations.some((association) =>
          linkedEntities(association.subnet).some(({ entity }) => !looksPrivate(entity)),
        );
        const association = looksPublic(table) || isShared ? way.association : undefined;
        report({
          at: association?.span ?? target.span,
          message: association ? "table" : "reachable",
          data: {
            id: subnet.id,
            table: table.id,
            route: route.id,
            gateway: referredResource(target.value.link)?.id ?? "GatewayId",
          },
          related: [
            association
              ? {
                  at: target.span,
                  message: { en: `${route.id} leads to the internet`, ja: `${route.id} がインターネットに向かう` },
                }
              : {
                  at: subnet.resource.idSpan,
                  message: { en: `${subnet.id} uses ${table.id}`, ja: `${subnet.id} は ${table.id} を使う` },
                },
          ],
          because,
          fixes: () => (association ? otherTables(subnet, association) : throughNat(network, subnet, route)),
        });
      }
    }
  },
});

/** The subnet's name decides; without a word of its own, that of its table. */
function isMeantPrivate(subnet: Subnet, table: RouteTable): boolean {
  return looksPrivate(subnet) || (looksPrivate(table) && !saysOtherwise(subnet));
}

/** A bastion's or load balancer's subnet need not be called public to be so. */
function saysOtherwise(subnet: Subnet): boolean {
  return looksPublic(subnet) || subnet.mapPublicIp.known.some(({ value }) => value);
}

interface WayToInternet {
  readonly table: RouteTable;
  readonly route: Route;
  readonly target: Fact<RouteTarget>;
  /** Where the association names the table. */
  readonly association: { readonly span: Fact<unknown>["span"] } | undefined;
  readonly because: readonly Basis[];
}

/** The default routes to internet gateways that are in force for the subnet. */
function waysToInternet(network: Network, subnet: Subnet): readonly WayToInternet[] {
  return effectiveRouteTables(network, subnet).flatMap(({ table, guard, association }) => {
    if (typeof table !== "object") return [];
    const place = association && linkedEntities(association.table).find(({ entity }) => entity === table)?.fact;
    return defaultRouteFacts(table).flatMap(({ route, destination }) =>
      route.targets.known.flatMap((target): readonly WayToInternet[] => {
        if (target.value.property !== "GatewayId" || kindThrough(target.value) !== "public") return [];
        const because = [subnet, { guard }, table, destination, target];
        return [{ table, route, target, association: place, because }];
      }),
    );
  });
}

/** The NAT gateways of the VPC, those in the subnet's own zone first. */
function throughNat(network: Network, subnet: Subnet, route: Route): readonly Fix[] {
  if (!isPlain(route.resource, "GatewayId")) return [];
  const zones = new Set(subnet.zone.known.map(({ value }) => value.key));
  const near = new Set(
    network.natGateways
      .filter((nat) =>
        linkedEntities(nat.subnet).some(({ entity }) => entity.zone.known.some(({ value }) => zones.has(value.key))),
      )
      .map(({ id }) => id),
  );
  const candidates = candidatesFor(network, route).filter(({ property }) =>
    ["NatGatewayId", "EgressOnlyInternetGatewayId"].includes(property),
  );
  const nearest = candidates.filter(({ entity }) => near.has(entity.id));
  const obvious = candidates.length === 1 ? candidates[0] : nearest.length === 1 ? nearest[0] : undefined;
  return [...nearest, ...candidates.filter((candidate) => !nearest.includes(candidate))].map((candidate) => ({
    title: { en: `Lead ${route.id} to ${candidate.entity.id}`, ja: `${route.id} を ${candidate.entity.id} に向ける` },
    edits: [{ kind: "remove-property", resource: route.id, path: ["GatewayId"] }, ...leadTo(network, route, candidate)],
    preferred: candidate === obvious,
  }));
}

/** The tables of the VPC that lead no subnet to the internet directly. */
function otherTables(subnet: Subnet, { span }: Pick<Fact<unknown>, "span">): readonly Fix[] {
  const vpcs = linkedEntities(subnet.vpc).map(({ entity }) => entity);
  const tables = vpcs
    .flatMap(({ routeTables }) => routeTables)
    .filter((table) => table.gatewayAssociations.length === 0 && !leadsToInternet(table));
  const alike = tables.filter(looksPrivate);
  const obvious = tables.length === 1 ? tables[0] : alike.length === 1 ? alike[0] : undefined;
  return tables.map((table) => ({
    title: { en: `Associate ${subnet.id} with ${table.id}`, ja: `${subnet.id} を ${table.id} に関連付ける` },
    edits: [{ kind: "replace-value", span, value: refTo(table.id) }],
    preferred: table === obvious,
  }));
}

function leadsToInternet({ routes }: RouteTable): boolean {
  return routes.some(({ targets }) => targets.known.some(({ value }) => kindThrough(value) === "public"));
}
