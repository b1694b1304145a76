/** Which security groups a resource wears, and in which subnets its interfaces are. */
import { memoised } from "../base/memoised.ts";
import { propertyOf } from "../template/expression.ts";
import type { Resource } from "../template/template.ts";
import { type Alternative, always, type Evaluator, type Guard } from "../template/value.ts";
import { isList, isMap } from "../template/values.ts";
import { byId } from "./build-context.ts";
import { alternativeItemFacts, joined, noFacts, type Owner } from "./facts.ts";
import { type GroupPlacement, groupPlacements } from "./group-placements.ts";
import { readLink } from "./links.ts";
import type { Entity, Facts, Link, Network, SecurityGroup, Subnet, Vpc } from "./model.ts";

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
  const { conditions } = network.evaluator;
  const guard = resource.condition ? conditions.when(resource.condition.name, true) : always;
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

export interface ObjectPlace {
  readonly kind: "object";
  readonly guard: Guard;
  /** The ways in which a property comes out; undefined where it is not written. */
  get(name: string): readonly Alternative[] | undefined;
}

/** Something that is not there, or of which nobody knows what it is. */
interface OtherPlace {
  readonly kind: "absent" | "unknown";
  readonly guard: Guard;
}

export function ownObject({ alternatives }: Evaluator, { resource, guard }: Owner): ObjectPlace {
  return {
    kind: "object",
    guard,
    get: (name) => {
      const property = propertyOf(resource.properties, name);
      return property && alternatives(property.value, guard);
    },
  };
}

/** The objects at a path, in each case. */
function objectsAt(evaluator: Evaluator, from: ObjectPlace, path = ""): readonly (ObjectPlace | OtherPlace)[] {
  const [name, ...rest] = path.split(".");
  if (!name) return [from];
  const ways = from.get(name);
  if (!ways) return [{ kind: "absent", guard: from.guard }];
  const eachItem = rest[0] === "*";
  return ways
    .flatMap(({ value, guard }) => {
      const items = eachItem && value.kind === "known" && isList(value.data) ? value.data : [value];
      return items.flatMap((item) => evaluator.alternativesOf(item, guard));
    })
    .flatMap((way) => {
      const { value, guard } = way;
      if (value.kind === "absent") return [{ kind: "absent" as const, guard }];
      const inner = objectAt(evaluator, way);
      if (!inner) return [{ kind: "unknown" as const, guard }];
      return objectsAt(evaluator, inner, rest.slice(eachItem ? 1 : 0).join("."));
    });
}

/** One way in which a value comes out, as an object; undefined where it is none. */
export function objectAt(evaluator: Evaluator, { value, guard }: Alternative): ObjectPlace | undefined {
  if (value.kind !== "known" || !isMap(value.data)) return undefined;
  const { data } = value;
  return {
    kind: "object",
    guard,
    get: (key) => {
      const found = data.get(key);
      return found && evaluator.alternativesOf(found, guard);
    },
  };
}

/** The links in a property at a path: one, or a list of them. */
export function linksAt<T extends Entity>(
  evaluator: Evaluator,
  from: ObjectPlace,
  path: string,
  targets: ReadonlyMap<string, T>,
): Facts<Link<T>> {
  const end = path.lastIndexOf(".");
  const read = readLink(evaluator.template, targets);
  return joined(
    objectsAt(evaluator, from, path.slice(0, Math.max(end, 0))).map((place): Facts<Link<T>> => {
      if (place.kind !== "object") return { ...noFacts, [place.kind]: [place.guard] };
      const ways = place.get(path.slice(end + 1));
      return ways ? alternativeItemFacts(evaluator, ways, read) : { ...noFacts, absent: [place.guard] };
    }),
  );
}

const targetsOf = memoised(({ securityGroups, subnets, vpcs }: Network) => ({
  groups: byId(securityGroups),
  subnets: byId(subnets),
  vpcs: byId(vpcs),
}));
