import { test } from "vitest";
import { publicSubnetWithoutIgwRoute } from "../../../../server/src/rules/routing/public-subnet-without-igw-route.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (routes: string, { id = "PublicA", more = "" } = {}) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  ${id}:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
  Table:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Vpc }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref ${id}, RouteTableId: !Ref Table } }
${routes}${more}`;
const out = (target: string) => `  Out:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      ${target}
`;

test("no way out at all", () => {
  const marked = (message: string) =>
    stack("").replace("  PublicA:\n", `  PublicA:\n# ^^^^^^^ 💡 warning: ${message}\n`);
  checkRule(
    publicSubnetWithoutIgwRoute,
    marked("PublicA is called public, but its route table Table has no default route…"),
  );
  checkRule(
    publicSubnetWithoutIgwRoute,
    marked("PublicA は名前からするとパブリックサブネットだが、ルートテーブル Table にデフォルトルートがなく…"),
    {
      messages: "ja",
    },
  );
});

test("a way out through NAT", () =>
  checkRule(
    publicSubnetWithoutIgwRoute,
    stack(
      out(`NatGatewayId: nat-1
#                   ^^^^^ 💡 warning: PublicA is called public, but Out of its route table Table leads to the NAT gateway elsewhere…`),
    ),
  ));

test.each([
  [
    "an internet gateway",
    out("GatewayId: !Ref Igw").replace("    Properties", "    DependsOn: Attachment\n    Properties"),
  ],
  ["a firewall endpoint", out("VpcEndpointId: vpce-1")],
  ["a network interface", out("NetworkInterfaceId: eni-1")],
  ["a transit gateway", out("TransitGatewayId: tgw-1")],
  ["something unknown", out("GatewayId: !ImportValue Gateway")],
])("but not with a way through %s", (_, routes) => checkRule(publicSubnetWithoutIgwRoute, stack(routes)));

test("other names, a table that leaves the template, no association", () => {
  checkRule(publicSubnetWithoutIgwRoute, stack("", { id: "App" }));
  checkRule(publicSubnetWithoutIgwRoute, stack("", { more: "Outputs: { Table: { Value: !Ref Table } }" }));
  checkRule(publicSubnetWithoutIgwRoute, stack("").replace(/ {2}Use: .*\n/, ""));
});

test("leads it to the internet gateway of the VPC", () =>
  checkFix(
    publicSubnetWithoutIgwRoute,
    stack(""),
    stack("").replace(
      "    Properties: { VpcId: !Ref Vpc }\n  Use",
      `    Properties: { VpcId: !Ref Vpc }
  TableDefaultRoute:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  Use`,
    ),
  ));

test("instead of the NAT gateway", () =>
  checkFix(
    publicSubnetWithoutIgwRoute,
    stack(out("NatGatewayId: nat-1")),
    stack(
      out("GatewayId: !Ref Igw").replace(
        "    Type: AWS::EC2::Route\n",
        "    Type: AWS::EC2::Route\n    DependsOn: Attachment\n",
      ),
    ),
  ));

test("not where private subnets share the table", () =>
  checkNoFix(
    publicSubnetWithoutIgwRoute,
    stack("", {
      more: `  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppUse: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref App, RouteTableId: !Ref Table } }`,
    }),
  ));

test("a CDK program", () =>
  checkRule(
    publicSubnetWithoutIgwRoute,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const web = new ec2.CfnSubnet(this, 'PublicWeb', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
//                                   ^^^^^^^^^ warning: PublicWeb is called public…
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnSubnetRouteTableAssociation(this, 'Use', { subnetId: web.ref, routeTableId: table.ref });`),
  ));
