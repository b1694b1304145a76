import { expect, test } from "vitest";
import { routeIpv6ToNatGateway } from "../../../../server/src/rules/routing/route-ipv6-to-nat-gateway.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Ipv6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;
const egress = "  Egress: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }\n";
const route = (properties: string) => `
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      ${properties}
`;
const wrong = route("DestinationIpv6CidrBlock: ::/0\n      NatGatewayId: nat-1");

test("IPv6 to a NAT gateway", () =>
  checkRule(
    routeIpv6ToNatGateway,
    marked(
      network + wrong,
      "nat-1",
      "💡 warning: Route sends IPv6 traffic for ::/0 to the NAT gateway NatGatewayId, which translates to IPv4 and passes on IPv6 only for 64:ff9b::/96 (NAT64). Lead it to an egress-only internet gateway.",
    ),
  ));

test("in Japanese", () =>
  checkRule(
    routeIpv6ToNatGateway,
    marked(
      network + wrong,
      "nat-1",
      "💡 warning: Route は ::/0 宛ての IPv6 を NAT ゲートウェイ NatGatewayId に向けているが…",
    ),
    { messages: "ja" },
  ));

test.each([
  ["NAT64", "DestinationIpv6CidrBlock: 64:ff9b::/96\n      NatGatewayId: nat-1"],
  ["IPv4", "DestinationCidrBlock: 0.0.0.0/0\n      NatGatewayId: nat-1"],
  ["an unknown destination", "DestinationIpv6CidrBlock: !ImportValue Block\n      NatGatewayId: nat-1"],
  ["another gateway", "DestinationIpv6CidrBlock: ::/0\n      EgressOnlyInternetGatewayId: eigw-1"],
])("%s", (_name, properties) => checkRule(routeIpv6ToNatGateway, network + route(properties)));

test("exclusive conditions", () =>
  checkRule(
    routeIpv6ToNatGateway,
    `Conditions:
  Six: !Equals [!Ref AWS::Region, us-east-1]
${network}${route(`DestinationIpv6CidrBlock: !If [Six, "::/0", "64:ff9b::/96"]
      EgressOnlyInternetGatewayId: !If [Six, eigw-1, !Ref AWS::NoValue]
      NatGatewayId: !If [Six, !Ref AWS::NoValue, nat-1]`)}`,
  ));

test("leads it to the VPC's egress-only gateway", () =>
  checkFix(
    routeIpv6ToNatGateway,
    network + egress + wrong,
    network + egress + route("DestinationIpv6CidrBlock: ::/0\n      EgressOnlyInternetGatewayId: !Ref Egress"),
  ));

test("or to a new one", () => {
  checkNoFix(routeIpv6ToNatGateway, network.replace(/ {2}Ipv6: .*\n/, "") + wrong);
  checkFix(
    routeIpv6ToNatGateway,
    network + wrong,
    `${network}${route("DestinationIpv6CidrBlock: ::/0\n      EgressOnlyInternetGatewayId: !Ref EgressOnlyInternetGateway")}  EgressOnlyInternetGateway:
    Type: AWS::EC2::EgressOnlyInternetGateway
    Properties:
      VpcId: !Ref Vpc
`,
  );
  expect(fixTitles(routeIpv6ToNatGateway, network + wrong, "ja")).toEqual([
    "Vpc に Egress-Only ゲートウェイ EgressOnlyInternetGateway を追加し、Route を向ける",
  ]);
});

test("offers nothing where the VPC is elsewhere", () =>
  checkNoFix(routeIpv6ToNatGateway, network.replace("VpcId: !Ref Vpc", "VpcId: vpc-1") + wrong));

test("a CDK program", () =>
  checkRule(
    routeIpv6ToNatGateway,
    typescript(`const nat = new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', connectivityType: 'private' });
new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationIpv6CidrBlock: '::/0', natGatewayId: nat.ref });
//                                                                                                       ^^^^^^^ warning: Route sends IPv6 traffic for ::/0 to the NAT gateway Nat…`),
  ));

test("where a condition chooses the NAT gateway, the route is not led elsewhere", () =>
  checkNoFix(
    routeIpv6ToNatGateway,
    `
Conditions:
  HasNat: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  EgressOnly: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  DefaultRoute:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Routes
      DestinationIpv6CidrBlock: ::/0
      NatGatewayId: !If [HasNat, nat-1, !Ref AWS::NoValue]
      EgressOnlyInternetGatewayId: !If [HasNat, !Ref AWS::NoValue, !Ref EgressOnly]
`,
  ));
