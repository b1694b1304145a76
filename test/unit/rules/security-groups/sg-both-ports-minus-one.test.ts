import { test } from "vitest";
import { sgBothPortsMinusOne } from "../../../../server/src/rules/security-groups/sg-both-ports-minus-one.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Port: { Type: Number, Default: -1 }
  Unknown: { Type: Number }
Conditions:
  Dev: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;

test("-1 for one port, for both, and codes for all types", () =>
  checkRule(
    sgBothPortsMinusOne,
    template(`        - { IpProtocol: tcp, FromPort: 0, ToPort: -1, CidrIp: 10.0.0.0/8 }
#                                                 ^^ 💡 error: Web has a TCP rule from port 0 to -1. -1 is no port of TCP, so EC2 will refuse the range. For all ports write 0 to 65535.
        - { IpProtocol: udp, FromPort: -1, ToPort: "-1", CidrIp: 10.0.0.0/8 }
#                                      ^^ 💡 warning: Web has -1 for both ports of a UDP rule. -1 means all types and codes of ICMP; all ports of UDP are 0 to 65535.
        - { IpProtocol: icmp, FromPort: -1, ToPort: 0, CidrIp: 10.0.0.0/8 }
#                                                   ^ 💡 error: Web has all ICMP types (FromPort -1), but code 0. Who names all types must name all codes: set ToPort to -1.
`),
  ));

test("in Japanese, with a default and a condition", () =>
  checkRule(
    sgBothPortsMinusOne,
    template(`        - { IpProtocol: tcp, FromPort: !Ref Port, ToPort: 80, CidrIp: 10.0.0.0/8 }
#                                      ^^^^^^^^^ warning: Port の既定値 (-1) では、Web の TCP ルールの範囲は -1 から 80。…
        - { IpProtocol: tcp, FromPort: 1, ToPort: !If [Dev, -1, 80], CidrIp: 10.0.0.0/8 }
#                                                           ^^ error: Dev が true の場合: Web の TCP ルールの範囲は 1 から -1。…
`),
    { messages: "ja" },
  ));

test("ICMP, protocols without ports, unknown ports, exclusive cases", () =>
  checkRule(
    sgBothPortsMinusOne,
    template(`        - { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: -1, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 0, ToPort: !Ref Unknown, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: !If [Dev, "-1", tcp], FromPort: !If [Dev, -1, 0], ToPort: !If [Dev, -1, 65535], CidrIp: 10.0.0.0/8 }
`),
  ));

test("opens all ports, or all codes in JSON", () => {
  checkFix(
    sgBothPortsMinusOne,
    template("        - { IpProtocol: tcp, FromPort: 0, ToPort: -1, CidrIp: 10.0.0.0/8 }\n"),
    template("        - { IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }\n"),
  );
  checkFix(
    sgBothPortsMinusOne,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "icmp", "FromPort": -1, "ToPort": 0, "CidrIp": "10.0.0.0/8" } } } }`,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "icmp", "FromPort": -1, "ToPort": -1, "CidrIp": "10.0.0.0/8" } } } }`,
  );
});

test("a CDK program", () =>
  checkRule(
    sgBothPortsMinusOne,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'In', { groupId: 'sg-1', ipProtocol: 'icmp', fromPort: -1, toPort: 128, cidrIp: '10.0.0.0/8' });
//                                                                                                       ^^^ 💡 error: In has all ICMP types…`),
  ));
