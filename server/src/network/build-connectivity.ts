/** VPC endpoints, peering connections, transit gateway attachments. */
import type { VpcDraft } from "./build-addressing.ts";
import { type BuildContext, byId, entitiesOf } from "./build-context.ts";
import { readOneOf, readText } from "./facts.ts";
import type { Gateway, RouteTable, Subnet, TransitGatewayAttachment, Vpc, VpcEndpoint, VpcPeering } from "./model.ts";

export function buildEndpoints(
  context: BuildContext,
  vpcs: readonly VpcDraft[],
  subnets: readonly Subnet[],
  tables: readonly RouteTable[],
): readonly VpcEndpoint[] {
  const [vpcById, subnetById, tableById] = [byId(vpcs), byId(subnets), byId(tables)];
  return context.of("AWS::EC2::VPCEndpoint").map((entity) => {
    const endpoint: VpcEndpoint = {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "vpc-endpoint",
      vpc: context.link<Vpc>(entity, "VpcId", vpcById),
      type: context.facts(
        entity,
        "VpcEndpointType",
        readOneOf("Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork"),
      ),
      serviceName: context.facts(entity, "ServiceName", readText),
      subnets: context.links(entity, "SubnetIds", subnetById),
      routeTables: context.links(entity, "RouteTableIds", tableById),
    };
    for (const { id } of entitiesOf(endpoint.vpc)) vpcById.get(id)?.endpoints.push(endpoint);
    return endpoint;
  });
}

export function buildPeerings(context: BuildContext, vpcs: readonly Vpc[]): readonly VpcPeering[] {
  const vpcById = byId(vpcs);
  return context.of("AWS::EC2::VPCPeeringConnection").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "vpc-peering",
    requester: context.link(entity, "VpcId", vpcById),
    accepter: context.link(entity, "PeerVpcId", vpcById),
  }));
}

export function buildTransitGatewayAttachments(
  context: BuildContext,
  vpcs: readonly Vpc[],
  subnets: readonly Subnet[],
  gateways: readonly Gateway[],
): readonly TransitGatewayAttachment[] {
  const [vpcById, subnetById, gatewayById] = [byId(vpcs), byId(subnets), byId(gateways)];
  return context.of("AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "transit-gateway-attachment",
    transitGateway: context.link(entity, "TransitGatewayId", gatewayById),
    vpc: context.link(entity, "VpcId", vpcById),
    subnets: context.links(entity, "SubnetIds", subnetById),
  }));
}
