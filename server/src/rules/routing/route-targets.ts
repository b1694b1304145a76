/** What routes lead to: which property takes which resource, and what in the template a route could lead to instead. */
import { contains, parseCidr } from "../../base/cidr.ts";
import {
  type Entity,
  type Link,
  type Network,
  type Route,
  type RouteTable,
  type RouteTarget,
  type RouteTargetProperty,
  routeTargetProperties,
  type Vpc,
} from "../../network/model.ts";
import { looksPrivate, looksPublic } from "../../network/names.ts";
import { effectiveRouteTables } from "../../network/routing.ts";
import { refTo, type TemplateEdit } from "../../template/edit.ts";
import { type Property, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { linkedEntities } from "../basis.ts";
import { attachedInternetGateway } from "../gateways/internet-gateways.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
const propertyByType: ReadonlyMap<string, RouteTargetProperty> = new Map([
  ["AWS::EC2::CarrierGateway", "CarrierGatewayId"],
  ["AWS::EC2::EgressOnlyInternetGateway", "EgressOnlyInternetGatewayId"],
  ["AWS::EC2::Instance", "InstanceId"],
  ["AWS::EC2::InternetGateway", "GatewayId"],
  ["AWS::EC2::NatGateway", "NatGatewayId"],
  ["AWS::EC2::NetworkInterface", "NetworkInterfaceId"],
  ["AWS::EC2::TransitGateway", "TransitGatewayId"],
  ["AWS::EC2::VPCEndpoint", "VpcEndpointId"],
  ["AWS::EC2::VPCPeeringConnection", "VpcPeeringConnectionId"],
  ["AWS::EC2::VPNGateway", "GatewayId"],
]);

/** The property of a route that takes this type of resource. */
export function propertyFor(type: string): RouteTargetProperty | undefined {
  return propertyByType.get(type);
}

/** The resource of the template that a link names by its id; undefined for anything else. */
export function referredResource(link: Link<Entity>): Resource | undefined {
  if (link.kind === "entity") return link.entity.resource;
  return link.kind === "other" && (link.attribute === undefined || link.attribute === "Id") ? link.resource : undefined;
}

/** `NatGatewayId (NatA)`, or the property alone where the target is not in the template. */
export function targetLabel({ property, link }: RouteTarget): string {
  const resource = referredResource(link);
  return resource ? `${property} (${resource.id})` : property;
}

/** The target properties that a route has, in the order written. */
export function writtenTargets({ resource }: Route): readonly Property[] {
  const names: readonly string[] = routeTargetProperties;
  return resource.properties.properties.filter(({ key }) => names.includes(key));
}

/** Whether the property has one value whatever the conditions, so that it can be taken out or replaced as a whole. */
export function isPlain(resource: Resource, property: string): boolean {
  const value = propertyOf(resource.properties, property)?.value;
  return value?.kind === "scalar" || (value?.kind === "call" && value.name !== "If");
}

/** The VPCs of the template that a route may be in. */
export function vpcsOf({ table }: Route): readonly Vpc[] {
  const vpcs = linkedEntities(table).flatMap(({ entity }) => linkedEntities(entity.vpc).map((each) => each.entity));
  return [...new Set(vpcs)];
}

/** Something of the template that a route can lead to. */
export interface Candidate {
  readonly entity: Entity;
  readonly property: RouteTargetProperty;
  /** The attachment that has to be there first. */
  readonly attachment?: Entity | undefined;
}

/** What IPv6 packets to IPv4 destinations are sent to: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
export function isNat64(destination: string): boolean {
  const [prefix, parsed] = [parseCidr("64:ff9b::/96"), parseCidr(destination)];
  return prefix.ok && parsed.ok && contains(prefix.cidr, parsed.cidr);
}

/**
 * What the template has for a route to lead to from its VPC: for the address family of its destination, where it has
 * one, and never what would lead in a circle.
 */
export function candidatesFor(network: Network, route: Route): readonly Candidate[] {
  const tables = linkedEntities(route.table).map(({ entity }) => entity);
  const families = new Set(
    route.destinations.known.flatMap(({ value }) => (value.kind === "cidr" ? value.family : [])),
  );
  const fits = ({ property }: Candidate): boolean => {
    if (property === "EgressOnlyInternetGatewayId") return families.has(6) && !families.has(4);
    return property !== "NatGatewayId" || !families.has(6) || isForNat64(route);
  };
  return vpcsOf(route)
    .flatMap((vpc) => [
      ...internetGateways(network, vpc),
      ...natGateways(network, vpc, tables),
      ...egressOnlyGateways(network, vpc),
      ...vpnGateways(vpc),
      ...transitGateways(network, vpc),
      ...peerings(network, vpc),
      ...firewalls(network, vpc),
    ])
    .filter((candidate) => fits(candidate) && !network.dependencies(candidate.entity.resource).has(route.id));
}

function isForNat64({ destinations }: Route): boolean {
  return destinations.known.some(({ value }) => value.kind === "cidr" && isNat64(value.cidr.text));
}

function internetGateways(network: Network, vpc: Vpc): readonly Candidate[] {
  const found = attachedInternetGateway(network, vpc);
  return found ? [{ entity: found.gateway, property: "GatewayId", attachment: found.attachment }] : [];
}

function natGateways(network: Network, vpc: Vpc, tables: readonly RouteTable[]): readonly Candidate[] {
  return network.natGateways.flatMap((entity): readonly Candidate[] => {
    const subnets = linkedEntities(entity.subnet).map((each) => each.entity);
    const isHere = subnets.some((subnet) => linkedEntities(subnet.vpc).some((each) => each.entity === vpc));
    const isBehindItself = subnets
      .flatMap((subnet) => effectiveRouteTables(network, subnet))
      .some(({ table }) => typeof table === "object" && tables.includes(table));
    return isHere && !isBehindItself ? [{ entity, property: "NatGatewayId" }] : [];
  });
}

export function egressOnlyGateways({ gateways }: Network, vpc: Vpc): readonly Candidate[] {
  return gateways
    .filter((gateway) => gateway.kind === "egress-only-internet-gateway")
    .filter((gateway) => linkedEntities(gateway.vpc).some(({ entity }) => entity === vpc))
    .map((entity) => ({ entity, property: "EgressOnlyInternetGatewayId" }));
}

function vpnGateways(vpc: Vpc): readonly Candidate[] {
  return vpc.attachments.flatMap((attachment) =>
    linkedEntities(attachment.vpnGateway).map(
      ({ entity }): Candidate => ({ entity, property: "GatewayId", attachment }),
    ),
  );
}

function transitGateways({ transitGatewayAttachments }: Network, vpc: Vpc): readonly Candidate[] {
  return transitGatewayAttachments
    .filter((attachment) => linkedEntities(attachment.vpc).some(({ entity }) => entity === vpc))
    .flatMap((attachment) =>
      linkedEntities(attachment.transitGateway).map(
        ({ entity }): Candidate => ({ entity, property: "TransitGatewayId", attachment }),
      ),
    );
}

function peerings({ peerings }: Network, vpc: Vpc): readonly Candidate[] {
  return peerings
    .filter(({ requester, accepter }) =>
      [...linkedEntities(requester), ...linkedEntities(accepter)].some(({ entity }) => entity === vpc),
    )
    .map((entity) => ({ entity, property: "VpcPeeringConnectionId" }));
}

function firewalls({ endpoints }: Network, vpc: Vpc): readonly Candidate[] {
  return endpoints
    .filter((endpoint) => linkedEntities(endpoint.vpc).some(({ entity }) => entity === vpc))
    .filter((endpoint) => endpoint.type.known.some(({ value }) => value === "GatewayLoadBalancer"))
    .map((entity) => ({ entity, property: "VpcEndpointId" }));
}

/** What the route's table is called for: the candidate that its name asks for, or the only one there is. */
export function obviousCandidate(route: Route, candidates: readonly Candidate[]): Candidate | undefined {
  if (candidates.length === 1) return candidates[0];
  const tables = linkedEntities(route.table).map(({ entity }) => entity);
  const ofType = (...types: readonly string[]) =>
    candidates.filter(({ entity }) => types.includes(entity.resource.type));
  const named = tables.some(looksPublic)
    ? ofType("AWS::EC2::InternetGateway")
    : tables.some(looksPrivate)
      ? ofType("AWS::EC2::NatGateway", "AWS::EC2::EgressOnlyInternetGateway")
      : [];
  return named.length === 1 ? named[0] : undefined;
}

/** Leads the route to the candidate; its target of before has to be taken out besides. */
export function leadTo(network: Network, route: Route, candidate: Candidate): readonly TemplateEdit[] {
  const { entity, property, attachment } = candidate;
  return [
    { kind: "set-property", resource: route.id, path: [property], value: refTo(entity.id) },
    ...(attachment ? waitFor(network, route, attachment) : []),
  ];
}

/** Makes the route wait for the attachment, unless it does so already or the attachment waits for the route. */
export function waitFor(network: Network, route: Route, attachment: Entity): readonly TemplateEdit[] {
  if (network.dependencies(route.resource).has(attachment.id)) return [];
  if (network.dependencies(attachment.resource).has(route.id)) return [];
  return [{ kind: "add-depends-on", resource: route.id, target: attachment.id }];
}
