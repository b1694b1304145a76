import { test } from "vitest";
import { routeEqualsLocal } from "../../../../server/src/rules/routing/route-equals-local.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;
const route = (destination: string, target: string, more = "") => `${network}${more}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      ${target}
      DestinationCidrBlock: ${destination}
`;

test("the VPC's own block to a gateway", () => {
  const wrong = route("10.0.0.0/16", "TransitGatewayId: tgw-1");
  checkRule(
    routeEqualsLocal,
    marked(
      wrong,
      "10.0.0.0/16",
      "error: Route sends 10.0.0.0/16 to TransitGatewayId, but that lies in Vpc 10.0.0.0/16, where the local route applies. EC2 will refuse it: inside the VPC a route can lead only to a NAT gateway, a network interface or a Gateway Load Balancer endpoint. Check the destination.",
    ),
  );
  checkNoFix(routeEqualsLocal, wrong);
});

test("a part of it to an appliance, in Japanese", () =>
  checkRule(
    routeEqualsLocal,
    marked(
      route("10.0.1.0/25", "NetworkInterfaceId: eni-1"),
      "10.0.1.0/25",
      "error: Route の送信先 10.0.1.0/25 は Vpc 10.0.0.0/16 の内側だが…",
    ),
    { messages: "ja" },
  ));

test("a part of a secondary block", () =>
  checkRule(
    routeEqualsLocal,
    marked(
      route(
        "100.64.1.0/24",
        "VpcPeeringConnectionId: pcx-1",
        "  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 100.64.0.0/16 } }\n",
      ),
      "100.64.1.0/24",
      "error: Route sends 100.64.1.0/24 to VpcPeeringConnectionId, but that lies in Vpc 100.64.0.0/16…",
    ),
  ));

test.each([
  ["somewhere else", "10.1.0.0/16", "TransitGatewayId: tgw-1"],
  ["more than the VPC", "10.0.0.0/8", "TransitGatewayId: tgw-1"],
  ["all of a subnet through an appliance", "10.0.1.0/24", "NetworkInterfaceId: eni-1"],
  ["all of a subnet through a firewall", "10.0.1.0/24", "VpcEndpointId: vpce-1"],
  ["all of a subnet through a private NAT gateway", "10.0.1.0/24", "NatGatewayId: nat-1"],
  ["the local route replaced", "10.0.0.0/16", "NetworkInterfaceId: eni-1"],
  ["the local route restored", "10.0.0.0/16", "GatewayId: local"],
  ["an unknown destination", "!ImportValue Block", "TransitGatewayId: tgw-1"],
  ["an unknown target", "10.0.0.0/16", "TransitGatewayId: !Unheard of"],
])("%s", (_name, destination, target) => checkRule(routeEqualsLocal, route(destination, target)));

test("an unknown subnet may have the block", () =>
  checkRule(
    routeEqualsLocal,
    route(
      "10.0.2.0/24",
      "NetworkInterfaceId: eni-1",
      "  Other: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !ImportValue Block } }\n",
    ),
  ));

test("exclusive conditions", () =>
  checkRule(
    routeEqualsLocal,
    `Conditions:
  Small: !Equals [!Ref AWS::Region, us-east-1]
${route("!If [Small, 10.1.0.0/16, 10.2.0.0/16]", "TransitGatewayId: tgw-1").replace("CidrBlock: 10.0.0.0/16", "CidrBlock: !If [Small, 10.2.0.0/16, 10.1.0.0/16]")}`,
  ));

test("a CDK program", () =>
  checkRule(
    routeEqualsLocal,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnRoute(this, 'Route', { routeTableId: table.ref, transitGatewayId: 'tgw-1', destinationCidrBlock: '10.0.3.0/24' });
//                                                                                                          ^^^^^^^^^^^^^ error: Route sends 10.0.3.0/24 to TransitGatewayId…`),
  ));
