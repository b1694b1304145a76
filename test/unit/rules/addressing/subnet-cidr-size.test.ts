import { test } from "vitest";
import { subnetCidrSize } from "../../../../server/src/rules/addressing/subnet-cidr-size.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a /29", () =>
  checkRule(
    subnetCidrSize,
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
      CidrBlock: 10.0.1.0/29
#                ^^^^^^^^^^^ 💡 error: AppA 10.0.1.0/29 is too small: a subnet is at least a /28, 11 addresses of which are usable. CloudFormation will fail with InvalidSubnet.Range. Take a /28 or larger.
`,
  ));

test("a /15, in Japanese", () =>
  checkRule(
    subnetCidrSize,
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
      CidrBlock: 10.0.0.0/15
#                ^^^^^^^^^^^ 💡 error: AppA 10.0.0.0/15 は大きすぎる…
`,
    { messages: "ja" },
  ));

test("a /16 and a /28", () =>
  checkRule(
    subnetCidrSize,
    `
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/16 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.1.0.0/28 } }
`,
  ));

test("an unknown block and IPv6 only", () =>
  checkRule(
    subnetCidrSize,
    `
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: !ImportValue Cidr } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, Ipv6Native: true, Ipv6CidrBlock: 2001:db8::/64 } }
`,
  ));

test("one branch of a condition", () =>
  checkRule(
    subnetCidrSize,
    `
Conditions:
  Small: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !If [Small, 10.0.0.0/30, 10.0.0.0/28]
#                            ^^^^^^^^^^^ 💡 error: When Small is true: AppA 10.0.0.0/30 is too small…
`,
  ));

test("makes it a /28", () =>
  checkFix(
    subnetCidrSize,
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
      CidrBlock: 10.0.1.8/29
`,
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
      CidrBlock: 10.0.1.0/28
`,
  ));

test("in the default of a parameter", () =>
  checkFix(
    subnetCidrSize,
    `
Parameters:
  Cidr: { Type: String, Default: 10.0.1.0/30 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref Cidr
`,
    `
Parameters:
  Cidr: { Type: String, Default: 10.0.1.0/28 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref Cidr
`,
  ));

test("a CDK program", () =>
  checkRule(
    subnetCidrSize,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnSubnet(this, 'App', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/29' });
//                                                          ^^^^^^^^^^^^^ 💡 error: App 10.0.1.0/29 is too small…`),
  ));
