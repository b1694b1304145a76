import { expect, test } from "vitest";
import { defaultRouteMissingIpv6 } from "../../../../server/src/rules/routing/default-route-missing-ipv6.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (
  four: string,
  more = "",
  six = "Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 1, 64]]",
) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Ipv6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Web:
    Type: AWS::EC2::Subnet
    DependsOn: Ipv6
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, ${six} }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Web, RouteTableId: !Ref Table } }
  Table:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Vpc }
  Out:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      ${four}
${more}`;
const igw = "GatewayId: !Ref Igw";
const marked = (text: string, message: string) =>
  text.replace("  Table:\n", `  Table:\n# ^^^^^ 💡 information: ${message}\n`);

test("IPv4 goes out, IPv6 does not", () => {
  checkRule(
    defaultRouteMissingIpv6,
    marked(stack(igw), "Web has IPv6 addresses, but its route table Table leads only IPv4 out (Out)…"),
  );
  checkRule(
    defaultRouteMissingIpv6,
    marked(stack(igw), "Web には IPv6 アドレスがあるが、そのルートテーブル Table で外に出られるのは IPv4 だけ (Out)…"),
    {
      messages: "ja",
    },
  );
});

test("both go out", () =>
  checkRule(
    defaultRouteMissingIpv6,
    stack(
      igw,
      "  Six: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref Table, DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref Igw } }",
    ),
  ));

test("a subnet without IPv6, a design that inspects, a table that may go on elsewhere", () => {
  checkRule(defaultRouteMissingIpv6, stack(igw, "", "MapPublicIpOnLaunch: true"));
  checkRule(defaultRouteMissingIpv6, stack("TransitGatewayId: tgw-1"));
  checkRule(defaultRouteMissingIpv6, stack("VpcEndpointId: vpce-1"));
  checkRule(defaultRouteMissingIpv6, stack(igw, "Outputs: { Table: { Value: !Ref Table } }"));
});

test("leads IPv6 the same way", () =>
  checkFix(
    defaultRouteMissingIpv6,
    stack(igw),
    stack(
      igw,
      `  OutIpv6:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationIpv6CidrBlock: "::/0"
      GatewayId: !Ref Igw
`,
    ),
  ));

test("or through an egress-only gateway beside a NAT gateway", () => {
  const nat = stack("NatGatewayId: nat-1");
  expect(fixTitles(defaultRouteMissingIpv6, nat)).toEqual([
    "Lead ::/0 to a new egress-only gateway VpcEgressOnlyGateway",
  ]);
  checkFix(
    defaultRouteMissingIpv6,
    nat,
    stack(
      "NatGatewayId: nat-1",
      `  VpcEgressOnlyGateway:
    Type: AWS::EC2::EgressOnlyInternetGateway
    Properties:
      VpcId: !Ref Vpc
  OutIpv6:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationIpv6CidrBlock: "::/0"
      EgressOnlyInternetGatewayId: !Ref VpcEgressOnlyGateway
`,
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    defaultRouteMissingIpv6,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const subnet = new ec2.CfnSubnet(this, 'Subnet', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24', ipv6CidrBlock: '2001:db8::/64' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
//                                         ^^^^^ information: Subnet has IPv6 addresses…
new ec2.CfnSubnetRouteTableAssociation(this, 'Use', { subnetId: subnet.ref, routeTableId: table.ref });
new ec2.CfnRoute(this, 'Out', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' });`),
  ));
