import { remaining } from "../../network/guards.ts";
import type { Network, RouteTable, Vpc, VpcEndpoint } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Guard } from "../../template/value.ts";
import { linkedEntities } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { mayHaveGateway, servicesOf, waysOfType } from "./endpoint-types.ts";
import { waysThroughNat } from "./gateway-tables.ts";

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export const vpceGatewayMissesPrivateTables = defineRule({
  id: "vpce-gateway-misses-private-tables",
  group: "endpoints",
  severity: "info",
  topic: "privatelink-s3",
  messages: {
    missing: {
      en: "{table} is not among the route tables of {id}, so its subnets reach {service} through {nat}, which charges for every gigabyte. Add {table} to RouteTableIds.",
      ja: "{table} は {id} のルートテーブルに入っておらず、そのサブネットから {service} への通信は {nat} を通って処理量 (GB) の料金がかかる。RouteTableIds に {table} を加えること。",
    },
  },
  check({ network }, report) {
    if (network.natGateways.length === 0) return;
    const natById = new Map(network.natGateways.map((nat) => [nat.id, nat]));
    for (const vpc of network.vpcs) {
      for (const [service, endpoints] of gatewayEndpoints(network, vpc)) {
        const [endpoint] = endpoints;
        if (!endpoint || endpoints.some(({ routeTables }) => routeTables.unknown.length > 0)) continue;
        for (const table of vpc.routeTables) {
          if (table.gatewayAssociations.length > 0) continue;
          const [way] = waysThroughNat(table, natById);
          if (!way) continue;
          for (const guard of casesWithout(network, endpoints, table)) {
            report({
              at: keySpan(endpoint.resource, "RouteTableIds"),
              message: "missing",
              data: { id: endpoint.id, table: table.id, nat: way.nat.id, service },
              related: [
                {
                  at: way.target.span,
                  message: { en: `${table.id} leads to ${way.nat.id}`, ja: `${table.id} は ${way.nat.id} に向かう` },
                },
              ],
              because: [endpoint, { guard }, ...way.because],
              fixes: () => additionTo(endpoint, table),
            });
          }
        }
      }
    }
  },
});

/** The gateway endpoints of a VPC by service, those that name route tables at all. */
function gatewayEndpoints(network: Network, vpc: Vpc): ReadonlyMap<string, readonly VpcEndpoint[]> {
  const byService = new Map<string, VpcEndpoint[]>();
  for (const endpoint of vpc.endpoints) {
    const isGateway = endpoint.type.unknown.length === 0 && waysOfType(endpoint, "Gateway").length > 0;
    const [service, ...more] = servicesOf(network.evaluator, endpoint);
    const isPlain = endpoint.vpc.known.length === 1 && endpoint.vpc.unknown.length === 0;
    if (!isGateway || !service || more.length > 0 || !isPlain || !mayHaveGateway(service.service)) continue;
    if (endpoint.routeTables.known.length === 0 && endpoint.routeTables.unknown.length === 0) continue;
    const before = byService.get(service.service);
    if (before) before.push(endpoint);
    else byService.set(service.service, [endpoint]);
  }
  return byService;
}

/** The cases in which none of the endpoints is in the table. */
function casesWithout(
  { evaluator: { conditions } }: Network,
  endpoints: readonly VpcEndpoint[],
  table: RouteTable,
): readonly Guard[] {
  const covered = endpoints.flatMap(({ routeTables }) =>
    linkedEntities(routeTables).flatMap(({ entity, fact }) => (entity === table ? [fact.guard] : [])),
  );
  return remaining(conditions, table.guard, covered) ?? [];
}

function additionTo({ id, resource, guard }: VpcEndpoint, table: RouteTable): readonly Fix[] {
  const list = propertyOf(resource.properties, "RouteTableIds")?.value;
  if (list?.kind !== "list" || [...table.guard.outcomes].some(([name, is]) => guard.outcomes.get(name) !== is))
    return [];
  return [
    {
      title: { en: `Add ${table.id} to ${id}`, ja: `${id} に ${table.id} を加える` },
      edits: [
        {
          kind: "set-property",
          resource: id,
          path: ["RouteTableIds", list.items.length],
          value: refTo(table.id),
        },
      ],
      preferred: true,
    },
  ];
}
