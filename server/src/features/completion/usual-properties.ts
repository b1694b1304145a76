/** Properties that are mostly written, in the order in which people write them; they come before the others. */

const firewallRule = [
  "IpProtocol",
  "FromPort",
  "ToPort",
  "CidrIp",
  "SourceSecurityGroupId",
  "DestinationSecurityGroupId",
];

const usual: Readonly<Record<string, readonly string[]>> = {
  "AWS::EC2::VPC": ["CidrBlock", "EnableDnsSupport", "EnableDnsHostnames", "Tags"],
  "AWS::EC2::Subnet": ["VpcId", "CidrBlock", "AvailabilityZone", "MapPublicIpOnLaunch", "Tags"],
  "AWS::EC2::NatGateway": ["SubnetId", "AllocationId", "ConnectivityType", "Tags"],
  "AWS::EC2::SecurityGroup": ["GroupDescription", "VpcId", "SecurityGroupIngress", "SecurityGroupEgress", "Tags"],
  "AWS::EC2::SecurityGroup.SecurityGroupIngress": firewallRule,
  "AWS::EC2::SecurityGroup.SecurityGroupEgress": firewallRule,
  "AWS::EC2::SecurityGroupIngress": ["GroupId", ...firewallRule],
  "AWS::EC2::SecurityGroupEgress": ["GroupId", ...firewallRule],
  "AWS::EC2::NetworkAclEntry": [
    "NetworkAclId",
    "RuleNumber",
    "Protocol",
    "RuleAction",
    "Egress",
    "CidrBlock",
    "PortRange",
  ],
  "AWS::EC2::VPCEndpoint": [
    "VpcId",
    "ServiceName",
    "VpcEndpointType",
    "RouteTableIds",
    "SubnetIds",
    "SecurityGroupIds",
    "PrivateDnsEnabled",
  ],
  "AWS::EC2::VPNConnection": ["Type", "CustomerGatewayId", "VpnGatewayId", "TransitGatewayId", "StaticRoutesOnly"],
  "AWS::EC2::CustomerGateway": ["Type", "IpAddress", "BgpAsn"],
  "AWS::EC2::TransitGateway": ["AmazonSideAsn", "DefaultRouteTableAssociation", "DefaultRouteTablePropagation"],
  "AWS::EC2::Instance": ["ImageId", "InstanceType", "SubnetId", "SecurityGroupIds", "Tags"],
  "AWS::EC2::FlowLog": ["ResourceType", "ResourceId", "TrafficType", "LogDestinationType", "LogDestination"],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": ["Type", "Scheme", "Subnets", "SecurityGroups"],
  "AWS::ElasticLoadBalancingV2::TargetGroup": ["VpcId", "Protocol", "Port", "TargetType", "HealthCheckPath"],
  "AWS::ElasticLoadBalancingV2::Listener": ["LoadBalancerArn", "Protocol", "Port", "DefaultActions", "Certificates"],
  "AWS::Route53::RecordSet": ["HostedZoneId", "Name", "Type", "TTL", "ResourceRecords", "AliasTarget"],
  "AWS::Serverless::Function": [
    "CodeUri",
    "Handler",
    "Runtime",
    "Events",
    "VpcConfig",
    "Environment",
    "Policies",
    "MemorySize",
    "Timeout",
  ],
  "AWS::Serverless::Api": ["StageName", "EndpointConfiguration", "Auth", "Cors"],
};

/** Names that come first at the place, in order. */
export function usualProperties(place: string): readonly string[] {
  return usual[place] ?? [];
}
