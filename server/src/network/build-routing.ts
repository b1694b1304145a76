/** Route tables, routes, associations. */
import { memoised } from "../base/memoised.ts";
import { propertyOf } from "../template/expression.ts";
import type { Resource } from "../template/template.ts";
import type { SubnetDraft, VpcDraft } from "./build-addressing.ts";
import { type BuildContext, byId, entitiesOf, tagOf } from "./build-context.ts";
import { factsOfAny, mapFacts, propertyFacts, readCidr } from "./facts.ts";
import { readLink } from "./links.ts";
import {
  type Destination,
  type Entity,
  type Facts,
  type Link,
  type Route,
  type RouteTable,
  type RouteTableAssociation,
  type RouteTarget,
  routeTargetProperties,
  type Subnet,
} from "./model.ts";

export interface RouteTableDraft extends RouteTable {
  readonly routes: Route[];
  readonly associations: RouteTableAssociation[];
}

/** Types that take a route table and are read here; all others may put routes into it. */
const readUsers: ReadonlySet<string> = new Set([
  "AWS::EC2::Route",
  "AWS::EC2::SubnetRouteTableAssociation",
  "AWS::EC2::GatewayRouteTableAssociation",
  "AWS::EC2::VPCEndpoint",
  "AWS::EC2::VPNGatewayRoutePropagation",
]);

export function buildRouteTables(context: BuildContext, vpcs: readonly VpcDraft[]): readonly RouteTableDraft[] {
  const vpcById = byId(vpcs);
  const { references } = context;
  const tables = context.of("AWS::EC2::RouteTable");
  const tableById = byId(tables);
  const propagated = propagatedTables(context, tableById);
  const edges = new Map<string, Entity[]>();
  for (const edge of context.of("AWS::EC2::GatewayRouteTableAssociation")) {
    for (const { id } of entitiesOf(context.link(edge, "RouteTableId", tableById))) {
      edges.set(id, [...(edges.get(id) ?? []), edge]);
    }
  }
  return tables.map((entity) => {
    const table: RouteTableDraft = {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "route-table",
      vpc: context.link(entity, "VpcId", vpcById),
      routes: [],
      associations: [],
      gatewayAssociations: edges.get(entity.id) ?? [],
      propagates: propagated === "any" || propagated.has(entity.id),
      exposed:
        references.isExposed(entity.id) || references.usersOf(entity.id).some(({ type }) => !readUsers.has(type)),
      nameTag: tagOf(context, entity, "Name"),
    };
    for (const vpc of entitiesOf(table.vpc)) vpcById.get(vpc.id)?.routeTables.push(table);
    return table;
  });
}

function propagatedTables(context: BuildContext, tables: ReadonlyMap<string, Entity>): ReadonlySet<string> | "any" {
  const found = new Set<string>();
  for (const propagation of context.of("AWS::EC2::VPNGatewayRoutePropagation")) {
    const links = context.links(propagation, "RouteTableIds", tables);
    if (links.unknown.length > 0) return "any";
    for (const { id } of entitiesOf(links)) found.add(id);
  }
  return found;
}

export function buildAssociations(
  context: BuildContext,
  subnets: readonly SubnetDraft[],
  tables: readonly RouteTableDraft[],
): readonly RouteTableAssociation[] {
  const [subnetById, tableById] = [byId<SubnetDraft>(subnets), byId<RouteTableDraft>(tables)];
  return context.of("AWS::EC2::SubnetRouteTableAssociation").map((entity) => {
    const association: RouteTableAssociation = {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "association",
      subnet: context.link<Subnet>(entity, "SubnetId", subnetById),
      table: context.link<RouteTable>(entity, "RouteTableId", tableById),
    };
    for (const { id } of entitiesOf(association.subnet)) subnetById.get(id)?.associations.push(association);
    for (const { id } of entitiesOf(association.table)) tableById.get(id)?.associations.push(association);
    return association;
  });
}

/** @param targets all entities that a route may lead to. */
export function buildRoutes(
  context: BuildContext,
  tables: readonly RouteTableDraft[],
  targets: ReadonlyMap<string, Entity>,
): readonly Route[] {
  const tableById = byId(tables);
  return context.of("AWS::EC2::Route").map((entity) => {
    const route: Route = {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "route",
      table: context.link<RouteTable>(entity, "RouteTableId", tableById),
      destinations: destinationFacts(context, entity),
      targets: targetFacts(context, entity, targets),
    };
    for (const { id } of entitiesOf(route.table)) tableById.get(id)?.routes.push(route);
    return route;
  });
}

function destinationFacts(context: BuildContext, entity: Entity): Facts<Destination> {
  return factsOfAny(
    context.evaluator,
    entity,
    writtenDestinations(entity.resource).map((property): Facts<Destination> => {
      const family = destinationFamilies.get(property);
      if (family !== undefined) {
        return mapFacts(context.facts(entity, property, readCidr), (cidr) => ({
          kind: "cidr",
          cidr,
          family,
          property,
        }));
      }
      return mapFacts(context.link<Entity>(entity, property, new Map()), (link): Destination => {
        return { kind: "prefix-list", property, key: prefixListKey(link) };
      });
    }),
  );
}

function prefixListKey(link: Link<Entity>): string {
  return link.kind === "elsewhere" ? link.key : `resource ${link.kind === "other" ? link.resource.id : link.entity.id}`;
}

function targetFacts(context: BuildContext, entity: Entity, targets: ReadonlyMap<string, Entity>): Facts<RouteTarget> {
  const read = readLink(context.template, targets);
  return factsOfAny(
    context.evaluator,
    entity,
    writtenTargets(entity.resource).map((property): Facts<RouteTarget> => {
      const links = propertyFacts(context.evaluator, entity, property, read);
      return mapFacts(links, (link) => ({ property, link }));
    }),
  );
}

/** Of a set of properties the ones that a resource has, each once. */
function written<T extends string>(among: readonly T[]): (resource: Resource) => readonly T[] {
  return memoised(({ properties }) => among.filter((name) => propertyOf(properties, name) !== undefined));
}

/** Undefined for prefix lists, which hold blocks of either family. */
const destinationFamilies: ReadonlyMap<string, 4 | 6 | undefined> = new Map([
  ["DestinationCidrBlock", 4],
  ["DestinationIpv6CidrBlock", 6],
  ["DestinationPrefixListId", undefined],
]);
const writtenDestinations = written([...destinationFamilies.keys()]);
const writtenTargets = written(routeTargetProperties);
