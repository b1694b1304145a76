import { test } from "vitest";
import { subnetIpv6NoDependson } from "../../../../server/src/rules/addressing/subnet-ipv6-no-dependson.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("nothing makes the subnet wait", () =>
  checkRule(
    subnetIpv6NoDependson,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: App takes its IPv6 block from Vpc, which has none until VpcIpv6 has brought it, and nothing makes App wait for VpcIpv6. Add DependsOn: VpcIpv6.
`,
  ));

test("in a Sub, in Japanese", () =>
  checkRule(
    subnetIpv6NoDependson,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Sub '\${Vpc.Ipv6CidrBlocks}'
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: App は Vpc の IPv6 CIDR から切り出しているが…
`,
    { messages: "ja" },
  ));

test("a subnet that waits", () =>
  checkRule(
    subnetIpv6NoDependson,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  App:
    Type: AWS::EC2::Subnet
    DependsOn: VpcIpv6
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
`,
  ));

test("a subnet that waits by way of another", () =>
  checkRule(
    subnetIpv6NoDependson,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  App:
    Type: AWS::EC2::Subnet
    DependsOn: Other
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
  Other:
    Type: AWS::EC2::InternetGateway
    DependsOn: [VpcIpv6]
`,
  ));

test("an association that is elsewhere, and a VPC that is", () =>
  checkRule(
    subnetIpv6NoDependson,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
`,
  ));

test("an association that is never there together with the subnet", () =>
  checkRule(
    subnetIpv6NoDependson,
    `
Conditions:
  V6: !Equals [!Ref AWS::Region, us-east-1]
  NoV6: !Not [!Condition V6]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6: { Type: AWS::EC2::VPCCidrBlock, Condition: NoV6, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  App:
    Type: AWS::EC2::Subnet
    Condition: V6
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
`,
  ));

test("adds DependsOn", () =>
  checkFix(
    subnetIpv6NoDependson,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  App:
    Type: AWS::EC2::Subnet
    DependsOn: VpcIpv6
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
`,
  ));

test("a CDK program", () =>
  checkRule(
    subnetIpv6NoDependson,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCCidrBlock(this, 'VpcIpv6', { vpcId: vpc.ref, amazonProvidedIpv6CidrBlock: true });
new ec2.CfnSubnet(this, 'App', {
  vpcId: vpc.ref,
  ipv6CidrBlock: cdk.Fn.select(0, cdk.Fn.cidr(cdk.Fn.select(0, vpc.attrIpv6CidrBlocks), 4, '64')),
//                                                             ^^^^^^^^^^^^^^^^^^^^^^ 💡 error: App takes its IPv6 block from Vpc, which has none until VpcIpv6 has brought it…
});`),
  ));

test("a CDK program that makes it wait", () =>
  checkRule(
    subnetIpv6NoDependson,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const ipv6 = new ec2.CfnVPCCidrBlock(this, 'VpcIpv6', { vpcId: vpc.ref, amazonProvidedIpv6CidrBlock: true });
const app = new ec2.CfnSubnet(this, 'App', {
  vpcId: vpc.ref,
  ipv6CidrBlock: cdk.Fn.select(0, cdk.Fn.cidr(cdk.Fn.select(0, vpc.attrIpv6CidrBlocks), 4, '64')),
});
app.addDependency(ipv6);`),
  ));
