import { test } from "vitest";
import { vpcCidrUnusableRange } from "../../../../server/src/rules/addressing/vpc-cidr-unusable-range.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("link-local", () =>
  checkRule(
    vpcCidrUnusableRange,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 169.254.0.0/16
#                ^^^^^^^^^^^^^^ error: Vpc 169.254.0.0/16 lies in 169.254.0.0/16, link-local addresses, and no VPC can use them. Take a private block such as 10.0.0.0/16 or 100.64.0.0/16.
`,
  ));

test("loopback, in Japanese", () =>
  checkRule(
    vpcCidrUnusableRange,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 127.0.0.0/16
#                ^^^^^^^^^^^^ error: Vpc 127.0.0.0/16 は 127.0.0.0/8 (ループバックアドレス) の中にあり…
`,
    { messages: "ja" },
  ));

test("multicast, as a block that is added", () =>
  checkRule(
    vpcCidrUnusableRange,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 239.0.0.0/16
#                ^^^^^^^^^^^^ error: More 239.0.0.0/16 lies in 224.0.0.0/4, multicast addresses…
`,
  ));

test("private, shared and public blocks", () =>
  checkRule(
    vpcCidrUnusableRange,
    `
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 100.64.0.0/16 } }
  C: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 30.0.0.0/16 } }
`,
  ));

test("an unknown value", () =>
  checkRule(
    vpcCidrUnusableRange,
    `
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !ImportValue Cidr } }
`,
  ));

test("one branch of a condition", () =>
  checkRule(
    vpcCidrUnusableRange,
    `
Conditions:
  Odd: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !If [Odd, 169.254.0.0/16, 10.0.0.0/16]
#                          ^^^^^^^^^^^^^^ error: When Odd is true: Vpc 169.254.0.0/16 lies in…
`,
  ));

test("offers nothing: where to go instead is a plan of its own", () =>
  checkNoFix(
    vpcCidrUnusableRange,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 169.254.0.0/16
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpcCidrUnusableRange,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '169.254.0.0/16' });
//                                       ^^^^^^^^^^^^^^^^ error: Vpc 169.254.0.0/16 lies in 169.254.0.0/16…`),
  ));
