import { expect, test } from "vitest";
import { cidrHostBits } from "../../../../server/src/rules/addressing/cidr-host-bits.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a range of callers is a warning", () =>
  checkRule(
    cidrHostBits,
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
          CidrIp: 203.0.113.10/24
#                 ^^^^^^^^^^^^^^^ 💡 warning: 203.0.113.10/24 in Group is not the start of its block, and EC2 makes it 203.0.113.0/24. Write that, so that the template says what will be there; for a single address, write 203.0.113.10/32.
`,
  ));

test("a network is only information", () =>
  checkRule(
    cidrHostBits,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.1/16
#                ^^^^^^^^^^^ 💡 information: 10.0.0.1/16 in Vpc is not the start of its block…
`,
  ));

test("so is a network ACL, in Japanese", () =>
  checkRule(
    cidrHostBits,
    `
Resources:
  X:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      CidrBlock: 10.0.1.1/24
#                ^^^^^^^^^^^ 💡 information: X の 10.0.1.1/24 はブロックの先頭ではなく…
`,
    { messages: "ja" },
  ));

test("blocks that start where they say", () =>
  checkRule(
    cidrHostBits,
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
          CidrIp: 203.0.113.0/24
`,
  ));

test("unknown values, types that are not documented, and /0 in a group", () =>
  checkRule(
    cidrHostBits,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
  B: { Type: AWS::EC2::TransitGatewayRoute, Properties: { DestinationCidrBlock: 10.0.0.1/16 } }
  C: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIp: 10.0.0.1/0 } }
`,
  ));

test("the branch of a condition", () =>
  checkRule(
    cidrHostBits,
    `
Conditions:
  Own: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !If [Own, 10.0.0.1/16, 10.1.0.0/16]
#                          ^^^^^^^^^^^ 💡 information: When Own is true: 10.0.0.1/16 in Vpc is not the start…
`,
  ));

test("writes the start of the block", () =>
  checkFix(
    cidrHostBits,
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
          CidrIp: 203.0.113.10/24
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
          CidrIp: 203.0.113.0/24
`,
  ));

test("or narrows it to the one address", () =>
  checkFix(
    cidrHostBits,
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
          CidrIp: 203.0.113.10/24
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
          CidrIp: 203.0.113.10/32
`,
    { title: "Narrow it to the one address" },
  ));

test("does not offer to narrow what another rule of the group opens anyway", () => {
  const titles = fixTitles(
    cidrHostBits,
    `
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Office
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 203.0.113.10/24 }
        - { IpProtocol: "-1", CidrIp: 203.0.113.0/25 }
`,
  );
  expect(titles).toEqual(["Write the block as 203.0.113.0/24"]);
});

test("IPv6", () =>
  checkFix(
    cidrHostBits,
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
          CidrIpv6: 2001:db8::1/64
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
          CidrIpv6: 2001:db8::/64
`,
  ));

test("a CDK program", () =>
  checkRule(
    cidrHostBits,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.1/16' });
//                                       ^^^^^^^^^^^^^ 💡 information: 10.0.0.1/16 in Vpc is not the start of its block…`),
  ));
