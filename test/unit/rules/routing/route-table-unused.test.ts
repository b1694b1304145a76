import { expect, test } from "vitest";
import { routeTableUnused } from "../../../../server/src/rules/routing/route-table-unused.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (more = "", table = "Metadata: {}") => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table:
    Type: AWS::EC2::RouteTable
    ${table}
    Properties: { VpcId: !Ref Vpc }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, TransitGatewayId: tgw-1 } }
${more}`;
const marked = (message: string) => stack().replace("  Table:\n", `  Table:\n# ^^^^^ 💡 hint: ${message}\n`);

test("routes that lead nobody anywhere", () => {
  checkRule(routeTableUnused, marked("Table has routes, but no subnet or gateway is associated with it…"));
  checkRule(routeTableUnused, marked("Table にはルートがあるが…"), { messages: "ja" });
});

test.each([
  [
    "an association",
    "  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Web, RouteTableId: !Ref Table } }",
  ],
  [
    "a gateway's",
    "  Use: { Type: AWS::EC2::GatewayRouteTableAssociation, Properties: { GatewayId: igw-1, RouteTableId: !Ref Table } }",
  ],
  [
    "an association whose table nobody knows",
    "  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Web, RouteTableId: { Fn::Transform: { Name: Plan } } } }",
  ],
  ["an output", "Outputs: { Table: { Value: !Ref Table } }"],
  ["a custom resource", "  Own: { Type: Custom::Associate, Properties: { ServiceToken: arn, Table: !Ref Table } }"],
  [
    "another use",
    "  Own: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref Table], VpnGatewayId: vgw-1 } }",
  ],
])("but not with %s", (_, more) => checkRule(routeTableUnused, stack(more)));

test("a table without routes says nothing", () => checkRule(routeTableUnused, stack().replace(/ {2}Out: .*\n/, "")));

test("associates it with a subnet that has no table", () => {
  expect(fixTitles(routeTableUnused, stack())).toEqual(["Associate Table with Web"]);
  checkFix(
    routeTableUnused,
    stack(),
    stack().replace(
      "    Properties: { VpcId: !Ref Vpc }\n  Out",
      `    Properties: { VpcId: !Ref Vpc }
  WebRouteTableAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Web
      RouteTableId: !Ref Table
  Out`,
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    routeTableUnused,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
//                                         ^^^^^ hint: Table has routes…
new ec2.CfnRoute(this, 'Out', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', transitGatewayId: 'tgw-1' });`),
  ));
