import { test } from "vitest";
import { gatewayRouteTableBadRoute } from "../../../../server/src/rules/routing/gateway-route-table-bad-route.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const table = (
  route: string,
  use = "IncomingUse: { Type: AWS::EC2::GatewayRouteTableAssociation, Properties: { RouteTableId: !Ref Incoming, GatewayId: igw-1 } }",
) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Incoming: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  ${use}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Incoming
${route}
`;
const to = (destination: string, target: string) => `      ${destination}
      ${target}`;
const inside = "DestinationCidrBlock: 10.0.1.0/24";

test("a target that is no middlebox", () => {
  checkRule(
    gatewayRouteTableBadRoute,
    table(
      to(
        inside,
        `TransitGatewayId: tgw-1
#                       ^^^^^ error: Route leads to TransitGatewayId, but its table Incoming is associated with a gateway…`,
      ),
    ),
  );
  checkRule(
    gatewayRouteTableBadRoute,
    table(
      to(
        inside,
        `VpcPeeringConnectionId: pcx-1
#                             ^^^^^ error: Route は VpcPeeringConnectionId に向かうが、そのルートテーブル Incoming は…`,
      ),
    ),
    { messages: "ja" },
  );
});

test("a destination outside the VPC, and a prefix list", () => {
  checkRule(
    gatewayRouteTableBadRoute,
    table(
      to(
        `DestinationCidrBlock: 0.0.0.0/0
#                           ^^^^^^^^^ error: Route has the destination 0.0.0.0/0, but its table Incoming is associated with a gateway. There a destination lies inside Vpc (10.0.0.0/16)…`,
        "VpcEndpointId: vpce-1",
      ),
    ),
  );
  checkRule(
    gatewayRouteTableBadRoute,
    table(
      to(
        `DestinationPrefixListId: pl-1
#                              ^^^^ error: Route has a prefix list as its destination…`,
        "NetworkInterfaceId: eni-1",
      ),
    ),
  );
});

test.each([
  "VpcEndpointId: vpce-1",
  "NetworkInterfaceId: eni-1",
  "InstanceId: i-1",
  "NatGatewayId: nat-1",
  "GatewayId: local",
])("%s is a middlebox, or stands for one", (target) => checkRule(gatewayRouteTableBadRoute, table(to(inside, target))));

test("a table of subnets, and blocks that are not all known", () => {
  checkRule(
    gatewayRouteTableBadRoute,
    table(
      to("DestinationCidrBlock: 0.0.0.0/0", "TransitGatewayId: tgw-1"),
      "Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Incoming, SubnetId: !Ref Web } }",
    ),
  );
  checkRule(
    gatewayRouteTableBadRoute,
    table(to("DestinationCidrBlock: 10.1.0.0/24", "VpcEndpointId: vpce-1")).replace(
      "Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }",
      "Vpc: { Type: AWS::EC2::VPC, Properties: { Ipv4IpamPoolId: pool-1, Ipv4NetmaskLength: 16 } }",
    ),
  );
});

test("cases that exclude each other", () =>
  checkRule(
    gatewayRouteTableBadRoute,
    table(to("DestinationCidrBlock: 0.0.0.0/0", "TransitGatewayId: tgw-1"))
      .replace(
        "Resources:",
        "Conditions: { In: !Equals [!Ref AWS::Region, us-east-1], Out: !Not [!Condition In] }\nResources:",
      )
      .replace(
        "Type: AWS::EC2::GatewayRouteTableAssociation,",
        "Type: AWS::EC2::GatewayRouteTableAssociation, Condition: In,",
      )
      .replace("    Type: AWS::EC2::Route\n", "    Type: AWS::EC2::Route\n    Condition: Out\n"),
  ));

test("what the route is for is the author's to say", () =>
  checkNoFix(gatewayRouteTableBadRoute, table(to(inside, "TransitGatewayId: tgw-1"))));

test("a CDK program", () =>
  checkRule(
    gatewayRouteTableBadRoute,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnGatewayRouteTableAssociation(this, 'Use', { routeTableId: table.ref, gatewayId: 'igw-1' });
new ec2.CfnRoute(this, 'Route', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', vpcEndpointId: 'vpce-1' });
//                                                                               ^^^^^^^^^^^ error: Route has the destination…`),
  ));
