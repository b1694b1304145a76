import { test } from "vitest";
import { natInSubnetWithoutIgw } from "../../../../server/src/rules/gateways/nat-in-subnet-without-igw.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a table without a default route", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
#               ^^^^^^^^^ 💡 error: Nat is public, but AppA has no route to an internet gateway, so nothing behind Nat reaches the internet. Place it in a public subnet.
      AllocationId: eipalloc-1
`,
  ));

test("the main route table, in Japanese", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
#               ^^^^^^^^^ error: Nat はパブリック NAT ゲートウェイだが、AppA にインターネットゲートウェイへのルートがなく…
      AllocationId: eipalloc-1
`,
    { messages: "ja" },
  ));

test("a public subnet", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref PublicA
      AllocationId: eipalloc-1
`,
  ));

test("a deliberate way out, and a way to a part of the internet", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref AppRoutes
      DestinationCidrBlock: 0.0.0.0/0
      TransitGatewayId: tgw-1
  AppB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
  Other: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppBTable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppB, RouteTableId: !Ref Other } }
  Part: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref Other, DestinationCidrBlock: 52.0.0.0/8, GatewayId: !Ref Igw } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
      AllocationId: eipalloc-1
  Nat2:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppB
      AllocationId: eipalloc-2
`,
  ));

test("a private gateway, and a subnet or table nobody knows", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  A: { Type: AWS::EC2::NatGateway, Properties: { ConnectivityType: private, SubnetId: !Ref AppA } }
  B: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, AllocationId: eipalloc-1 } }
  AppB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
  AppBTable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppB, RouteTableId: rtb-1 } }
  C: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref AppB, AllocationId: eipalloc-1 } }
`,
  ));

test("a VPC that is exported may get its routes elsewhere", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
      AllocationId: eipalloc-1
Outputs:
  Vpc: { Value: !Ref Vpc, Export: { Name: Vpc } }
`,
  ));

test("a route whenever there is a gateway", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
  PublicDefault:
    Type: AWS::EC2::Route
    Condition: Prod
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  Nat:
    Type: AWS::EC2::NatGateway
    Condition: Prod
    Properties:
      SubnetId: !Ref PublicA
      AllocationId: eipalloc-1
`,
  ));

test("a route that is not always there", () =>
  checkRule(
    natInSubnetWithoutIgw,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
  PublicDefault:
    Type: AWS::EC2::Route
    Condition: Prod
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref PublicA
#               ^^^^^^^^^^^^ 💡 error: When Prod is false: Nat is public, but PublicA has no route to an internet gateway…
      AllocationId: eipalloc-1
`,
  ));

test("places it in the public subnet", () =>
  checkFix(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
      AllocationId: eipalloc-1
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes } }
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref PublicA
      AllocationId: eipalloc-1
`,
  ));

test("or adds a default route", () =>
  checkFix(
    natInSubnetWithoutIgw,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  AppRoutes:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
      AllocationId: eipalloc-1
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  AppATable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref AppRoutes } }
  AppRoutes:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  AppRoutesDefaultRoute:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref AppRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref AppA
      AllocationId: eipalloc-1
`,
    { title: "Add a default route to Igw to AppRoutes" },
  ));

test("a CDK program", () =>
  checkRule(
    natInSubnetWithoutIgw,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
const attachment = new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref, internetGatewayId: igw.ref });
const app = new ec2.CfnSubnet(this, 'App', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/24' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnSubnetRouteTableAssociation(this, 'AppTable', { subnetId: app.ref, routeTableId: table.ref });
new ec2.CfnNatGateway(this, 'Nat', { subnetId: app.ref, allocationId: 'eipalloc-1' });
//                                             ^^^^^^^ 💡 error: Nat is public, but App has no route to an internet gateway…`),
  ));
