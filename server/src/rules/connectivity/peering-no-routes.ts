import type { Network, Vpc, VpcPeering } from "../../network/model.ts";
import { everyRouteIsPlaced } from "../../network/routing.ts";
import { existence } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { endsOf, routesToPeer } from "./peering-ends.ts";
import { everyTargetIsKnown } from "./routes-through.ts";

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html */
export const peeringNoRoutes = defineRule({
  id: "peering-no-routes",
  group: "connectivity",
  severity: "info",
  topic: "vpc-peering",
  messages: {
    unused: {
      en: "{id} has no route through it, and a peering connection alone moves no packet. Add routes to the other VPC's range on both sides.",
      ja: "{id} を通るルートがない。ピアリング接続を作っただけでは通信できないため、双方のルートテーブルに相手のアドレス帯へのルートを追加すること。",
    },
  },
  check({ network, evaluator, template }, report) {
    if (template.open || !everyRouteIsPlaced(network) || !everyTargetIsKnown(network)) return;
    for (const peering of network.peerings) {
      // Whoever gets the id can add routes.
      if (network.usersOf(peering.id).length > 0 || network.isExposed(peering.id)) continue;
      report({
        at: peering.resource.idSpan,
        message: "unused",
        data: { id: peering.id },
        because: [{ guard: existence(evaluator.conditions, peering.resource) }],
        fixes: () => routesOnBothSides(network, peering),
      });
    }
  },
});

function routesOnBothSides(network: Network, peering: VpcPeering): readonly Fix[] {
  const [ends, ...more] = endsOf(network, peering);
  if (!ends || more.length > 0) return [];
  const { requester, accepter } = ends;
  const sides: readonly (readonly [Vpc, Vpc])[] = [
    [requester, accepter],
    [accepter, requester],
  ];
  const edits = sides.map(([from, to]) => routesToPeer(network, { peering, from, to }));
  // With routes on one side only, answers would be lost.
  if (edits.some((side) => side.length === 0)) return [];
  return [
    {
      title: {
        en: `Add routes between ${requester.id} and ${accepter.id} to their route tables`,
        ja: `${requester.id} と ${accepter.id} のルートテーブルに互いへのルートを追加する`,
      },
      edits: edits.flat(),
    },
  ];
}
