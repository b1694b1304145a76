import { test } from "vitest";
import { sgPortOutOfRange } from "../../../../server/src/rules/security-groups/sg-port-out-of-range.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Port: { Type: Number, Default: 65536 }
  Unknown: { Type: Number }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;

test("ports that do not exist", () => {
  const text = template(`        - { IpProtocol: tcp, FromPort: 0, ToPort: 65536, CidrIp: 10.0.0.0/8 }
#                                                 ^^^^^ error: Web has ToPort 65536, but ports of TCP and UDP end at 65535. EC2 will refuse the rule. Give it a port from 0 to 65535.
        - { IpProtocol: 17, FromPort: "70000", ToPort: 70000, CidrIp: 10.0.0.0/8 }
#                                     ^^^^^^^ error: Web has FromPort 70000…
#                                                      ^^^^^ error: Web has ToPort 70000…
`);
  checkRule(sgPortOutOfRange, text);
  checkNoFix(sgPortOutOfRange, text);
});

test("in Japanese", () =>
  checkRule(
    sgPortOutOfRange,
    template(`        - { IpProtocol: udp, FromPort: 1, ToPort: 65536, CidrIp: 10.0.0.0/8 }
#                                                 ^^^^^ error: Web の ToPort は 65536 だが、TCP と UDP のポートは 65535 まで。EC2 はこのルールを拒否する。0〜65535 のポートを指定すること。
`),
    { messages: "ja" },
  ));

test("the bounds themselves, -1, other protocols, unknown ports", () =>
  checkRule(
    sgPortOutOfRange,
    template(`        - { IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: -1, FromPort: 0, ToPort: 65536, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: !Ref Unknown, ToPort: !Ref Unknown, CidrIp: 10.0.0.0/8 }
`),
  ));

test("conditions, and the default of a parameter", () =>
  checkRule(
    sgPortOutOfRange,
    template(`        - { IpProtocol: !If [Prod, tcp, "-1"], FromPort: 0, ToPort: !If [Prod, 65535, 65536], CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 0, ToPort: !If [Prod, 65536, 1], CidrIp: 10.0.0.0/8 }
#                                                            ^^^^^ error: When Prod is true: Web has ToPort 65536…
        - { IpProtocol: tcp, FromPort: 0, ToPort: !Ref Port, CidrIp: 10.0.0.0/8 }
#                                                 ^^^^^^^^^ warning: With the default of Port (65536), Web has ToPort 65536…
`),
  ));

test("a CDK program", () =>
  checkRule(
    sgPortOutOfRange,
    typescript(`new ec2.CfnSecurityGroupEgress(this, 'Out', { groupId: 'sg-1', ipProtocol: 'tcp', fromPort: 1, toPort: 99999, cidrIp: '10.0.0.0/8' });
//                                                                                                     ^^^^^ error: Out has ToPort 99999…`),
  ));
