import { remaining } from "../../network/guards.ts";
import type { Network } from "../../network/model.ts";
import { defineRule, type Fix } from "../rule.ts";
import { rangeText } from "./new-routes.ts";
import { endsOf, type RoutesWanted, routesToPeer } from "./peering-ends.ts";
import { allRoutesAreKnown, inVpc, routesThrough } from "./routes-through.ts";

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html */
export const peeringRouteOneSided = defineRule({
  id: "peering-route-one-sided",
  group: "connectivity",
  severity: "warning",
  topic: "vpc-peering",
  messages: {
    oneSided: {
      en: "{id} has a route from {there} to {here} and none back, so answers from {here} never arrive. Add a route to {range} through {id} to the route tables of {here}.",
      ja: "{id} を通るルートは {there} から {here} への片方向だけで、{here} からの応答が届かない。{here} のルートテーブルに、{id} を経由する {range} へのルートを追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const peering of network.peerings) {
      const routes = routesThrough(network, peering);
      if (routes.length === 0) continue;
      for (const { requester, accepter, guard, because } of endsOf(network, peering)) {
        for (const [there, here] of [
          [requester, accepter],
          [accepter, requester],
        ] as const) {
          if (!allRoutesAreKnown(network, { way: peering, vpc: here })) continue;
          const back = inVpc(network, routes, here).map((way) => way.guard);
          for (const route of inVpc(network, routes, there)) {
            const under = evaluator.conditions.both(guard, route.guard);
            for (const missing of (under && remaining(evaluator.conditions, under, back)) ?? []) {
              report({
                at: peering.resource.idSpan,
                message: "oneSided",
                data: { id: peering.id, there: there.id, here: here.id, range: rangeText(there) ?? there.id },
                related: [
                  {
                    at: route.route.resource.idSpan,
                    message: { en: `The route in ${there.id}`, ja: `${there.id} 側のルート` },
                  },
                ],
                because: [...because, ...route.because, { guard: missing }],
                fixes: () => wayBack(network, { peering, from: here, to: there }),
              });
            }
          }
        }
      }
    }
  },
});

/** One choice for all tables of the VPC, and one for each where there are several. */
function wayBack(network: Network, wanted: RoutesWanted): readonly Fix[] {
  const { from, to } = wanted;
  const range = rangeText(to);
  const [destination, destinationJa] = range ? [`${to.id} (${range})`, `${to.id} (${range})`] : [to.id, to.id];
  const tables = from.routeTables.filter((table) => routesToPeer(network, { ...wanted, tables: [table] }).length > 0);
  const [only] = tables;
  const choice = (
    chosen: typeof tables,
    name: { readonly en: string; readonly ja: string },
    preferred: boolean,
  ): Fix => ({
    title: {
      en: `Add a route to ${destination} to ${name.en}`,
      ja: `${name.ja} に ${destinationJa} へのルートを追加する`,
    },
    edits: routesToPeer(network, { ...wanted, tables: chosen }),
    preferred,
  });
  if (!only) return [];
  if (tables.length === 1) return [choice(tables, { en: only.id, ja: only.id }, true)];
  const all = {
    en: `all ${tables.length} route tables of ${from.id}`,
    ja: `${from.id} の全ルートテーブル (${tables.length} 個)`,
  };
  return [choice(tables, all, false), ...tables.map((table) => choice([table], { en: table.id, ja: table.id }, false))];
}
