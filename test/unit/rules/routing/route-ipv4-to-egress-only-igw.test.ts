import { expect, test } from "vitest";
import { routeIpv4ToEgressOnlyIgw } from "../../../../server/src/rules/routing/route-ipv4-to-egress-only-igw.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  InTable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  Egress: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }
`;
const route = (properties: string) => `${network}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      ${properties}
`;
const wrong = route("DestinationCidrBlock: 0.0.0.0/0\n      EgressOnlyInternetGatewayId: !Ref Egress");

test("IPv4 to an egress-only gateway", () =>
  checkRule(
    routeIpv4ToEgressOnlyIgw,
    marked(
      wrong,
      "!Ref Egress",
      "💡 error: Route sends IPv4 traffic (0.0.0.0/0) to the egress-only gateway Egress, which carries IPv6 only. EC2 will refuse it. For IPv4 use a NAT gateway; for IPv6 write DestinationIpv6CidrBlock.",
    ),
  ));

test("in Japanese", () =>
  checkRule(
    routeIpv4ToEgressOnlyIgw,
    marked(
      wrong,
      "!Ref Egress",
      "💡 error: Route は IPv4 の 0.0.0.0/0 を Egress-Only インターネットゲートウェイ Egress に向けているが…",
    ),
    { messages: "ja" },
  ));

test.each([
  ["IPv6", 'DestinationIpv6CidrBlock: "::/0"\n      EgressOnlyInternetGatewayId: !Ref Egress'],
  [
    "an unknown destination",
    "DestinationCidrBlock: !ImportValue Block\n      EgressOnlyInternetGatewayId: !Ref Egress",
  ],
  [
    "IPv6 in the wrong property, for another rule to say",
    'DestinationCidrBlock: "::/0"\n      EgressOnlyInternetGatewayId: !Ref Egress',
  ],
  ["another gateway", "DestinationCidrBlock: 0.0.0.0/0\n      GatewayId: igw-1"],
])("%s", (_name, properties) => checkRule(routeIpv4ToEgressOnlyIgw, route(properties)));

test("exclusive conditions", () =>
  checkRule(
    routeIpv4ToEgressOnlyIgw,
    `Conditions:
  Six: !Equals [!Ref AWS::Region, us-east-1]
${route(`DestinationCidrBlock: !If [Six, !Ref AWS::NoValue, 0.0.0.0/0]
      DestinationIpv6CidrBlock: !If [Six, "::/0", !Ref AWS::NoValue]
      NatGatewayId: !If [Six, !Ref AWS::NoValue, nat-1]
      EgressOnlyInternetGatewayId: !If [Six, !Ref Egress, !Ref AWS::NoValue]`)}`,
  ));

const nat =
  "  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Public, ConnectivityType: private } }\n  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }\n  InTable2: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: rtb-2 } }\n";

test("leads it through a NAT gateway", () =>
  checkFix(
    routeIpv4ToEgressOnlyIgw,
    wrong + nat,
    route("DestinationCidrBlock: 0.0.0.0/0\n      NatGatewayId: !Ref Nat") + nat,
    { title: "Lead Route to Nat" },
  ));

test("or makes it a route for IPv6", () => {
  checkFix(
    routeIpv4ToEgressOnlyIgw,
    wrong,
    route('EgressOnlyInternetGatewayId: !Ref Egress\n      DestinationIpv6CidrBlock: "::/0"'),
  );
  expect(fixTitles(routeIpv4ToEgressOnlyIgw, wrong, "ja")).toEqual(["Route を IPv6 のデフォルトルート (::/0) にする"]);
});

test("offers nothing for a narrower destination without a NAT gateway", () =>
  checkNoFix(routeIpv4ToEgressOnlyIgw, wrong.replace("0.0.0.0/0", "8.8.8.0/24")));

test("makes no second default route for IPv6", () =>
  checkNoFix(
    routeIpv4ToEgressOnlyIgw,
    `${wrong}  Six: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: !Ref Egress } }\n`,
  ));

test("a CDK program", () =>
  checkRule(
    routeIpv4ToEgressOnlyIgw,
    typescript(`const egress = new ec2.CfnEgressOnlyInternetGateway(this, 'Egress', { vpcId: 'vpc-1' });
new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', egressOnlyInternetGatewayId: egress.ref });
//                                                                                                                       ^^^^^^^^^^ 💡 error: Route sends IPv4 traffic…`),
  ));
