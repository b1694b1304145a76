import { expect, test } from "vitest";
import { routeMultipleTargets } from "../../../../server/src/rules/routing/route-multiple-targets.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const gateways = `
Resources:
  Igw: { Type: AWS::EC2::InternetGateway }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, ConnectivityType: private } }
`;
const both = `${gateways}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
      NatGatewayId: !Ref Nat
#     ^^^^^^^^^^^^ 💡 error: Route has two targets, Igw (GatewayId) and Nat (NatGatewayId). A route takes exactly one, so EC2 will refuse it. Keep one of them.
`;

test("two targets", () => {
  checkRule(routeMultipleTargets, both);
  expect(relatedPlaces(routeMultipleTargets, both)).toEqual(['11:7 "GatewayId": The first target']);
});

test("three targets, one of them from elsewhere, in Japanese", () =>
  checkRule(
    routeMultipleTargets,
    `${gateways}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
      NatGatewayId: !Ref Nat
#     ^^^^^^^^^^^^ 💡 error: Route にターゲットが 2 つある: Igw (GatewayId) と Nat (NatGatewayId)。…
      TransitGatewayId: !ImportValue Tgw
#     ^^^^^^^^^^^^^^^^ 💡 error: Route にターゲットが 2 つある: Igw (GatewayId) と TransitGatewayId (TransitGatewayId)。…
`,
    { messages: "ja" },
  ));

test("a parameter may be empty, and then be no target", () =>
  checkRule(
    routeMultipleTargets,
    `
Parameters:
  Gateway: { Type: String, Default: "" }
  Nat: { Type: String }
Resources:
  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway, NatGatewayId: !Ref Nat } }
`,
  ));

test("targets of exclusive cases", () =>
  checkRule(
    routeMultipleTargets,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !If [Prod, nat-1, !Ref AWS::NoValue]
      NetworkInterfaceId: !If [Dev, eni-1, !Ref AWS::NoValue]
`,
  ));

test("cases that overlap", () =>
  checkRule(
    routeMultipleTargets,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: nat-1
      NetworkInterfaceId: !If [Prod, eni-1, !Ref AWS::NoValue]
#     ^^^^^^^^^^^^^^^^^^ 💡 error: When Prod is true: Route has two targets, NatGatewayId (NatGatewayId) and NetworkInterfaceId…
`,
  ));

test("keeps one or the other", () => {
  expect(fixTitles(routeMultipleTargets, both, "ja")).toEqual([
    "GatewayId (Igw) を残し、NatGatewayId を削除する",
    "NatGatewayId (Nat) を残し、GatewayId を削除する",
  ]);
  checkFix(
    routeMultipleTargets,
    both,
    `${gateways}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref Nat
`,
    { title: "Keep NatGatewayId (Nat) and remove GatewayId" },
  );
});

test("removes nothing that another case needs", () =>
  checkNoFix(
    routeMultipleTargets,
    `
Conditions:
  A: !Equals [!Ref AWS::Region, us-east-1]
  B: !Equals [!Ref AWS::AccountId, "1"]
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !If [A, nat-1, !Ref AWS::NoValue]
      NetworkInterfaceId: !If [B, eni-1, !Ref AWS::NoValue]
`,
  ));

test("a CDK program", () =>
  checkRule(
    routeMultipleTargets,
    typescript(`new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1', natGatewayId: 'nat-1' });
//                                                                                                              ^^^^^^^^^^^^ 💡 error: Route has two targets…`),
  ));
