import { test } from "vitest";
import { vpcSecondaryCidrRestricted } from "../../../../server/src/rules/addressing/vpc-secondary-cidr-restricted.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("another private range", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 192.168.0.0/16
#                ^^^^^^^^^^^^^^ 💡 error: More 192.168.0.0/16 cannot join Vpc 10.0.0.0/16: a VPC from 10.0.0.0/8 takes no block from 192.168.0.0/16. The association will fail. Blocks from 100.64.0.0/10 go with every VPC.
`,
  ));

test("a private range in a VPC from shared addresses, in Japanese", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 100.64.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/16
#                ^^^^^^^^^^^ 💡 error: More 10.0.0.0/16 は Vpc 100.64.0.0/16 に追加できない。プライベート範囲外の VPC に 10.0.0.0/8 の CIDR は追加できない。関連付けは失敗する…
`,
    { messages: "ja" },
  ));

test("198.19.0.0/16", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 198.19.0.0/20
#                ^^^^^^^^^^^^^ 💡 error: More 198.19.0.0/20 cannot join Vpc 10.0.0.0/16: 198.19.0.0/16 cannot be added to a VPC…
`,
  ));

test("10.0.0.0/16 in a VPC from 10.0.0.0/15", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.1.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/20
#                ^^^^^^^^^^^ 💡 error: More 10.0.0.0/20 cannot join Vpc 10.1.0.0/16: a VPC from 10.0.0.0/15 takes no other block from 10.0.0.0/16…
`,
  ));

test("the range of default VPCs in a VPC from 172.16.0.0/12", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 172.16.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 172.31.0.0/20
#                ^^^^^^^^^^^^^ 💡 error: More 172.31.0.0/20 cannot join Vpc 172.16.0.0/16: a VPC from 172.16.0.0/12 takes no block from 172.31.0.0/16…
`,
  ));

test("the same private range, shared and public addresses", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref A, CidrBlock: 10.2.0.0/16 } }
  A2: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref A, CidrBlock: 100.64.0.0/16 } }
  A3: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref A, CidrBlock: 30.0.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 198.19.0.0/16 } }
  B1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref B, CidrBlock: 100.64.0.0/16 } }
`,
  ));

test("a VPC or a block that is not known", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
  A1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref A, CidrBlock: 192.168.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  B1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref B, CidrBlock: !Ref Cidr } }
  C1: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: vpc-1, CidrBlock: 192.168.0.0/16 } }
`,
  ));

test("blocks that conditions keep apart", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    `
Conditions:
  Ten: !Equals [!Ref AWS::Region, us-east-1]
  NotTen: !Not [!Condition Ten]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !If [Ten, 10.0.0.0/16, 192.168.0.0/16]
  More:
    Type: AWS::EC2::VPCCidrBlock
    Condition: NotTen
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 192.168.128.0/20
`,
  ));

test("takes a block that any VPC accepts", () =>
  checkFix(
    vpcSecondaryCidrRestricted,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 192.168.0.0/20
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 100.64.0.0/20
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpcSecondaryCidrRestricted,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCCidrBlock(this, 'More', { vpcId: vpc.ref, cidrBlock: '192.168.0.0/16' });
//                                                                 ^^^^^^^^^^^^^^^^ 💡 error: More 192.168.0.0/16 cannot join Vpc 10.0.0.0/16…`),
  ));
