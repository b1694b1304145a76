import { test } from "vitest";
import { subnetOutsideVpc } from "../../../../server/src/rules/addressing/subnet-outside-vpc.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("another network", () =>
  checkRule(
    subnetOutsideVpc,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.1.0.0/24
#                ^^^^^^^^^^^ 💡 error: AppA 10.1.0.0/24 lies outside Vpc 10.0.0.0/16. CloudFormation will fail with InvalidSubnet.Range. Next free /24: 10.0.0.0/24.
`,
  ));

test("larger than the VPC, in Japanese", () =>
  checkRule(
    subnetOutsideVpc,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/20
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/16
#                ^^^^^^^^^^^ error: AppA 10.0.0.0/16 は Vpc 10.0.0.0/20 より大きい…
`,
    { messages: "ja" },
  ));

test("outside of the added blocks, too", () =>
  checkRule(
    subnetOutsideVpc,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 100.64.0.0/16 } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/24 } }
#                                                                           ^^^^^^^^^^^ 💡 error: AppA 10.1.0.0/24 lies outside Vpc 10.0.0.0/16 and 100.64.0.0/16…
`,
  ));

test("computed by Fn::Cidr", () =>
  checkRule(
    subnetOutsideVpc,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [1, !Cidr [10.1.0.0/16, 4, 8]]
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: AppA 10.1.1.0/24 lies outside Vpc 10.0.0.0/16…
`,
  ));

test("with the defaults of parameters it is a warning", () =>
  checkRule(
    subnetOutsideVpc,
    `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
  AppCidr: { Type: String, Default: 10.1.0.0/24 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref AppCidr
#                ^^^^^^^^^^^^ 💡 warning: With the defaults of AppCidr (10.1.0.0/24) and VpcCidr (10.0.0.0/16), AppA 10.1.0.0/24 lies outside Vpc 10.0.0.0/16…
`,
  ));

test("inside the primary, an added or a computed block", () =>
  checkRule(
    subnetOutsideVpc,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 100.64.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 100.64.0.0/24 } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]] } }
`,
  ));

test("a VPC that is elsewhere or has a block nobody knows", () =>
  checkRule(
    subnetOutsideVpc,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
  A1: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref A, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  BMore: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref B, CidrBlock: !Ref Cidr } }
  B1: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref B, CidrBlock: 10.1.0.0/24 } }
  C1: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.1.0.0/24 } }
  D: { Type: AWS::EC2::VPC, Properties: { Ipv4IpamPoolId: pool-1, Ipv4NetmaskLength: 20 } }
  D1: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref D, CidrBlock: 10.1.0.0/24 } }
  E: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.5.0.0/16 } }
  EMore: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref E, Ipv4IpamPoolId: pool-1 } }
  E1: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref E, CidrBlock: 10.9.0.0/24 } }
`,
  ));

test("blocks that change together", () =>
  checkRule(
    subnetOutsideVpc,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !If [Prod, 10.1.0.0/16, 10.2.0.0/16] } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !If [Prod, 10.1.0.0/24, 10.2.0.0/24] } }
`,
  ));

test("moves it to the next free block", () =>
  checkFix(
    subnetOutsideVpc,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.1.0.0/24
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
`,
  ));

test("nothing is free in that size", () =>
  checkNoFix(
    subnetOutsideVpc,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/20
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/16
`,
  ));

test("a CDK program", () =>
  checkRule(
    subnetOutsideVpc,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnSubnet(this, 'App', { vpcId: vpc.ref, cidrBlock: '10.1.0.0/24' });
//                                                          ^^^^^^^^^^^^^ 💡 error: App 10.1.0.0/24 lies outside Vpc 10.0.0.0/16…`),
  ));
