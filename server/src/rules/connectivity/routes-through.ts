/** Routes by what they lead to, and whether there can be others that nobody can read from the template. */
import { memoised } from "../../base/memoised.ts";
import type { Entity, Fact, Network, Route, RouteTable, RouteTarget, Vpc } from "../../network/model.ts";
import { everyRouteIsPlaced } from "../../network/routing.ts";
import type { Guard } from "../../template/value.ts";
import { together } from "../addressing/vpc-blocks.ts";
import type { Basis } from "../basis.ts";
import { placesOf } from "../routing/route-parts.ts";

/** A route that leads to something of the template. */
export interface RouteThrough {
  readonly route: Route;
  readonly target: Fact<RouteTarget>;
}

/** The routes that lead to the peering connection or gateway. */
export function routesThrough(network: Network, way: Entity): readonly RouteThrough[] {
  return routesByTarget(network).get(way.id) ?? [];
}

const routesByTarget = memoised((network: Network): ReadonlyMap<string, readonly RouteThrough[]> => {
  const byTarget = new Map<string, RouteThrough[]>();
  for (const route of network.routes) {
    for (const target of route.targets.known) {
      const { link } = target.value;
      if (link.kind !== "entity") continue;
      const before = byTarget.get(link.entity.id);
      if (before) before.push({ route, target });
      else byTarget.set(link.entity.id, [{ route, target }]);
    }
  }
  return byTarget;
});

/** The same route in a table of the VPC, with all that puts it there. */
export interface PlacedRoute extends RouteThrough {
  readonly table: RouteTable;
  readonly guard: Guard;
  readonly because: readonly Basis[];
}

/** Those of the routes that are in tables of the VPC. */
export function inVpc(network: Network, routes: readonly RouteThrough[], vpc: Vpc): readonly PlacedRoute[] {
  return routes.flatMap(({ route, target }) =>
    placesOf(route)
      .filter((place) => place.vpc === vpc)
      .flatMap(({ table, because: place }): readonly PlacedRoute[] => {
        const because = [route, target, ...place];
        const guard = together(network, because);
        return guard ? [{ route, target, table, guard, because }] : [];
      }),
  );
}

/**
 * Whether all routes from the VPC to the gateway or connection are in the template and can be read. A route elsewhere
 * takes the id of both, so it is enough that one of the two never leaves the template.
 */
export function allRoutesAreKnown(
  network: Network,
  { way, vpc }: { readonly way: Entity; readonly vpc: Vpc },
): boolean {
  return (
    !network.evaluator.template.open &&
    everyRouteIsPlaced(network) &&
    everyTargetIsKnown(network) &&
    routesThrough(network, way).every(({ route }) => isInTemplate(route)) &&
    (!network.isExposed(way.id) || tablesAreClosed(vpc))
  );
}

/** Whether it is known of each route where it leads. */
export const everyTargetIsKnown = memoised(({ routes }: Network): boolean =>
  routes.every(({ targets }) => targets.unknown.length === 0),
);

/** A table that is looked up, such as the main one, may be in any VPC. */
function isInTemplate({ table }: Route): boolean {
  return table.known.every(({ value }) => value.kind === "entity" && value.entity.vpc.unknown.length === 0);
}

/** Whether nobody outside the template can put routes into the VPC. */
export function tablesAreClosed({ exposed, routeTables }: Vpc): boolean {
  return !exposed && routeTables.every((table) => !table.exposed);
}
