import type { Destination, Fact, Link, Route, RouteTable } from "../../network/model.ts";
import { allGuards, linkKey, pairsOf } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";
import { destinationText } from "./route-parts.ts";
import { writtenName } from "./written-name.ts";

interface PlacedRoute {
  readonly route: Route;
  readonly table: Fact<Link<RouteTable>>;
  readonly destination: Fact<Destination>;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const routeDuplicateDestination = defineRule({
  id: "route-duplicate-destination",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    twice: {
      en: "{id} is a second route for {destination} in {table}, which {other} already has. A table holds one route for a destination, so the second one will fail. Remove one, or give it another destination.",
      ja: "{id} は {table} にある {other} と同じ送信先 {destination} のルート。同じ送信先のルートは 1 つのテーブルに 1 つで、2 つ目の作成は失敗する。片方を削除するか、送信先を変えること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const routes of samePlaces(network.routes)) {
      for (const [first, second] of pairsOf(routes)) {
        if (first.route === second.route) continue;
        const because = [first.table, first.destination, second.table, second.destination];
        const guards = because.map(({ guard }) => guard);
        if (!allGuards(evaluator.conditions, guards)) continue;
        report({
          at: second.destination.span,
          message: "twice",
          data: {
            id: second.route.id,
            other: first.route.id,
            destination: destinationText(second.destination.value),
            table: writtenName(second.table, { en: "the same table", ja: "同じルートテーブル" }),
          },
          related: [
            {
              at: first.destination.span,
              message: { en: "The first route for it", ja: "同じ送信先の 1 つ目のルート" },
            },
          ],
          because,
          fixes: () => removalOf(network, second.route.resource),
        });
      }
    }
  },
});

/** Routes with the same table and destination. */
function samePlaces(routes: readonly Route[]): readonly (readonly PlacedRoute[])[] {
  const groups = new Map<string, PlacedRoute[]>();
  for (const route of routes) {
    for (const table of route.table.known) {
      for (const destination of route.destinations.known) {
        const [place, aim] = [linkKey(table.value), destinationKey(destination.value)];
        if (place === undefined || aim === undefined) continue;
        const key = `${place}\n${aim}`;
        groups.set(key, [...(groups.get(key) ?? []), { route, table, destination }]);
      }
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function destinationKey(destination: Destination): string | undefined {
  if (destination.kind === "prefix-list") return destination.key && `list ${destination.key}`;
  return destination.cidr.cidr && destinationText(destination);
}
