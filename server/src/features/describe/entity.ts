/** What a resource is in the network of its template, in a line or two: for hovers and wherever a name needs a meaning. */
import type { Language } from "../../base/localized.ts";
import type {
  ElasticIp,
  Entity,
  Gateway,
  NatGateway,
  Network,
  NetworkAcl,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  TransitGatewayAttachment,
  Vpc,
  VpcCidrAssociation,
  VpcEndpoint,
  VpcPeering,
} from "../../network/model.ts";
import { code } from "../markdown.ts";
import { cidrText, inPlace, linkText, routeText, someNames } from "./parts.ts";
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
      return describeVpc(entity, network, language);
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
        phrase("between", language, {
          a: linkText(entity.requester, language),
          b: linkText(entity.accepter, language),
        }),
      ];
    case "transit-gateway-attachment":
      return [
        phrase("transit-gateway-attachment", language),
        phrase("between", language, {
          a: linkText(entity.transitGateway, language),
          b: linkText(entity.vpc, language),
        }),
      ];
    default:
      return describeGateway(entity, network, language);
  }
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
  return route.table.known.length > 0 ? [phrase("inTable", language, { table: linkText(route.table, language) })] : [];
}

function describeGateway(gateway: Gateway, network: Network, language: Language): string[] {
  const kind: PhraseKey = gateway.kind;
  const attached = gateway.vpc.known.length > 0;
  return [
    phrase(kind, language),
    ...(gateway.kind === "transit-gateway"
      ? []
      : [
          attached
            ? phrase("attachedTo", language, { vpc: linkText(gateway.vpc, language) })
            : phrase("notAttached", language),
        ]),
    throughText(gateway, network, language),
  ];
}

function describeNat(nat: NatGateway, network: Network, language: Language): string[] {
  // Not written means public: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html
  const connectivity = nat.connectivity.known[0]?.value ?? (nat.connectivity.unknown.length > 0 ? undefined : "public");
  const kind = connectivity === undefined ? "nat-gateway" : connectivity === "public" ? "public-nat" : "private-nat";
  const regional = nat.regional.known.some(({ value }) => value);
  return [
    phrase(kind, language),
    regional ? phrase("regional", language) : phrase("sitsIn", language, { subnet: linkText(nat.subnet, language) }),
    ...(nat.allocation.known.length > 0
      ? [phrase("with", language, { name: linkText(nat.allocation, language) })]
      : []),
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

function isWritten(text: string): boolean {
  return text !== "";
}
