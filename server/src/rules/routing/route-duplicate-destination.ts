import type { Destination, Fact, Link, Network, Route, RouteTable } from "../../network/model.ts";
import { allGuards, type Basis, linkKey, pairsOf } from "../basis.ts";
import { groupedBy } from "../grouping.ts";
import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";
import { destinationKey, destinationLabel } from "./destinations.ts";

/**
 * One route per destination and table: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html. The
 * second is refused with RouteAlreadyExists: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const routeDuplicateDestination = defineRule({
  id: "route-duplicate-destination",
  group: "routing",
  severity: "error",
  topic: "route-table",
  facts: ["rt.single-default"],
  messages: {
    twice: {
      en: "{id} routes {destination}, but {other} does so in {table} already, and a table takes one route per destination. CloudFormation will fail with RouteAlreadyExists. Keep one of them.",
      ja: "{id} の宛先 {destination} のルートは、{table} に {other} がすでにある。同じ宛先のルートは 1 つの表に 1 本だけで、作成は RouteAlreadyExists で失敗する。どちらかを残すこと。",
    },
  },
  check({ network }, report) {
    for (const placements of placementsByPlace(network).values()) {
      const told = new Set<Route>();
      for (const [first, second] of pairsOf(placements)) {
        if (first.route === second.route || told.has(second.route)) continue;
        const because: readonly Basis[] = [
          first.route,
          second.route,
          first.destination,
          second.destination,
          first.table,
          second.table,
        ];
        if (
          !allGuards(
            network.evaluator.conditions,
            because.map(({ guard }) => guard),
          )
        )
          continue;
        told.add(second.route);
        report({
          at: second.destination.span,
          message: "twice",
          data: {
            id: second.route.id,
            destination: destinationLabel(second.destination.value),
            other: first.route.id,
            table: tableName(second.table.value),
          },
          related: [
            {
              at: first.destination.span,
              message: {
                en: `${first.route.id} routes ${destinationLabel(first.destination.value)}`,
                ja: `${first.route.id} の宛先は ${destinationLabel(first.destination.value)}`,
              },
            },
          ],
          because,
          fixes: () => [second.route, first.route].flatMap(({ resource }) => removalOf(network, resource)),
        });
      }
    }
  },
});

interface Placement {
  readonly route: Route;
  readonly table: Fact<Link<RouteTable>>;
  readonly destination: Fact<Destination>;
}

/** Routes of the same table with the same destination, in the order written. */
function placementsByPlace({ routes }: Network): ReadonlyMap<string, readonly Placement[]> {
  const placements = routes.flatMap((route) =>
    route.table.known.flatMap((table) =>
      route.destinations.known.map((destination): Placement => ({ route, table, destination })),
    ),
  );
  return groupedBy(placements, ({ table, destination }) => {
    const [where, what] = [linkKey(table.value), destinationKey(destination.value)];
    return where && what && `${where}\n${what}`;
  });
}

function tableName(link: Link<RouteTable>): string | { readonly en: string; readonly ja: string } {
  return link.kind === "entity" ? link.entity.id : { en: "the same table", ja: "同じルートテーブル" };
}
