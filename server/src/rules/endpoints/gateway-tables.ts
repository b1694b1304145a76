/** Where the route tables beside a gateway endpoint lead. */
import type { Fact, NatGateway, RouteTable } from "../../network/model.ts";
import { defaultRouteFacts, kindThrough } from "../../network/routing.ts";
import type { Basis } from "../basis.ts";

/** Whether a default route of the table leads straight to the Internet. */
export function isPublicTable(table: RouteTable): boolean {
  return defaultRouteFacts(table).some(({ route }) =>
    route.targets.known.some(({ value }) => kindThrough(value) === "public"),
  );
}

export interface WayThroughNat {
  readonly nat: NatGateway;
  readonly target: Fact<unknown>;
  readonly because: readonly Basis[];
}

/** The IPv4 default routes of the table that lead to a NAT gateway of the template. */
export function waysThroughNat(table: RouteTable, natById: ReadonlyMap<string, NatGateway>): readonly WayThroughNat[] {
  return defaultRouteFacts(table).flatMap(({ route, destination, family }) => {
    if (family !== 4) return [];
    return route.targets.known.flatMap((target) => {
      const { link } = target.value;
      const nat = link.kind === "entity" ? natById.get(link.entity.id) : undefined;
      return nat ? [{ nat, target, because: [table, route, destination, target] }] : [];
    });
  });
}
