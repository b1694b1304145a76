/**
 * Which properties hold which kind of value. Words of enumerations and plain numbers name their properties themselves
 * (`knowledge/values/words.yaml`, `numbers.yaml`); addresses are known by their form, wherever they stand.
 */

export const valueKinds = [
  "port",
  "icmp-type",
  "icmp-code",
  "protocol",
  "asn",
  "tunnel-cidr",
  "pre-shared-key",
  "endpoint-service",
  "zone",
  "prefix-list",
] as const;
export type ValueKind = (typeof valueKinds)[number];

const stateless =
  "AWS::NetworkFirewall::RuleGroup.RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules.RuleDefinition.MatchAttributes";
const tunnel = "AWS::EC2::VPNConnection.VpnTunnelOptionsSpecifications";
const securityGroupRules = [
  "AWS::EC2::SecurityGroup.SecurityGroupIngress",
  "AWS::EC2::SecurityGroup.SecurityGroupEgress",
  "AWS::EC2::SecurityGroupIngress",
  "AWS::EC2::SecurityGroupEgress",
];

const places: Readonly<Record<ValueKind, readonly string[]>> = {
  port: [
    ...ends(securityGroupRules, "FromPort", "ToPort"),
    ...ends(["AWS::EC2::NetworkAclEntry.PortRange"], "From", "To"),
    ...ends(
      [
        "AWS::EC2::TrafficMirrorFilterRule.DestinationPortRange",
        "AWS::EC2::TrafficMirrorFilterRule.SourcePortRange",
        "AWS::EC2::NetworkInsightsPath.FilterAtSource.SourcePortRange",
        "AWS::EC2::NetworkInsightsPath.FilterAtSource.DestinationPortRange",
        "AWS::EC2::NetworkInsightsPath.FilterAtDestination.SourcePortRange",
        "AWS::EC2::NetworkInsightsPath.FilterAtDestination.DestinationPortRange",
        "AWS::EC2::VerifiedAccessEndpoint.CidrOptions.PortRanges",
        "AWS::EC2::VerifiedAccessEndpoint.LoadBalancerOptions.PortRanges",
        "AWS::EC2::VerifiedAccessEndpoint.NetworkInterfaceOptions.PortRanges",
        "AWS::GlobalAccelerator::Listener.PortRanges",
        `${stateless}.DestinationPorts`,
        `${stateless}.SourcePorts`,
      ],
      "FromPort",
      "ToPort",
    ),
    "AWS::EC2::NetworkInsightsPath.DestinationPort",
    "AWS::EC2::ClientVpnEndpoint.VpnPort",
    "AWS::EC2::VerifiedAccessEndpoint.LoadBalancerOptions.Port",
    "AWS::EC2::VerifiedAccessEndpoint.NetworkInterfaceOptions.Port",
    "AWS::EC2::VerifiedAccessEndpoint.RdsOptions.Port",
    "AWS::ECS::Service.LoadBalancers.ContainerPort",
    "AWS::ECS::TaskDefinition.ContainerDefinitions.PortMappings.ContainerPort",
    "AWS::ECS::TaskDefinition.ContainerDefinitions.PortMappings.HostPort",
    "AWS::ElasticLoadBalancing::LoadBalancer.Listeners.InstancePort",
    "AWS::ElasticLoadBalancing::LoadBalancer.Listeners.LoadBalancerPort",
    "AWS::ElasticLoadBalancingV2::Listener.Port",
    "AWS::ElasticLoadBalancingV2::Listener.DefaultActions.RedirectConfig.Port",
    "AWS::ElasticLoadBalancingV2::ListenerRule.Actions.RedirectConfig.Port",
    "AWS::ElasticLoadBalancingV2::TargetGroup.Port",
    "AWS::ElasticLoadBalancingV2::TargetGroup.HealthCheckPort",
    "AWS::ElasticLoadBalancingV2::TargetGroup.Targets.Port",
    "AWS::GlobalAccelerator::EndpointGroup.HealthCheckPort",
    "AWS::GlobalAccelerator::EndpointGroup.PortOverrides.EndpointPort",
    "AWS::GlobalAccelerator::EndpointGroup.PortOverrides.ListenerPort",
    "AWS::Route53::HealthCheck.HealthCheckConfig.Port",
    "AWS::Route53Resolver::ResolverRule.TargetIps.Port",
    "AWS::VpcLattice::Listener.Port",
    "AWS::VpcLattice::TargetGroup.Config.Port",
    "AWS::VpcLattice::TargetGroup.Config.HealthCheck.Port",
    "AWS::VpcLattice::TargetGroup.Targets.Port",
    "ec2.Port.tcp",
    "ec2.Port.tcpRange",
    "ec2.Port.udp",
    "ec2.Port.udpRange",
    "ec2.AclTraffic.tcpPort",
    "ec2.AclTraffic.tcpPortRange",
    "ec2.AclTraffic.udpPort",
    "ec2.AclTraffic.udpPortRange",
    "elbv2.ApplicationListener.port",
    "elbv2.ApplicationTargetGroup.port",
    "elbv2.NetworkListener.port",
    "elbv2.NetworkTargetGroup.port",
    ".addListener.port",
    ".addTargets.port",
    ".addPortMappings.containerPort",
    ".addPortMappings.hostPort",
  ],
  "icmp-type": ["AWS::EC2::NetworkAclEntry.Icmp.Type", "ec2.Port.icmpType", "ec2.Port.icmpTypeAndCode"],
  "icmp-code": ["AWS::EC2::NetworkAclEntry.Icmp.Code"],
  protocol: [
    ...securityGroupRules.map((rule) => `${rule}.IpProtocol`),
    "AWS::EC2::NetworkAclEntry.Protocol",
    "AWS::EC2::TrafficMirrorFilterRule.Protocol",
    "AWS::EC2::NetworkInsightsPath.Protocol",
    "AWS::ECS::TaskDefinition.ContainerDefinitions.PortMappings.Protocol",
    `${stateless}.Protocols`,
    "AWS::NetworkFirewall::TLSInspectionConfiguration.TLSInspectionConfiguration.ServerCertificateConfigurations.Scopes.Protocols",
  ],
  asn: [
    "AWS::EC2::CustomerGateway.BgpAsn",
    "AWS::EC2::CustomerGateway.BgpAsnExtended",
    "AWS::EC2::VPNGateway.AmazonSideAsn",
    "AWS::EC2::TransitGateway.AmazonSideAsn",
    "AWS::EC2::TransitGatewayConnectPeer.ConnectPeerConfiguration.BgpConfigurations.PeerAsn",
    "AWS::EC2::TransitGatewayConnectPeer.ConnectPeerConfiguration.BgpConfigurations.TransitGatewayAsn",
    "AWS::EC2::RouteServer.AmazonSideAsn",
    "AWS::EC2::RouteServerPeer.BgpOptions.PeerAsn",
    "AWS::EC2::LocalGatewayVirtualInterface.PeerBgpAsn",
    "AWS::EC2::LocalGatewayVirtualInterface.PeerBgpAsnExtended",
    "AWS::DirectConnect::DirectConnectGateway.AmazonSideAsn",
    "AWS::DirectConnect::PrivateVirtualInterface.BgpPeers.Asn",
    "AWS::DirectConnect::PublicVirtualInterface.BgpPeers.Asn",
    "AWS::DirectConnect::TransitVirtualInterface.BgpPeers.Asn",
    "AWS::NetworkManager::ConnectPeer.BgpOptions.PeerAsn",
    "ec2.VpnGateway.amazonSideAsn",
    ".addVpnConnection.asn",
  ],
  "tunnel-cidr": [`${tunnel}.TunnelInsideCidr`, `${tunnel}.TunnelInsideIpv6Cidr`],
  "pre-shared-key": [`${tunnel}.PreSharedKey`],
  "endpoint-service": ["AWS::EC2::VPCEndpoint.ServiceName"],
  zone: [
    "AWS::EC2::Subnet.AvailabilityZone",
    "AWS::EC2::Subnet.AvailabilityZoneId",
    "AWS::EC2::Instance.AvailabilityZone",
    "AWS::EC2::ClientVpnTargetNetworkAssociation.AvailabilityZone",
    "AWS::EC2::ClientVpnTargetNetworkAssociation.AvailabilityZoneId",
    "AWS::EC2::ClientVpnEndpoint.TransitGatewayConfiguration.AvailabilityZones",
    "AWS::EC2::ClientVpnEndpoint.TransitGatewayConfiguration.AvailabilityZoneIds",
    "AWS::EC2::NatGateway.AvailabilityZoneAddresses.AvailabilityZone",
    "AWS::EC2::NatGateway.AvailabilityZoneAddresses.AvailabilityZoneId",
    "AWS::ElasticLoadBalancing::LoadBalancer.AvailabilityZones",
    "AWS::ElasticLoadBalancingV2::TargetGroup.Targets.AvailabilityZone",
    "AWS::NetworkFirewall::Firewall.AvailabilityZoneMappings.AvailabilityZone",
    "ec2.Vpc.availabilityZones",
    "ec2.Subnet.availabilityZone",
    "ec2.PublicSubnet.availabilityZone",
    "ec2.PrivateSubnet.availabilityZone",
  ],
  "prefix-list": [
    "AWS::EC2::Route.DestinationPrefixListId",
    "AWS::EC2::SecurityGroup.SecurityGroupIngress.SourcePrefixListId",
    "AWS::EC2::SecurityGroup.SecurityGroupEgress.DestinationPrefixListId",
    "AWS::EC2::SecurityGroupIngress.SourcePrefixListId",
    "AWS::EC2::SecurityGroupEgress.DestinationPrefixListId",
    "AWS::EC2::PrefixList.PrefixListName",
    "ec2.Peer.prefixList",
    "ec2.PrefixList.prefixListName",
    "ec2.PrefixList.fromLookup.prefixListName",
  ],
};

const kindByPlace: ReadonlyMap<string, ValueKind> = new Map(
  valueKinds.flatMap((kind) => places[kind].map((place) => [place, kind] as const)),
);

/** The place of a property as this table and the knowledge base name it: `AWS::EC2::VPC.CidrBlock`. */
export function placeOf(resource: { readonly type: string }, path: readonly string[]): string {
  return [resource.type, ...path].join(".");
}

/** The kind of value at a property path or CDK symbol; undefined where only its form tells. */
export function kindAt(place: string): ValueKind | undefined {
  return kindByPlace.get(place);
}

/** All places of a kind. */
export function placesOf(kind: ValueKind): readonly string[] {
  return places[kind];
}

function ends(objects: readonly string[], from: string, to: string): readonly string[] {
  return objects.flatMap((object) => [`${object}.${from}`, `${object}.${to}`]);
}
