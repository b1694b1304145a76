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

/** The IPv4 default routes of the table that lead to a public NAT gateway of the template. */
export function waysThroughNat(table: RouteTable, natById: ReadonlyMap<string, NatGateway>): readonly WayThroughNat[] {
  return defaultRouteFacts(table).flatMap(({ route, destination, family }) => {
    if (family !== 4) return [];
    return route.targets.known.flatMap((target) => {
      const { link } = target.value;
      const nat = link.kind === "entity" ? natById.get(link.entity.id) : undefined;
      return nat && !mayBePrivate(nat) ? [{ nat, target, because: [table, route, destination, target] }] : [];
    });
  });
}

/** A private one leads to other networks, where S3 may be reached in other ways. */
function mayBePrivate({ connectivity }: NatGateway): boolean {
  return connectivity.unknown.length > 0 || connectivity.known.some(({ value }) => value === "private");
}
