import { test } from "vitest";
import { cidrSyntax } from "../../../../server/src/rules/addressing/cidr-syntax.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("an octet above 255", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.256.0/16
#                ^^^^^^^^^^^^^ error: 10.0.256.0/16 in Vpc is no IPv4 address: it has four numbers from 0 to 255. CloudFormation will fail.
`,
  ));

test("a prefix length above 32", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/33
#                ^^^^^^^^^^^ error: 10.0.0.0/33 in Vpc has a prefix length that does not exist…
`,
  ));

test("an address without a prefix length in a rule of a group", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      { GroupId: sg-1, IpProtocol: "-1", CidrIp: 203.0.113.7 }
#                                                ^^^^^^^^^^^ 💡 error: 203.0.113.7 in X is an address without a prefix length, and CidrIp takes a CIDR block. Write 203.0.113.7/32 for this one address.
`,
  ));

test("spaces", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: " 10.0.0.0/16"
#                ^^^^^^^^^^^^^^ 💡 error: Vpc has spaces in " 10.0.0.0/16"…
`,
  ));

test("a name, in Japanese", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: internal
#                ^^^^^^^^ error: Vpc の internal は CIDR ではなく、デプロイは失敗する…
`,
    { messages: "ja" },
  ));

test("inside a list of rules", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/ }
#                                                              ^^^^^^^^ error: 0.0.0.0/ in Group is no CIDR block…
`,
  ));

test("placeholders of other tools and empty defaults", () =>
  checkRule(
    cidrSyntax,
    `
Parameters:
  None: { Type: String, Default: '' }
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: '{{ vpc_cidr }}' } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref None } }
  C: { Type: AWS::EC2::VPC, Properties: { CidrBlock: '{{resolve:ssm:/net/cidr}}' } }
  D: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Sub '\${AWS::AccountId}/16' } }
  E: { Type: AWS::EC2::VPC, Properties: { CidrBlock: <your CIDR> } }
`,
  ));

test("IPv6 and host bits are well-formed", () =>
  checkRule(
    cidrSyntax,
    `
Resources:
  A: { Type: AWS::EC2::SubnetCidrBlock, Properties: { SubnetId: subnet-1, Ipv6CidrBlock: 2001:db8::1/64 } }
`,
  ));

test("a default that holds an address only is a warning", () =>
  checkRule(
    cidrSyntax,
    `
Parameters:
  Cidr: { Type: String, Default: 10.0.0.0 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Cidr
#                ^^^^^^^^^ 💡 warning: With the default of Cidr (10.0.0.0), 10.0.0.0 in Vpc is an address without a prefix length…
`,
  ));

test("a default that makes every deployment name its own address", () =>
  checkRule(
    cidrSyntax,
    `
Parameters:
  YourIP: { Type: String, Default: 999.999.999.999/32 }
  Typo: { Type: String, Default: 10.0.999.0/24 }
Resources:
  Mine: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, IpProtocol: "-1", CidrIp: !Ref YourIP } }
  Slip:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-1
      IpProtocol: "-1"
      CidrIp: !Ref Typo
#             ^^^^^^^^^ warning: With the default of Typo (10.0.999.0/24), 10.0.999.0/24 in Slip is no IPv4 address…
  Literal:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-1
      IpProtocol: "-1"
      CidrIp: 999.999.999.999/32
#             ^^^^^^^^^^^^^^^^^^ error: 999.999.999.999/32 in Literal is no IPv4 address…
`,
  ));

test("takes spaces out", () =>
  checkFix(
    cidrSyntax,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: "10.0.0.0 /16"
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: "10.0.0.0/16"
`,
  ));

test("makes a single address a block", () =>
  checkFix(
    cidrSyntax,
    `
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIp: 203.0.113.7
`,
    `
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIp: 203.0.113.7/32
`,
  ));

test("makes a single IPv6 address a block", () =>
  checkFix(
    cidrSyntax,
    `
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIpv6: 2001:db8::1
`,
    `
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIpv6: 2001:db8::1/128
`,
  ));

test("does not guess an octet", () =>
  checkNoFix(
    cidrSyntax,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.300.0/16
`,
  ));

test("a CDK program", () =>
  checkRule(
    cidrSyntax,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/40' });
//                                       ^^^^^^^^^^^^^ error: 10.0.0.0/40 in Vpc has a prefix length that does not exist…`),
  ));
