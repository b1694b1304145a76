/** Who goes out through a NAT gateway. */
import type { Fact, NatGateway, Network, Route, RouteTarget, Subnet, Zone } from "../../network/model.ts";
import { defaultRouteFacts, effectiveRouteTables } from "../../network/routing.ts";
import type { Basis } from "../basis.ts";

/** A subnet whose way out is a NAT gateway. */
export interface NatUser {
  readonly subnet: Subnet;
  readonly zone: Zone;
  readonly route: Route;
  readonly target: Fact<RouteTarget>;
  readonly because: readonly Basis[];
}

/** Subnets whose IPv4 default route leads to the gateway, once for each zone they may be in. */
export function subnetsBehind(network: Network, nat: NatGateway): readonly NatUser[] {
  return network.subnets.flatMap((subnet) =>
    effectiveRouteTables(network, subnet).flatMap(({ table, guard }) => {
      if (typeof table !== "object") return [];
      return defaultRouteFacts(table).flatMap(({ route, destination, family }) =>
        route.targets.known.flatMap((target) => {
          if (family !== 4 || target.value.link.kind !== "entity" || target.value.link.entity !== nat) return [];
          return subnet.zone.known.map((zone) => ({
            subnet,
            zone: zone.value,
            route,
            target,
            because: [subnet, { guard }, destination, target, { guard: zone.guard }],
          }));
        }),
      );
    }),
  );
}
