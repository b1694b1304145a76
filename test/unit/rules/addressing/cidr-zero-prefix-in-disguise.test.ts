import { test } from "vitest";
import { cidrZeroPrefixInDisguise } from "../../../../server/src/rules/addressing/cidr-zero-prefix-in-disguise.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a /0 that looks like a private network", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
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
          CidrIp: 192.168.1.0/0
#                 ^^^^^^^^^^^^^ 💡 error: 192.168.1.0/0 in Group looks like one network but means the whole internet (0.0.0.0/0), because a /0 keeps nothing of the address. Give it the prefix that was meant, or write 0.0.0.0/0 if everyone really is.
`,
  ));

test("IPv6 in a network ACL, in Japanese", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
    `
Resources:
  X:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      Ipv6CidrBlock: 2001:db8::/0
#                    ^^^^^^^^^^^^ 💡 error: X の 2001:db8::/0 は特定のネットワークに見えるが…
`,
    { messages: "ja" },
  ));

test("the whole internet, said openly, and routes", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
    `
Resources:
  A: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIp: 0.0.0.0/0 } }
  B: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIpv6: '::/0' } }
  C: { Type: AWS::EC2::Route, Properties: { DestinationCidrBlock: 10.0.0.0/0 } }
`,
  ));

test("an unknown value", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  A: { Type: AWS::EC2::SecurityGroupIngress, Properties: { CidrIp: !Ref Cidr } }
`,
  ));

test("a default", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
    `
Parameters:
  Ssh: { Type: String, Default: 198.51.100.0/0 }
Resources:
  A:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIp: !Ref Ssh
#             ^^^^^^^^ 💡 warning: With the default of Ssh (198.51.100.0/0), 198.51.100.0/0 in A looks like one network…
`,
  ));

test("one branch of a condition", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
    `
Conditions:
  Open: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  X:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      CidrIp: !If [Open, 0.0.0.0/0, 10.0.0.0/0]
#                                   ^^^^^^^^^^ 💡 error: When Open is false: 10.0.0.0/0 in X looks like one network…
`,
  ));

test("narrows it to a /24 first", () =>
  checkFix(
    cidrZeroPrefixInDisguise,
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
          CidrIp: 192.168.1.0/0
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
          CidrIp: 192.168.1.0/24
`,
  ));

test("or to the address", () =>
  checkFix(
    cidrZeroPrefixInDisguise,
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
          CidrIp: 192.168.1.7/0
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
          CidrIp: 192.168.1.7/32
`,
    { title: "Narrow it to 192.168.1.7/32" },
  ));

test("a CDK program", () =>
  checkRule(
    cidrZeroPrefixInDisguise,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'Rule', { ipProtocol: '-1', cidrIp: '10.0.0.0/0' });
//                                                                        ^^^^^^^^^^^^ 💡 error: 10.0.0.0/0 in Rule looks like one network…`),
  ));
