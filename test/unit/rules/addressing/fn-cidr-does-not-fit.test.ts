import { test } from "vitest";
import { fnCidrDoesNotFit } from "../../../../server/src/rules/addressing/fn-cidr-does-not-fit.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("more blocks than there is room for", () =>
  checkRule(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [0, !Cidr [10.0.0.0/22, 6, 8]]
#                                                ^ 💡 error: 10.0.0.0/22 has room for 4 blocks of /24 (8 host bits), not for 6. CloudFormation will refuse the template. Ask for fewer or smaller blocks.
`,
  ));

test("a prefix length where host bits are meant, in Japanese", () =>
  checkRule(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 24]]
#                                                   ^^ 💡 error: ホスト部 24 ビットのブロックは /8 で、10.0.0.0/16 より大きい…
`,
    { messages: "ja" },
  ));

test("a count beyond 256", () =>
  checkRule(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [0, !Cidr [!ImportValue Block, 300, 8]]
#                                                       ^^^ error: Fn::Cidr is asked for 300 blocks, but makes between 1 and 256…
`,
  ));

test("an index beyond the count, even of an unknown block", () =>
  checkRule(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [4, !Cidr [!ImportValue Block, 4, 8]]
#                         ^ 💡 error: Fn::Select takes index 4, but Fn::Cidr makes 4 blocks here, so the last index is 3…
`,
  ));

test("the block of the VPC itself, by attribute", () =>
  checkRule(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 64, 12]]
#                                                          ^^ 💡 error: 10.0.0.0/16 has room for 16 blocks of /20 (12 host bits), not for 64…
`,
  ));

test("what just fits", () =>
  checkRule(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [3, !Cidr [10.0.0.0/22, 4, 8]]
`,
  ));

test("IPv6 and unknown parts", () =>
  checkRule(
    fnCidrDoesNotFit,
    `
Parameters:
  Count: { Type: Number }
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, Ipv6CidrBlock: !Select [255, !Cidr [2001:db8::/56, 256, 64]] } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: !Select [9, !Cidr [10.0.0.0/22, !Ref Count, 8]] } }
`,
  ));

test("counts and indexes that change together", () =>
  checkRule(
    fnCidrDoesNotFit,
    `
Conditions:
  Big: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [!If [Big, 5, 1], !Cidr [10.0.0.0/16, !If [Big, 6, 2], 8]]
`,
  ));

test("asks for as many as fit", () =>
  checkFix(
    fnCidrDoesNotFit,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/22
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/22, 6, 8]]
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/22
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/22, 4, 8]]
`,
    { title: "Ask Fn::Cidr for 4 blocks" },
  ));

test("or makes them smaller", () =>
  checkFix(
    fnCidrDoesNotFit,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/22
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/22, 6, 8]]
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/22
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/22, 6, 7]]
`,
    { title: "Make blocks of /25 (7 host bits)" },
  ));

test("keeps a number in quotes in quotes", () =>
  checkFix(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select ["4", !Cidr [10.0.0.0/16, "4", "8"]]
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
      CidrBlock: !Select ["4", !Cidr [10.0.0.0/16, "5", "8"]]
`,
  ));

test("a count beyond 256 is for the author to plan", () =>
  checkNoFix(
    fnCidrDoesNotFit,
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
      CidrBlock: !Select [0, !Cidr [!ImportValue Block, 300, 8]]
`,
  ));

test("a CDK program", () =>
  checkRule(
    fnCidrDoesNotFit,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnSubnet(this, 'App', { vpcId: vpc.ref, cidrBlock: cdk.Fn.select(4, cdk.Fn.cidr(vpc.attrCidrBlock, 4, '8')) });
//                                                                        ^ 💡 error: Fn::Select takes index 4, but Fn::Cidr makes 4 blocks here…`),
  ));
