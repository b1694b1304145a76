import { test } from "vitest";
import { subnetIpv6Not64 } from "../../../../server/src/rules/addressing/subnet-ipv6-not-64.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a literal block", () =>
  checkRule(
    subnetIpv6Not64,
    `
Resources:
  X:
    Type: AWS::EC2::Subnet
    Properties:
      Ipv6CidrBlock: 2001:db8::/62
#                    ^^^^^^^^^^^^^ 💡 error: 2001:db8::/62 in X is no IPv6 block for a subnet. Its prefix length is /64, or /44 to /60 in steps of four for a larger one. CloudFormation will fail.
`,
  ));

test("host bits of IPv4 in Fn::Cidr", () =>
  checkRule(
    subnetIpv6Not64,
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
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 8]]
#                                                                                   ^ 💡 error: 8 host bits in App make IPv6 blocks of /120, which a subnet cannot have. CloudFormation will fail. Write 64 for a /64.
`,
  ));

test("a separate association, in Japanese", () =>
  checkRule(
    subnetIpv6Not64,
    `
Resources:
  X:
    Type: AWS::EC2::SubnetCidrBlock
    Properties:
      Ipv6CidrBlock: 2001:db8::/65
#                    ^^^^^^^^^^^^^ 💡 error: X の 2001:db8::/65 はサブネットの IPv6 CIDR にできない…
`,
    { messages: "ja" },
  ));

test("a /64, a /60 and 64 host bits", () =>
  checkRule(
    subnetIpv6Not64,
    `
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { Ipv6CidrBlock: 2001:db8::/64 } }
  B: { Type: AWS::EC2::Subnet, Properties: { Ipv6CidrBlock: 2001:db8::/60 } }
  C: { Type: AWS::EC2::Subnet, Properties: { Ipv6CidrBlock: !Select [0, !Cidr [!ImportValue V6, 4, 64]] } }
`,
  ));

test("unknown values", () =>
  checkRule(
    subnetIpv6Not64,
    `
Parameters:
  Bits: { Type: Number }
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { Ipv6CidrBlock: !ImportValue V6 } }
  B: { Type: AWS::EC2::Subnet, Properties: { Ipv6CidrBlock: !Select [0, !Cidr [!ImportValue V6, 4, !Ref Bits]] } }
`,
  ));

test("one branch of a condition", () =>
  checkRule(
    subnetIpv6Not64,
    `
Conditions:
  Own: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  X:
    Type: AWS::EC2::Subnet
    Properties:
      Ipv6CidrBlock: !If [Own, 2001:db8::/63, !Ref AWS::NoValue]
#                              ^^^^^^^^^^^^^ 💡 error: When Own is true: 2001:db8::/63 in X is no IPv6 block for a subnet…
`,
  ));

test("makes it a /64", () =>
  checkFix(
    subnetIpv6Not64,
    `
Resources:
  X:
    Type: AWS::EC2::Subnet
    Properties:
      Ipv6CidrBlock: 2001:db8:0:1::/65
`,
    `
Resources:
  X:
    Type: AWS::EC2::Subnet
    Properties:
      Ipv6CidrBlock: 2001:db8:0:1::/64
`,
  ));

test("takes 64 host bits", () =>
  checkFix(
    subnetIpv6Not64,
    `
Resources:
  X:
    Type: AWS::EC2::Subnet
    Properties:
      Ipv6CidrBlock: !Select [0, !Cidr [!ImportValue V6, 4, 8]]
`,
    `
Resources:
  X:
    Type: AWS::EC2::Subnet
    Properties:
      Ipv6CidrBlock: !Select [0, !Cidr [!ImportValue V6, 4, 64]]
`,
  ));

test("a CDK program", () =>
  checkRule(
    subnetIpv6Not64,
    typescript(`new ec2.CfnSubnet(this, 'App', { vpcId: 'vpc-1', ipv6CidrBlock: '2001:db8::/63' });
//                                                              ^^^^^^^^^^^^^^^ 💡 error: 2001:db8::/63 in App is no IPv6 block for a subnet…`),
  ));
