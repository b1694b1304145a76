import { expect, test } from "vitest";
import { routeNoTarget } from "../../../../server/src/rules/routing/route-no-target.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;

test("no target at all", () =>
  checkRule(
    routeNoTarget,
    `${network}
  Route:
# ^^^^^ error: Route says nothing about where traffic for 10.1.0.0/16 should go, so EC2 will refuse it. Give it exactly one target, such as GatewayId or NatGatewayId.
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 10.1.0.0/16
`,
  ));

test("in Japanese, without a destination either", () =>
  checkRule(
    routeNoTarget,
    `${network}
  Route:
# ^^^^^ error: Route にターゲットがなく、EC2 は作成を拒否する。GatewayId や NatGatewayId などを 1 つだけ指定すること。
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
`,
    { messages: "ja" },
  ));

test("one target is enough, known or not", () =>
  checkRule(
    routeNoTarget,
    `
Parameters:
  Nat: { Type: String }
Resources:
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  C: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, CoreNetworkArn: !ImportValue Wan } }
  D: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, "Fn::Transform": { Name: AWS::Include, Parameters: { Location: s3://x/y } } } }
`,
  ));

test("a target in each case", () =>
  checkRule(
    routeNoTarget,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: t
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !If [Prod, nat-1, !Ref AWS::NoValue]
      NetworkInterfaceId: !If [Prod, !Ref AWS::NoValue, eni-1]
`,
  ));

test("a case without a target", () =>
  checkRule(
    routeNoTarget,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Route:
# ^^^^^ error: When Prod is false: Route says nothing about where traffic for 0.0.0.0/0 should go…
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: t
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !If [Prod, nat-1, !Ref AWS::NoValue]
`,
  ));

const gateways = `${network}
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
`;
const open = `
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
`;

test("leads the route to the only gateway, behind its attachment", () =>
  checkFix(
    routeNoTarget,
    gateways + open,
    `${gateways}
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
`,
  ));

test("offers what the VPC has, in both languages", () => {
  const more = `
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Subnet, ConnectivityType: private } }
  Peering: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Vpc, PeerVpcId: vpc-1 } }
  Stray: { Type: AWS::EC2::InternetGateway }
`;
  expect(fixTitles(routeNoTarget, gateways + more + open)).toEqual([
    "Lead Route to Igw",
    "Lead Route to Nat",
    "Lead Route to Peering",
  ]);
  expect(fixTitles(routeNoTarget, gateways + open, "ja")).toEqual(["Route を Igw に向ける"]);
});

test("offers nothing where a branch has a target, or there is no gateway", () => {
  checkNoFix(routeNoTarget, network + open);
  checkNoFix(
    routeNoTarget,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
${gateways}${open}      NatGatewayId: !If [Prod, nat-1, !Ref AWS::NoValue]
`,
  );
});

test("a CDK program", () =>
  checkRule(
    routeNoTarget,
    typescript(`new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0' });
//                      ^^^^^ error: Route says nothing…`),
  ));
