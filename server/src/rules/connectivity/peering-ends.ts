/** The two VPCs of a peering connection, where both are in the template, and the routes that join them. */
import type { Network, Vpc, VpcPeering } from "../../network/model.ts";
import { refTo, type TemplateEdit } from "../../template/edit.ts";
import type { Guard } from "../../template/value.ts";
import { together } from "../addressing/vpc-blocks.ts";
import { type Basis, linkedEntities } from "../basis.ts";
import { addRoute } from "./new-routes.ts";

export interface PeeringEnds {
  readonly requester: Vpc;
  readonly accepter: Vpc;
  readonly guard: Guard;
  readonly because: readonly Basis[];
}

/** The ways in which the connection joins two different VPCs of the template. */
export function endsOf(network: Network, peering: VpcPeering): readonly PeeringEnds[] {
  return linkedEntities(peering.requester).flatMap(({ entity: requester, fact: toRequester }) =>
    linkedEntities(peering.accepter).flatMap(({ entity: accepter, fact: toAccepter }): readonly PeeringEnds[] => {
      const because = [peering, requester, accepter, toRequester, toAccepter];
      const guard = together(network, because);
      return guard && requester !== accepter ? [{ requester, accepter, guard, because }] : [];
    }),
  );
}

/** Leads the tables of the VPC to the VPC on the other end; only those given, where some are. */
export function routesToPeer(
  network: Network,
  { peering, from, to, tables = from.routeTables }: RoutesWanted,
): readonly TemplateEdit[] {
  return tables.flatMap((table) =>
    addRoute(network, { table, to, way: peering, target: { VpcPeeringConnectionId: refTo(peering.id) } }),
  );
}

export interface RoutesWanted {
  readonly peering: VpcPeering;
  readonly from: Vpc;
  readonly to: Vpc;
  readonly tables?: Vpc["routeTables"] | undefined;
}
