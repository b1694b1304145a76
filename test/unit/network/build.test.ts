import { describe, expect, test } from "vitest";
import { named, networkOf, showFacts, showLink, vpcOf } from "../../support/check-network.ts";

const ids = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);

const network = networkOf(`
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Extra: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 100.64.0.0/16 } }
  V6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, Tags: [{ Key: Name, Value: app-a }] } }
  A6: { Type: AWS::EC2::SubnetCidrBlock, Properties: { SubnetId: !Ref A, Ipv6CidrBlock: "2001:db8::/64" } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  InTable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !GetAtt Igw.InternetGatewayId } }
  Eigw: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }
  Propagation: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref Table], VpnGatewayId: !Ref Vgw } }
  Edge: { Type: AWS::EC2::GatewayRouteTableAssociation, Properties: { RouteTableId: !Ref Table, GatewayId: !Ref Igw } }
  Eip: { Type: AWS::EC2::EIP }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { AllocationId: !GetAtt Eip.AllocationId, SubnetId: !Ref A, ConnectivityType: Public } }
  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: web
      SecurityGroupIngress:
        - { IpProtocol: TCP, FromPort: "443", ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: "-1", SourceSecurityGroupId: !GetAtt Group.GroupId }
  More: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: 6, FromPort: 80, ToPort: 80, CidrIpv6: "::/0" } }
  Stray: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: sg-1, IpProtocol: -1, DestinationPrefixListId: pl-1 } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Entry: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0, PortRange: { From: 1024, To: "65535" } } }
  InAcl: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref A, NetworkAclId: !Ref Acl } }
  S3: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: com.amazonaws.ap-northeast-1.s3, RouteTableIds: [!Ref Table, rtb-1] } }
  Peer: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Vpc, PeerVpcId: vpc-2 } }
  Tgw: { Type: AWS::EC2::TransitGateway }
  TgwA: { Type: AWS::EC2::TransitGatewayVpcAttachment, Properties: { TransitGatewayId: !Ref Tgw, VpcId: !Ref Vpc, SubnetIds: [!Ref A] } }
`);

describe("edges", () => {
  test("a VPC knows what lies in it", () => {
    const vpc = vpcOf(network, "Vpc");
    expect({
      secondary: ids(vpc.secondary),
      subnets: ids(vpc.subnets),
      routeTables: ids(vpc.routeTables),
      attachments: ids(vpc.attachments),
      endpoints: ids(vpc.endpoints),
      exposed: vpc.exposed,
    }).toEqual({
      secondary: ["Extra", "V6"],
      subnets: ["A"],
      routeTables: ["Table"],
      attachments: ["Attach", "Eigw"],
      endpoints: ["S3"],
      exposed: false,
    });
    expect(vpc.secondary.map(({ providesIpv6 }) => providesIpv6)).toEqual([false, true]);
  });

  test("subnets and route tables know each other through associations", () => {
    const [subnet, table] = [named(network.subnets, "A"), named(network.routeTables, "Table")];
    expect(ids(subnet.associations)).toEqual(["InTable"]);
    expect(ids(table.associations)).toEqual(["InTable"]);
    expect(ids(table.routes)).toEqual(["Route"]);
    expect(ids(table.gatewayAssociations)).toEqual(["Edge"]);
    expect(table.propagates).toBe(true);
    expect(subnet.nameTag).toBe("app-a");
    expect(subnet.hasIpv6).toBe(true);
    expect(showFacts(subnet.ipv6, ({ text }) => text)).toEqual(["2001:db8::/64"]);
  });

  test("gateways know where they are attached", () => {
    const vpcs = network.gateways.map(({ id, vpc }) => [id, ...showFacts(vpc, showLink)]);
    expect(vpcs).toEqual([
      ["Igw", "Vpc"],
      ["Vgw", "-"],
      ["Eigw", "Vpc"],
      ["Tgw", "-"],
    ]);
  });

  test("a NAT gateway, its address and its subnet", () => {
    const nat = named(network.natGateways, "Nat");
    expect(showFacts(nat.connectivity, String)).toEqual(["public"]);
    expect(showFacts(nat.regional, String)).toEqual(["-"]);
    expect(showFacts(nat.subnet, showLink)).toEqual(["A"]);
    expect(showFacts(nat.allocation, showLink)).toEqual(["Eip"]);
    expect(ids(named(network.elasticIps, "Eip").users)).toEqual(["Nat"]);
  });

  test("rules of security groups, inline and standalone", () => {
    const show = (rules: typeof network.securityGroupRules) =>
      rules.map((rule) =>
        [
          rule.resource.id,
          rule.direction,
          ...showFacts(rule.protocol, String),
          ...showFacts(rule.fromPort, String),
          ...showFacts(rule.toPort, String),
          ...showFacts(rule.peerGroup, showLink),
        ].join(" "),
      );
    expect(show(named(network.securityGroups, "Group").rules)).toEqual([
      "Group ingress tcp 443 443 -",
      "Group ingress -1 - - Group",
      "More ingress tcp 80 80 -",
    ]);
    expect(show(network.securityGroupRules.slice(-1))).toEqual(["Stray egress -1 - - -"]);
  });

  test("a network ACL, its entries and subnets", () => {
    const acl = named(network.networkAcls, "Acl");
    expect(ids(acl.subnets)).toEqual(["A"]);
    const [entry] = acl.entries;
    expect(
      entry &&
        [entry.ruleNumber, entry.protocol, entry.fromPort, entry.toPort].flatMap((facts) => showFacts(facts, String)),
    ).toEqual(["100", "6", "1024", "65535"]);
  });

  test("endpoints, peerings, transit gateway attachments", () => {
    expect(showFacts(named(network.endpoints, "S3").routeTables, showLink)).toEqual(["Table", "<literal rtb-1>"]);
    expect(showFacts(named(network.peerings, "Peer").accepter, showLink)).toEqual(["<literal vpc-2>"]);
    expect(showFacts(named(network.transitGatewayAttachments, "TgwA").transitGateway, showLink)).toEqual(["Tgw"]);
  });

  test("every entity by its logical ID; a gateway stands for its own attachment", () => {
    expect(network.byId.get("Eigw")).toBe(named(network.gateways, "Eigw"));
    expect([...network.byId.keys()]).toEqual(expect.arrayContaining(["Vpc", "A", "Route", "Attach", "Entry", "TgwA"]));
  });
});

test("inline rules in an Fn::If hold under its guard", () => {
  const { securityGroupRules } = networkOf(`
Conditions:
  Open: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  G:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - !If [Open, { IpProtocol: tcp, CidrIp: 0.0.0.0/0 }, !Ref AWS::NoValue]
`);
  expect(securityGroupRules.map((rule) => showFacts(rule.cidr, ({ text }) => text))).toEqual([["0.0.0.0/0 if Open"]]);
});

test("an empty or half-typed template gives an empty or half-known network", () => {
  expect(networkOf("Resources: {}\n").vpcs).toEqual([]);
  const half = networkOf(
    "Resources:\n  V:\n    Type: AWS::EC2::VPC\n  S:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId:\n",
  );
  expect(showFacts(named(half.subnets, "S").vpc, showLink)).toEqual(["?"]);
});
