/** What a resource is in the network of its template, in a line or two: for hovers and wherever a name needs a meaning. */
import { formatCidr, usableAddresses } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import type {
  CidrText,
  ElasticIp,
  Entity,
  Facts,
  Gateway,
  Link,
  NatGateway,
  Network,
  NetworkAcl,
  Route,
  RouteTable,
  RouteTarget,
  SecurityGroup,
  Subnet,
  TransitGatewayAttachment,
  Vpc,
  VpcCidrAssociation,
  VpcEndpoint,
  VpcPeering,
} from "../../network/model.ts";
import { code, name } from "../markdown.ts";
import { type PhraseKey, phrase } from "./phrases.ts";
import { describeSubnet, subnetsThrough } from "./subnet.ts";
import { describeVpc } from "./vpc.ts";

/** Every entity of the model that can be described, told apart by `kind`. */
export type DescribedEntity =
  | Vpc
  | VpcCidrAssociation
  | Subnet
  | RouteTable
  | Route
  | Gateway
  | NatGateway
  | ElasticIp
  | SecurityGroup
  | NetworkAcl
  | VpcEndpoint
  | VpcPeering
  | TransitGatewayAttachment;

/** The meaning of an entity, in parts that are joined with " · "; the kind of thing comes first. */
export function describe(entity: DescribedEntity, network: Network, language: Language): readonly string[] {
  switch (entity.kind) {
    case "vpc":
      return describeVpc(entity, language);
    case "subnet":
      return describeSubnet(entity, network, language);
    case "route-table":
      return [phrase("route-table", language), inPlace(entity.vpc, language), ...forSubnets(entity, network, language)];
    case "route":
      return [phrase("route", language), routeText(entity, language), ...inTable(entity, language)];
    case "nat-gateway":
      return describeNat(entity, network, language);
    case "elastic-ip":
      return [phrase("elastic-ip", language), usersText(entity, language)];
    case "vpc-cidr":
      return [phrase("vpc-cidr", language), cidrText(entity.cidr), inPlace(entity.vpc, language)].filter(isWritten);
    case "security-group":
      return [phrase("security-group", language), inPlace(entity.vpc, language), rulesText(entity, language)];
    case "network-acl":
      return [
        phrase("network-acl", language),
        inPlace(entity.vpc, language),
        phrase("entries", language, { n: entity.entries.length }),
        ...namesText(entity.subnets, language),
      ];
    case "vpc-endpoint":
      return describeEndpoint(entity, language);
    case "vpc-peering":
      return [
        phrase("vpc-peering", language),
        phrase("between", language, { a: linkText(entity.requester), b: linkText(entity.accepter) }),
      ];
    case "transit-gateway-attachment":
      return [
        phrase("transit-gateway-attachment", language),
        phrase("between", language, { a: linkText(entity.transitGateway), b: linkText(entity.vpc) }),
      ];
    default:
      return describeGateway(entity, network, language);
  }
}

/** `0.0.0.0/0 → *Nat*` */
export function routeText(route: Route, language: Language): string {
  const destination = route.destinations.known
    .map(({ value }) => (value.kind === "cidr" ? code(value.cidr.text) : code(value.key ?? "pl-…")))
    .at(0);
  return phrase("routesTo", language, { destination: destination ?? "…", target: targetText(route.targets) });
}

/** The first known target of a route. */
export function targetText(targets: Facts<RouteTarget>): string {
  const first = targets.known[0];
  return first ? oneLink(first.value.link) : "…";
}

/** The first known entity of a link property; an ellipsis where it lies elsewhere or is unknown. */
export function linkText<T extends Entity>(facts: Facts<Link<T>>): string {
  const first = facts.known[0];
  return first ? oneLink(first.value) : "…";
}

function oneLink<T extends Entity>(target: Link<T>): string {
  if (target.kind === "entity") return name(target.entity.id);
  if (target.kind === "other") return name(target.resource.id);
  return "…";
}

/** The first known block of a CIDR property, in code. */
export function cidrText(facts: Facts<CidrText>): string {
  const first = facts.known[0];
  if (!first) return "";
  return code(first.value.cidr ? formatCidr(first.value.cidr) : first.value.text);
}

