import { test } from "vitest";
import { cidrFamilyMismatch } from "../../../../server/src/rules/addressing/cidr-family-mismatch.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("IPv6 in an IPv4 property", () =>
  checkRule(
    cidrFamilyMismatch,
    `
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Office
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: ::/0
#                 ^^^^ 💡 error: CidrIp of Group takes an IPv4 block, but ::/0 is IPv6. CloudFormation will fail. Write it as CidrIpv6.
`,
  ));

test("IPv4 in an IPv6 property, in Japanese", () =>
  checkRule(
    cidrFamilyMismatch,
    `
Resources:
  X:
    Type: AWS::EC2::Route
    Properties:
      DestinationIpv6CidrBlock: 0.0.0.0/0
#                               ^^^^^^^^^ 💡 error: X の DestinationIpv6CidrBlock には IPv6 の CIDR を書くが、0.0.0.0/0 は IPv4…
`,
    { messages: "ja" },
  ));

test("a VPC has no property for IPv6", () =>
  checkRule(
    cidrFamilyMismatch,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 2001:db8::/56
#                ^^^^^^^^^^^^^ error: CidrBlock of Vpc takes an IPv4 block, but 2001:db8::/56 is IPv6. CloudFormation will fail. Give it an IPv4 block.
`,
  ));

test("properties of their family, and those that take either", () =>
  checkRule(
    cidrFamilyMismatch,
    `
Resources:
  A: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIp: 0.0.0.0/0 } }
  B: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIpv6: '::/0' } }
  C: { Type: AWS::EC2::TransitGatewayRoute, Properties: { DestinationCidrBlock: '::/0' } }
  D: { Type: AWS::EC2::PrefixList, Properties: { Entries: [{ Cidr: 10.0.0.0/8 }, { Cidr: 2001:db8::/32 }] } }
`,
  ));

test("an unknown value", () =>
  checkRule(
    cidrFamilyMismatch,
    `
Resources:
  A: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIp: !ImportValue Cidr } }
`,
  ));

test("one branch of a condition", () =>
  checkRule(
    cidrFamilyMismatch,
    `
Conditions:
  V6: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIp: !If [V6, ::/0, 0.0.0.0/0]
#                      ^^^^ error: When V6 is true: CidrIp of X takes an IPv4 block, but ::/0 is IPv6…
`,
  ));

test("renames the property in a list of rules", () =>
  checkFix(
    cidrFamilyMismatch,
    `
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Office
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: ::/0
`,
    `
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Office
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIpv6: ::/0
`,
  ));

test("renames the destination of a route", () =>
  checkFix(
    cidrFamilyMismatch,
    `
Resources:
  X:
    Type: AWS::EC2::Route
    Properties:
      DestinationCidrBlock: ::/0
      RouteTableId: rtb-1
      EgressOnlyInternetGatewayId: eigw-1
`,
    `
Resources:
  X:
    Type: AWS::EC2::Route
    Properties:
      DestinationIpv6CidrBlock: ::/0
      RouteTableId: rtb-1
      EgressOnlyInternetGatewayId: eigw-1
`,
  ));

test("not where the other property is there already", () =>
  checkNoFix(
    cidrFamilyMismatch,
    `
Resources:
  A: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIp: '::/0', CidrIpv6: '::/0' } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    cidrFamilyMismatch,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'Rule', { ipProtocol: '-1', cidrIp: '::/0' });
//                                                                        ^^^^^^ 💡 error: CidrIp of Rule takes an IPv4 block, but ::/0 is IPv6…`),
  ));

test("in TypeScript", () =>
  checkFix(
    cidrFamilyMismatch,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'Rule', { ipProtocol: '-1', cidrIp: '::/0' });`),
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'Rule', { ipProtocol: '-1', cidrIpv6: '::/0' });`),
  ));
