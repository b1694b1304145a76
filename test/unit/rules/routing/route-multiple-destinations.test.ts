import { test } from "vitest";
import { routeMultipleDestinations } from "../../../../server/src/rules/routing/route-multiple-destinations.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("two destinations", () =>
  checkRule(
    routeMultipleDestinations,
    `
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      DestinationIpv6CidrBlock: ::/0
#     ^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Route has two destinations, 0.0.0.0/0 and ::/0. A route takes one, so EC2 will refuse it. Write a route for each.
      GatewayId: igw-1
`,
  ));

test("in Japanese, with a prefix list", () =>
  checkRule(
    routeMultipleDestinations,
    `
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationPrefixListId: pl-1
#     ^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Route に送信先が 2 つある: 10.1.0.0/16 と pl-1。…
      DestinationCidrBlock: 10.1.0.0/16
      GatewayId: vgw-1
`,
    { messages: "ja" },
  ));

test("one destination, one that nobody knows, exclusive ones", () =>
  checkRule(
    routeMultipleDestinations,
    `
Parameters:
  Block: { Type: String }
Conditions:
  Six: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationCidrBlock: 0.0.0.0/0 } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationCidrBlock: !Ref Block, DestinationIpv6CidrBlock: "::/0" } }
  C:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      GatewayId: igw-1
      DestinationIpv6CidrBlock: !If [Six, "::/0", !Ref AWS::NoValue]
      DestinationCidrBlock: !If [Six, !Ref AWS::NoValue, 0.0.0.0/0]
`,
  ));

test("splits the route, with everything else as it was", () =>
  checkFix(
    routeMultipleDestinations,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      DestinationIpv6CidrBlock: ::/0
      GatewayId: !Ref Igw
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  RouteIpv6:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationIpv6CidrBlock: "::/0"
      GatewayId: !Ref Igw
`,
  ));

test("does not split what is conditional", () =>
  checkNoFix(
    routeMultipleDestinations,
    `
Conditions:
  Six: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationCidrBlock: 0.0.0.0/0, DestinationIpv6CidrBlock: !If [Six, "::/0", !Ref AWS::NoValue] } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    routeMultipleDestinations,
    typescript(`new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', gatewayId: 'igw-1', destinationCidrBlock: '0.0.0.0/0', destinationIpv6CidrBlock: '::/0' });
//                                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Route has two destinations…`),
  ));
