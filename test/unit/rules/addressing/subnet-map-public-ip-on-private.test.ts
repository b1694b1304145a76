import { test } from "vitest";
import { subnetMapPublicIpOnPrivate } from "../../../../server/src/rules/addressing/subnet-map-public-ip-on-private.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (flag: string, { target = "NatGatewayId: nat-1", id = "App", before = "" } = {}) => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  ${id}:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      MapPublicIpOnLaunch: ${flag}
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref ${id}, RouteTableId: !Ref Table } }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${target} } }
`;

test("public addresses behind a NAT gateway", () => {
  checkRule(
    subnetMapPublicIpOnPrivate,
    stack(`true
#                          ^^^^ 💡 warning: App gives each instance a public IPv4 address, but its route table Table leads to no internet gateway…`),
  );
  checkRule(
    subnetMapPublicIpOnPrivate,
    stack(`"true"
#                          ^^^^^^ 💡 warning: App で起動するインスタンスにはパブリック IPv4 が付くが…`),
    { messages: "ja" },
  );
});

test.each([
  ["an internet gateway", "GatewayId: igw-1"],
  ["a firewall endpoint", "VpcEndpointId: vpce-1"],
  ["a network interface", "NetworkInterfaceId: eni-1"],
  ["a gateway that nobody knows", "GatewayId: !ImportValue Gateway"],
])("but not with a way through %s", (_, target) => checkRule(subnetMapPublicIpOnPrivate, stack("true", { target })));

test("off, unknown, and by default", () => {
  checkRule(subnetMapPublicIpOnPrivate, stack("false"));
  checkRule(subnetMapPublicIpOnPrivate, stack("!Ref Flag", { before: "Parameters: { Flag: { Type: String } }" }));
  checkRule(
    subnetMapPublicIpOnPrivate,
    stack(
      `!Ref Flag
#                          ^^^^^^^^^ 💡 warning: With the default of Flag (true), App gives…`,
      { before: "Parameters: { Flag: { Type: String, Default: 'true' } }" },
    ),
  );
});

test("in one case", () =>
  checkRule(
    subnetMapPublicIpOnPrivate,
    stack(
      `!If [Prod, false, true]
#                                            ^^^^ 💡 warning: When Prod is false: App gives…`,
      { before: "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }" },
    ),
  ));

test("a subnet that is called public lacks the route instead", () =>
  checkRule(subnetMapPublicIpOnPrivate, stack("true", { id: "PublicA" })));

test("switches it off", () => checkFix(subnetMapPublicIpOnPrivate, stack("true # for now"), stack("false # for now")));

test("a CDK program", () =>
  checkRule(
    subnetMapPublicIpOnPrivate,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const app = new ec2.CfnSubnet(this, 'App', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24', mapPublicIpOnLaunch: true });
//                                                                                                          ^^^^ 💡 warning: App gives each instance…
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnSubnetRouteTableAssociation(this, 'Use', { subnetId: app.ref, routeTableId: table.ref });`),
  ));
