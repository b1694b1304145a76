/** Which security groups a resource wears, and in which subnets its interfaces are. */
import { memoised } from "../base/memoised.ts";
import type { Resource } from "../template/template.ts";
import { always } from "../template/value.ts";
import { byId, guardOf } from "./build-context.ts";
import { joined, noFacts, type Owner } from "./facts.ts";
import { type GroupPlacement, groupPlacements } from "./group-placements.ts";
import type { Facts, Link, Network, SecurityGroup, Subnet, Vpc } from "./model.ts";
import { linksAt, type ObjectPlace, objectsAt, ownObject } from "./object-places.ts";

/** Interfaces of a resource that share security groups. */
export interface GroupUse {
  readonly resource: Resource;
  /** Each group; absent where none is named, so that the default group of the VPC is meant. */
  readonly groups: Facts<Link<SecurityGroup>>;
  readonly subnets: Facts<Link<Subnet>>;
  /** Where the resource names its VPC itself. */
  readonly vpc: Facts<Link<Vpc>>;
}

/** The interfaces of a resource with their groups; none for types that wear no security group. */
export function groupUsesOf(network: Network, resource: Resource): readonly GroupUse[] {
  const placements = groupPlacements[resource.type];
  const guard = guardOf(network.evaluator, resource);
  if (!placements || !guard) return [];
  return placements.flatMap((placement) => usesIn(network, { resource, guard }, placement));
}

/** All of a template. */
export const allGroupUses = memoised((network: Network): readonly GroupUse[] =>
  [...network.evaluator.template.resources.values()].flatMap((resource) => groupUsesOf(network, resource)),
);

function usesIn(network: Network, owner: Owner, placement: GroupPlacement): readonly GroupUse[] {
  const { evaluator } = network;
  const { groups, subnets, vpcs } = targetsOf(network);
  return objectsAt(evaluator, ownObject(evaluator, owner), placement.in).flatMap((holder) => {
    if (holder.kind !== "object") return [];
    const subnetFacts = (placement.subnets ?? []).map((path) => linksAt(evaluator, holder, path, subnets));
    if (placement.subnetGroup) subnetFacts.push(...subnetsOfGroups(network, holder, placement.subnetGroup));
    return [
      {
        resource: owner.resource,
        groups: linksAt(evaluator, holder, placement.groups, groups),
        subnets: joined(subnetFacts),
        vpc: placement.vpc === undefined ? noFacts : linksAt(evaluator, holder, placement.vpc, vpcs),
      },
    ];
  });
}

/** The subnets of the subnet groups of this template that a property names by Ref. */
function subnetsOfGroups(
  network: Network,
  holder: ObjectPlace,
  { property, type }: NonNullable<GroupPlacement["subnetGroup"]>,
): readonly Facts<Link<Subnet>>[] {
  const { evaluator } = network;
  const { conditions, template } = evaluator;
  return (holder.get(property) ?? []).flatMap(({ value, guard }) => {
    if (value.kind === "absent") return [];
    const named = value.kind === "reference" && value.attribute === undefined ? value.logicalId : undefined;
    const resource = named === undefined ? undefined : template.resources.get(named);
    const own = resource?.condition ? conditions.when(resource.condition.name, true) : always;
    const under = own && conditions.both(own, guard);
    if (resource?.type !== type || !under) return [{ ...noFacts, unknown: [guard] }];
    return [
      linksAt(evaluator, ownObject(evaluator, { resource, guard: under }), "SubnetIds", targetsOf(network).subnets),
    ];
  });
}

const targetsOf = memoised(({ securityGroups, subnets, vpcs }: Network) => ({
  groups: byId(securityGroups),
  subnets: byId(subnets),
  vpcs: byId(vpcs),
}));
