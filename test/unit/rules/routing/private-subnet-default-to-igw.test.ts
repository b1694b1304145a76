import { expect, test } from "vitest";
import { privateSubnetDefaultToIgw } from "../../../../server/src/rules/routing/private-subnet-default-to-igw.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

/** One subnet in one table that leads to an internet gateway. */
const template = (subnet: string, table: string, properties = "", target = "GatewayId: !Ref Igw") => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  ${subnet}: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24${properties} } }
  ${table}: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref ${table}
      DestinationCidrBlock: 0.0.0.0/0
      ${target}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref ${subnet}
      RouteTableId: !Ref ${table}
`;

test("a private subnet with a default route to the internet gateway", () =>
  checkRule(
    privateSubnetDefaultToIgw,
    marked(
      template("PrivateA", "Table"),
      "!Ref Igw",
      "warning: PrivateA sounds private, but Route in its route table Table leads to Igw, which makes it a public subnet: whatever has a public address there is reachable from the internet. Lead the traffic through a NAT gateway, or rename the subnet.",
    ),
  ));

test("a private table, in Japanese", () =>
  checkRule(
    privateSubnetDefaultToIgw,
    marked(
      template("AppA", "PrivateRoutes"),
      "!Ref Igw",
      "warning: PrivateRoutes は名前からするとプライベート用だが、Route が Igw に向いており、AppA は実際にはパブリックサブネット。…",
    ),
    { messages: "ja" },
  ));

test("a subnet for databases is a remark", () =>
  checkRule(
    privateSubnetDefaultToIgw,
    marked(
      template("DBSubnet1", "Table"),
      "!Ref Igw",
      "information: DBSubnet1 is for databases by its name, but Route in its route table Table leads to Igw…",
    ),
  ));

test("databases in a subnet that also says private", () =>
  checkRule(
    privateSubnetDefaultToIgw,
    marked(template("PrivateDb", "Table"), "!Ref Igw", "warning: PrivateDb sounds private, but Route…"),
  ));

test("a private subnet in a public table: the association is the mistake", () =>
  checkRule(
    privateSubnetDefaultToIgw,
    marked(
      template("PrivateA", "PublicRoutes"),
      "!Ref PublicRoutes",
      "warning: PrivateA sounds private, but Route in its route table PublicRoutes leads to Igw…",
    ),
  ));

test.each([
  ["a public subnet", template("PublicA", "PrivateRoutes")],
  ["a subnet that says nothing", template("AppA", "Table")],
  ["a private subnet of a NAT gateway", template("PrivateNatA", "Table")],
  [
    "one that gives out public addresses, in a private table",
    template("BastionA", "PrivateRoutes", ", MapPublicIpOnLaunch: true"),
  ],
  [
    "a public subnet by CDK's tag",
    template("PrivateA", "Table", ', Tags: [{ Key: "aws-cdk:subnet-type", Value: Public }]'),
  ],
  ["a NAT gateway", template("PrivateA", "Table", "", "NatGatewayId: nat-1")],
  ["a gateway nobody knows", template("PrivateA", "Table", "", "GatewayId: !ImportValue Gateway")],
  ["no default route", template("PrivateA", "Table").replace("0.0.0.0/0", "8.8.8.0/24")],
  ["no association", template("PrivateA", "Table").replace(/ {2}Association:[\s\S]*$/, "")],
])("%s", (_name, text) => checkRule(privateSubnetDefaultToIgw, text));

test("exclusive conditions: to the gateway only while the table is another", () => {
  const conditional = template(
    "PrivateA",
    "Table",
    "",
    "GatewayId: !If [Demo, !Ref Igw, !Ref AWS::NoValue]\n      NatGatewayId: !If [Demo, !Ref AWS::NoValue, nat-1]",
  );
  const conditions = "Conditions:\n  Demo: !Equals [!Ref AWS::Region, us-east-1]\n  Real: !Not [!Condition Demo]\n";
  checkRule(
    privateSubnetDefaultToIgw,
    conditions +
      conditional.replace("SubnetRouteTableAssociation\n", "SubnetRouteTableAssociation\n    Condition: Real\n"),
  );
  checkRule(
    privateSubnetDefaultToIgw,
    conditions + marked(conditional, "!Ref Igw", "warning: When Demo is true: PrivateA sounds private…"),
  );
});

const nat = (id: string, subnet: string, zone: string) => `
  ${subnet}: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.${zone}.0/24, AvailabilityZone: !Select [${zone}, !GetAZs ""] } }
  ${subnet}InTable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref ${subnet}, RouteTableId: rtb-1 } }
  ${id}: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref ${subnet}, ConnectivityType: private } }
