import { test } from "vitest";
import { vpcCidrSize } from "../../../../server/src/rules/addressing/vpc-cidr-size.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { python, typescript } from "../../../support/programs.ts";

test("a /8 is too large", () =>
  checkRule(
    vpcCidrSize,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/8
#                ^^^^^^^^^^ 💡 error: Vpc 10.0.0.0/8 is too large: a VPC's block is at most a /16. CloudFormation will fail with InvalidVpc.Range. Take a /16, and add more blocks with AWS::EC2::VPCCidrBlock if one is not enough.
`,
  ));

test("a /29 is too small, said in Japanese", () =>
  checkRule(
    vpcCidrSize,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/29
#                ^^^^^^^^^^^ 💡 error: Vpc 10.0.0.0/29 は小さすぎる…
`,
    { messages: "ja" },
  ));

test("a block that is added later, too", () =>
  checkRule(
    vpcCidrSize,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 100.64.0.0/10
#                ^^^^^^^^^^^^^ 💡 error: More 100.64.0.0/10 is too large…
`,
  ));

test("JSON", () =>
  checkRule(
    vpcCidrSize,
    `
{
  "Resources": {
    "Vpc": {
      "Type": "AWS::EC2::VPC",
      "Properties": {
        "CidrBlock": "10.0.0.0/8"
//                   ^^^^^^^^^^^^ 💡 error: Vpc 10.0.0.0/8 is too large…
      }
    }
  }
}
`,
  ));

test("the largest and the smallest block that AWS takes", () =>
  checkRule(
    vpcCidrSize,
    `
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/28 } }
`,
  ));

test("a parameter without a default, an import and a pool say nothing", () =>
  checkRule(
    vpcCidrSize,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !ImportValue Cidr } }
  C: { Type: AWS::EC2::VPC, Properties: { Ipv4IpamPoolId: ipam-pool-1, Ipv4NetmaskLength: 16 } }
`,
  ));

test("only the branch that is too large", () =>
  checkRule(
    vpcCidrSize,
    `
Conditions:
  Big: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !If [Big, 10.0.0.0/12, 10.0.0.0/16]
#                          ^^^^^^^^^^^ 💡 error: When Big is true: Vpc 10.0.0.0/12 is too large…
`,
  ));

test("cuts it to the /16 at the same start", () =>
  checkFix(
    vpcCidrSize,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.128.0.0/9
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.128.0.0/16
`,
  ));

test("widens it to the /28 around it", () =>
  checkFix(
    vpcCidrSize,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.24/29
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.16/28
`,
  ));

test("changes the parameter's default where the value comes from there", () =>
  checkFix(
    vpcCidrSize,
    `
Parameters:
  Cidr:
    Type: String
    Default: 10.0.0.0/8
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Cidr
`,
    `
Parameters:
  Cidr:
    Type: String
    Default: 10.0.0.0/16
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Cidr
`,
  ));

test("leaves a mapping alone, which others may use", () =>
  checkNoFix(
    vpcCidrSize,
    `
Mappings:
  Nets:
    Big: { Cidr: 10.0.0.0/8 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !FindInMap [Nets, Big, Cidr]
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpcCidrSize,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/8' });
//                                       ^^^^^^^^^^^^ 💡 error: Vpc 10.0.0.0/8 is too large…`),
  ));

test("a CDK program in Python", () =>
  checkRule(
    vpcCidrSize,
    python(`ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/8')
#                                  ^^^^^^^^^^^^ 💡 error: Vpc 10.0.0.0/8 is too large…`),
  ));

test("in TypeScript", () =>
  checkFix(
    vpcCidrSize,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/8' });`),
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });`),
  ));

test("in Python", () =>
  checkFix(
    vpcCidrSize,
    python(`ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/8')`),
    python(`ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/16')`),
  ));
