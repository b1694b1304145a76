/** Finds the describable entity of a logical ID. */
import type { Entity, Network } from "../../network/model.ts";
import type { DescribedEntity } from "./entity.ts";

const kinds: ReadonlySet<string> = new Set<DescribedEntity["kind"]>([
  "vpc",
  "vpc-cidr",
  "subnet",
  "route-table",
  "route",
  "internet-gateway",
  "vpn-gateway",
  "egress-only-internet-gateway",
  "transit-gateway",
  "carrier-gateway",
  "nat-gateway",
  "elastic-ip",
  "security-group",
  "network-acl",
  "vpc-endpoint",
  "vpc-peering",
  "transit-gateway-attachment",
]);

/** Undefined for a resource that is no entity of the network, or one without a description of its own. */
export function entityOf(network: Network, id: string): DescribedEntity | undefined {
  const entity = network.byId.get(id);
  return entity && isDescribed(entity) ? entity : undefined;
}

function isDescribed(entity: Entity): entity is DescribedEntity {
  return "kind" in entity && typeof entity.kind === "string" && kinds.has(entity.kind);
}
