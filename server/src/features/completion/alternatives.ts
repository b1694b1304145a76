/** Properties of which only one may be written: where one stands, the others are not offered. */
import { parseCidr } from "../../base/cidr.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { textOf } from "../../template/values.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

const ingressSources = [
  ["CidrIp"],
  ["CidrIpv6"],
  ["SourcePrefixListId"],
  ["SourceSecurityGroupId", "SourceSecurityGroupName", "SourceSecurityGroupOwnerId"],
];
const egressTargets = [["CidrIp"], ["CidrIpv6"], ["DestinationPrefixListId"], ["DestinationSecurityGroupId"]];

/**
 * Lists of alternatives, each a list of names that go together, by the place of the object that holds them. Sources:
 * the pages of the types in the TemplateReference (read 2026-11-23).
 */
const alternatives: Readonly<Record<string, readonly (readonly (readonly string[])[])[]>> = {
  "AWS::EC2::Route": [
    [["DestinationCidrBlock"], ["DestinationIpv6CidrBlock"], ["DestinationPrefixListId"]],
    [
      "GatewayId",
      "NatGatewayId",
      "TransitGatewayId",
      "VpcPeeringConnectionId",
      "EgressOnlyInternetGatewayId",
      "VpcEndpointId",
      "NetworkInterfaceId",
      "InstanceId",
      "CarrierGatewayId",
      "LocalGatewayId",
      "CoreNetworkArn",
      "OdbNetworkArn",
    ].map((name) => [name]),
  ],
  "AWS::EC2::SecurityGroupIngress": [ingressSources],
  "AWS::EC2::SecurityGroup.SecurityGroupIngress": [ingressSources],
  "AWS::EC2::SecurityGroupEgress": [egressTargets],
  "AWS::EC2::SecurityGroup.SecurityGroupEgress": [egressTargets],
  "AWS::EC2::NetworkAclEntry": [[["CidrBlock"], ["Ipv6CidrBlock"]]],
  "AWS::EC2::VPC": [[["CidrBlock"], ["Ipv4IpamPoolId", "Ipv4NetmaskLength"]]],
  "AWS::EC2::Subnet": [[["AvailabilityZone"], ["AvailabilityZoneId"]]],
  "AWS::EC2::VPCGatewayAttachment": [[["InternetGatewayId"], ["VpnGatewayId"]]],
  "AWS::EC2::VPNConnection": [[["VpnGatewayId"], ["TransitGatewayId"]]],
  "AWS::EC2::CustomerGateway": [[["BgpAsn"], ["BgpAsnExtended"]]],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [[["Subnets"], ["SubnetMappings"]]],
  "AWS::Route53::RecordSet": [
    [["HostedZoneId"], ["HostedZoneName"]],
    [["AliasTarget"], ["TTL", "ResourceRecords"]],
  ],
};

/** Whether another that excludes it stands there already. */
export function isExcluded(place: string, name: string, present: readonly string[]): boolean {
  return (alternatives[place] ?? []).some((ways) => {
    const own = ways.find((way) => way.includes(name));
    return own !== undefined && ways.some((way) => way !== own && way.some((other) => present.includes(other)));
  });
}

/** Whether it belongs to alternatives of which none is there yet: that is what comes next. */
export function isOpenChoice(place: string, name: string, present: readonly string[]): boolean {
  return (alternatives[place] ?? []).some((ways) => {
    return ways.some((way) => way.includes(name)) && !ways.flat().some((other) => present.includes(other));
  });
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
const nat64 = "64:ff9b::/96";

/**
 * Whether a route to its destination may have the target: an egress-only gateway takes IPv6 alone, a NAT gateway no
 * IPv6 but that of NAT64.
 */
export function takesTarget(properties: Expression, target: string, { evaluator }: Snapshot): boolean {
  const written = (name: string): string | undefined => {
    const value = propertyOf(properties, name)?.value;
    return value && (textOf(evaluator.resolve(value)) ?? "");
  };
  const v4 = written("DestinationCidrBlock");
  const v6 = written("DestinationIpv6CidrBlock");
  if (target === "EgressOnlyInternetGatewayId") return v4 === undefined || v4.includes(":");
  if (target === "NatGatewayId") return v6 === undefined || v6 === "" || v6 === nat64 || !parseCidr(v6).ok;
  return true;
}