export function inPlace<T extends Entity>(facts: Facts<Link<T>>, language: Language): string {
  return phrase("in", language, { place: linkText(facts) });
}

/** Names, the first four of them. */
export function someNames(entities: readonly { readonly id: string }[], language: Language): string {
  const shown = entities.slice(0, 4).map(({ id }) => name(id));
  if (entities.length > shown.length) shown.push(phrase("more", language, { n: entities.length - shown.length }));
  return shown.join(", ");
}

function namesText(entities: readonly Entity[], language: Language): string[] {
  return entities.length > 0 ? [phrase("forSubnets", language, { names: someNames(entities, language) })] : [];
}

function forSubnets(table: RouteTable, network: Network, language: Language): string[] {
  const subnets = network.subnets.filter(({ associations }) =>
    associations.some((association) =>
      association.table.known.some(({ value }) => value.kind === "entity" && value.entity === table),
    ),
  );
  return subnets.length > 0 ? namesText(subnets, language) : [phrase("forNoSubnet", language)];
}

function inTable(route: Route, language: Language): string[] {
  return route.table.known.length > 0 ? [phrase("inTable", language, { table: linkText(route.table) })] : [];
}

function describeGateway(gateway: Gateway, network: Network, language: Language): string[] {
  const kind: PhraseKey = gateway.kind;
  const attached = gateway.vpc.known.length > 0;
  return [
    phrase(kind, language),
    ...(gateway.kind === "transit-gateway"
      ? []
      : [attached ? phrase("attachedTo", language, { vpc: linkText(gateway.vpc) }) : phrase("notAttached", language)]),
    throughText(gateway, network, language),
  ];
}

function describeNat(nat: NatGateway, network: Network, language: Language): string[] {
  const connectivity = nat.connectivity.known[0]?.value;
  const kind = connectivity === undefined ? "nat-gateway" : connectivity === "public" ? "public-nat" : "private-nat";
  const regional = nat.regional.known.some(({ value }) => value);
  return [
    phrase(kind, language),
    regional ? phrase("regional", language) : phrase("sitsIn", language, { subnet: linkText(nat.subnet) }),
    ...(nat.allocation.known.length > 0 ? [phrase("with", language, { name: linkText(nat.allocation) })] : []),
    throughText(nat, network, language),
  ];
}

function throughText(target: Entity, network: Network, language: Language): string {
  const subnets = subnetsThrough(target, network);
  if (subnets.length === 0) return phrase("usedByNone", language);
  const key = subnets.length === 1 ? "usedByOne" : "usedBy";
  return phrase(key, language, { n: subnets.length, names: someNames(subnets, language) });
}

function usersText(eip: ElasticIp, language: Language): string {
  return eip.users.length > 0
    ? phrase("takenBy", language, { names: someNames(eip.users, language) })
    : phrase("unused", language);
}

function rulesText(group: SecurityGroup, language: Language): string {
  const inbound = group.rules.filter(({ direction }) => direction === "ingress").length;
  const separator = language === "ja" ? "、" : ", ";
  return [
    phrase("ingress", language, { n: inbound }),
    phrase("egress", language, { n: group.rules.length - inbound }),
  ].join(separator);
}

function describeEndpoint(endpoint: VpcEndpoint, language: Language): string[] {
  const type = endpoint.type.known[0]?.value ?? "Gateway";
  const service = endpoint.serviceName.known[0]?.value;
  return [
    service === undefined
      ? phrase("vpc-endpoint", language)
      : phrase("service", language, { type, service: code(service) }),
    inPlace(endpoint.vpc, language),
  ];
}

/** "10.0.1.0/24, 251 usable addresses" */
export function blockAndUsable(facts: Facts<CidrText>, language: Language): string | undefined {
  const cidr = facts.known[0]?.value.cidr;
  if (!cidr) return undefined;
  return cidr.family === 4
    ? phrase("usable", language, { block: code(formatCidr(cidr)), n: usableAddresses(cidr).toLocaleString("en") })
    : code(formatCidr(cidr));
}

function isWritten(text: string): boolean {
  return text !== "";
}