`;

test("leads the traffic through the NAT gateway", () =>
  checkFix(
    privateSubnetDefaultToIgw,
    template("PrivateA", "Table") + nat("Nat", "Out", "1"),
    template("PrivateA", "Table", "", "NatGatewayId: !Ref Nat") + nat("Nat", "Out", "1"),
  ));

test("that of its own zone first", () =>
  expect(
    fixTitles(
      privateSubnetDefaultToIgw,
      template("PrivateA", "Table", ', AvailabilityZone: !Select [2, !GetAZs ""]') +
        nat("NatOne", "OutOne", "1") +
        nat("NatTwo", "OutTwo", "2"),
      "ja",
    ),
  ).toEqual(["Route を NatTwo に向ける", "Route を NatOne に向ける"]));

test("or gives the subnet the private table", () => {
  const more = `  PrivateRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  PublicAssociation: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
`;
  checkFix(
    privateSubnetDefaultToIgw,
    template("PrivateA", "PublicRoutes") + more,
    template("PrivateA", "PublicRoutes").replace(
      "SubnetId: !Ref PrivateA\n      RouteTableId: !Ref PublicRoutes",
      "SubnetId: !Ref PrivateA\n      RouteTableId: !Ref PrivateRoutes",
    ) + more,
  );
});

test("offers nothing where there is neither", () =>
  checkNoFix(privateSubnetDefaultToIgw, template("PrivateA", "Table")));

test("IPv6 goes through an egress-only gateway instead", () => {
  const six = (target: string) =>
    template("PrivateA", "Table", "", target).replace(
      "DestinationCidrBlock: 0.0.0.0/0",
      "DestinationIpv6CidrBlock: ::/0",
    ) + "  Egress: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }\n";
  checkRule(
    privateSubnetDefaultToIgw,
    marked(
      six("GatewayId: !Ref Igw"),
      "!Ref Igw",
      "💡 warning: PrivateA sounds private, but Route in its route table Table leads to Igw, which makes it a public subnet: whatever has a public address there is reachable from the internet. Lead the traffic through an egress-only internet gateway, or rename the subnet.",
    ),
  );
  checkFix(privateSubnetDefaultToIgw, six("GatewayId: !Ref Igw"), six("EgressOnlyInternetGatewayId: !Ref Egress"));
});

test("a CDK program", () =>
  checkRule(
    privateSubnetDefaultToIgw,
    marked(
      typescript(`const igw = new ec2.CfnInternetGateway(this, 'Igw');
const subnet = new ec2.CfnSubnet(this, 'PrivateA', { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: 'vpc-1' });
new ec2.CfnSubnetRouteTableAssociation(this, 'Association', { subnetId: subnet.ref, routeTableId: table.ref });
new ec2.CfnRoute(this, 'Route', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', gatewayId: igw.ref });`),
      "igw.ref",
      "warning: PrivateA sounds private…",
    ),
  ));

test("where a condition chooses the gateway, the route is not led elsewhere", () =>
  checkNoFix(
    privateSubnetDefaultToIgw,
    `
Conditions:
  IsOpen: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Hub: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Hub, ConnectivityType: private } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PrivateA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  PrivateARoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref PrivateA, RouteTableId: !Ref Routes }
  DefaultRoute:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Routes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !If [IsOpen, !Ref Igw, !Ref Vgw]
`,
  ));
