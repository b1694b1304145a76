import { expect, test } from "vitest";
import { routeTargetPropertyMismatch } from "../../../../server/src/rules/routing/route-target-property-mismatch.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const gateways = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, ConnectivityType: private } }
  Peering: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Vpc, PeerVpcId: vpc-1 } }
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: subnet-1, SourceDestCheck: false } }
`;
const route = (target: string) => `${gateways}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 10.9.0.0/16
      ${target}
`;

test("a NAT gateway in GatewayId", () =>
  checkRule(
    routeTargetPropertyMismatch,
    marked(
      route("GatewayId: !Ref Nat"),
      "!Ref Nat",
      "💡 error: Route names Nat in GatewayId, but Nat is a resource of type NatGateway, which belongs in NatGatewayId. EC2 will refuse the id.",
    ),
  ));

test("an internet gateway in NatGatewayId, in Japanese", () =>
  checkRule(
    routeTargetPropertyMismatch,
    marked(
      route("NatGatewayId: !GetAtt Igw.InternetGatewayId"),
      "!GetAtt Igw.InternetGatewayId",
      "💡 error: Route は NatGatewayId に Igw を指定しているが、Igw は InternetGateway で、GatewayId に書くもの。…",
    ),
    { messages: "ja" },
  ));

test("what no route can lead to", () => {
  const wrong = marked(
    route("GatewayId: !Ref Attachment"),
    "!Ref Attachment",
    "error: Route names Attachment in GatewayId, but no route can lead to a resource of type VPCGatewayAttachment. EC2 will refuse the id.",
  );
  checkRule(routeTargetPropertyMismatch, wrong);
  checkNoFix(routeTargetPropertyMismatch, wrong);
});

test.each([
  "GatewayId: !Ref Igw",
  "NatGatewayId: !GetAtt Nat.NatGatewayId",
  "VpcPeeringConnectionId: !Ref Peering",
  "NetworkInterfaceId: !Ref Eni",
  "NetworkInterfaceId: !GetAtt Nat.EniId",
  "GatewayId: !ImportValue Gateway",
  "NatGatewayId: igw-1",
  'VpcEndpointId: !Select [0, !Split [",", !Ref AWS::StackName]]',
])("right, or from elsewhere: %s", (target) => checkRule(routeTargetPropertyMismatch, route(target)));

test("endpoints of a firewall", () =>
  checkRule(
    routeTargetPropertyMismatch,
    `
Resources:
  Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { VpcId: vpc-1 } }
  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: !Select [1, !Split [":", !Select [0, !GetAtt Firewall.EndpointIds]]] } }
`,
  ));

test("one branch only", () =>
  checkRule(
    routeTargetPropertyMismatch,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
${marked(route("GatewayId: !If [Prod, !Ref Nat, !Ref Igw]"), "!Ref Nat", "error: When Prod is true: Route names Nat in GatewayId…")}`,
  ));

test("a branch that the route's own condition excludes", () =>
  checkRule(
    routeTargetPropertyMismatch,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
${route("GatewayId: !If [Prod, !Ref Nat, !Ref Igw]").replace("  Route:\n", "  Route:\n    Condition: Dev\n")}`,
  ));

test("renames the property", () => {
  checkFix(routeTargetPropertyMismatch, route("GatewayId: !Ref Nat"), route("NatGatewayId: !Ref Nat"));
  expect(fixTitles(routeTargetPropertyMismatch, route("GatewayId: !Ref Nat"), "ja")).toEqual([
    "GatewayId を NatGatewayId に直す",
  ]);
});

test("not onto a property that is there", () =>
  checkNoFix(routeTargetPropertyMismatch, route("GatewayId: !Ref Nat\n      NatGatewayId: !Ref Nat")));

const transit = `
Resources:
  Tgw: { Type: AWS::EC2::TransitGateway }
  Attachment: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Tgw, VpcId: vpc-1, SubnetIds: [subnet-1] } }
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      DestinationCidrBlock: 10.9.0.0/16
      TransitGatewayId: !Ref Attachment
`;

test("an attachment in place of its transit gateway", () => {
  checkRule(
    routeTargetPropertyMismatch,
    marked(
      transit,
      "!Ref Attachment",
      "💡 error: Route names the attachment Attachment in TransitGatewayId. A route leads to the transit gateway itself, not to its attachment, so EC2 will refuse the id.",
    ),
  );
  checkFix(
    routeTargetPropertyMismatch,
    transit,
    transit
      .replace("TransitGatewayId: !Ref Attachment", "TransitGatewayId: !Ref Tgw")
      .replace("Type: AWS::EC2::Route\n", "Type: AWS::EC2::Route\n    DependsOn: Attachment\n"),
  );
});

test("does not rename where another branch is right", () =>
  checkNoFix(
    routeTargetPropertyMismatch,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
${route("GatewayId: !If [Prod, !Ref Nat, !Ref Igw]")}`,
  ));

test("a CDK program", () =>
  checkRule(
    routeTargetPropertyMismatch,
    typescript(`const nat = new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', connectivityType: 'private' });
new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', gatewayId: nat.ref });
//                                                                                                     ^^^^^^^ 💡 error: Route names Nat in GatewayId…`),
  ));
