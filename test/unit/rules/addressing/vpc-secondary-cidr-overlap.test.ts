import { test } from "vitest";
import { vpcSecondaryCidrOverlap } from "../../../../server/src/rules/addressing/vpc-secondary-cidr-overlap.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("with the primary block", () =>
  checkRule(
    vpcSecondaryCidrOverlap,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.2.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.2.128.0/17
#                ^^^^^^^^^^^^^ 💡 error: More 10.2.128.0/17 overlaps Vpc 10.2.0.0/16 of Vpc. A VPC's blocks must not overlap, so the association will fail. Take a block that Vpc does not have yet.
`,
  ));

test("with another block that is added, in Japanese", () =>
  checkRule(
    vpcSecondaryCidrOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  First: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.2.0.0/16 } }
  Second: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.2.0.0/20 } }
#                                                                                   ^^^^^^^^^^^ 💡 error: Second 10.2.0.0/20 は Vpc の First 10.2.0.0/16 と重複している…
`,
    { messages: "ja" },
  ));

test("blocks side by side, and of different VPCs", () =>
  checkRule(
    vpcSecondaryCidrOverlap,
    `
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.2.0.0/16 } }
  A1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref A, CidrBlock: 10.3.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.4.0.0/16 } }
  B1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref B, CidrBlock: 10.3.0.0/16 } }
`,
  ));

test("an unknown block", () =>
  checkRule(
    vpcSecondaryCidrOverlap,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.2.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !ImportValue Cidr
`,
  ));

test("blocks that conditions keep apart", () =>
  checkRule(
    vpcSecondaryCidrOverlap,
    `
Conditions:
  One: !Equals [!Ref AWS::Region, us-east-1]
  Other: !Not [!Condition One]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  First: { Type: AWS::EC2::VPCCidrBlock, Condition: One, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.2.0.0/16 } }
  Second: { Type: AWS::EC2::VPCCidrBlock, Condition: Other, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.2.0.0/20 } }
`,
  ));

test("takes a free block that any VPC accepts", () =>
  checkFix(
    vpcSecondaryCidrOverlap,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.2.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.2.128.0/17
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.2.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 100.64.0.0/17
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpcSecondaryCidrOverlap,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCCidrBlock(this, 'More', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/24' });
//                                                                 ^^^^^^^^^^^^^ 💡 error: More 10.0.1.0/24 overlaps Vpc 10.0.0.0/16…`),
  ));
