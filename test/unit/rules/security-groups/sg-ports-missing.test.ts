import { expect, test } from "vitest";
import { sgPortsMissing } from "../../../../server/src/rules/security-groups/sg-ports-missing.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Port: { Type: Number }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;

test("no ports at all", () =>
  checkRule(
    sgPortsMissing,
    template(`        - { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }
#                       ^^^ 💡 error: Web has a TCP rule without ports. EC2 will refuse it: for TCP it wants FromPort and ToPort. Name the ports that are needed.
        - { IpProtocol: 17, CidrIp: 10.0.0.0/8 }
#                       ^^ error: Web has a UDP rule without ports…
        - { IpProtocol: icmp, CidrIp: 10.0.0.0/8 }
#                       ^^^^ 💡 error: Web has an ICMP rule without type and code. EC2 will refuse it. Give FromPort the type and ToPort the code, or both -1 for all.
`),
  ));

test("one port of two", () =>
  checkRule(
    sgPortsMissing,
    template(`        - { IpProtocol: tcp, FromPort: 80, CidrIp: 10.0.0.0/8 }
#                                      ^^ 💡 error: Web has a TCP rule with FromPort 80, but without ToPort. EC2 wants both. For that port alone, set ToPort to 80, too.
        - { IpProtocol: udp, ToPort: 53, CidrIp: 10.0.0.0/8 }
#                                    ^^ 💡 error: Web has a UDP rule with ToPort 53, but without FromPort…
`),
  ));

test("in Japanese", () =>
  checkRule(
    sgPortsMissing,
    template(`        - { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }
#                       ^^^ 💡 error: Web の TCP ルールにポートの指定がない。TCP では FromPort と ToPort が必須で、EC2 はこのルールを拒否する。必要なポートを書くこと。
        - { IpProtocol: tcp, FromPort: 80, CidrIp: 10.0.0.0/8 }
#                                      ^^ 💡 error: Web の TCP ルールには FromPort (80) だけがあり、ToPort がない。…
`),
    { messages: "ja" },
  ));

test("protocols that need none, ports that are unknown, items that a macro makes", () =>
  checkRule(
    sgPortsMissing,
    template(`        - { IpProtocol: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmpv6, CidrIpv6: "2001:db8::/32" }
        - { IpProtocol: 58, CidrIpv6: "2001:db8::/32" }
        - { IpProtocol: 50, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, CidrIp: 10.0.0.0/8, "Fn::Transform": { Name: Ports } }
        - { IpProtocol: icmp, FromPort: 8, CidrIp: 10.0.0.0/8 }
`),
  ));

test("conditions", () =>
  checkRule(
    sgPortsMissing,
    template(`        - { IpProtocol: !If [Prod, -1, tcp], FromPort: !If [Prod, !Ref AWS::NoValue, 80], ToPort: !If [Prod, !Ref AWS::NoValue, 80], CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: !If [Prod, 80, !Ref AWS::NoValue], ToPort: !If [Prod, 80, !Ref AWS::NoValue], CidrIp: 10.0.0.0/8 }
#                       ^^^ 💡 error: When Prod is false: Web has a TCP rule without ports…
`),
  ));

test("opens HTTPS, or all types of ICMP", () => {
  const before = template(`        - IpProtocol: tcp
          CidrIp: 10.0.0.0/8
`);
  expect(fixTitles(sgPortsMissing, before, "ja")).toEqual(["TCP ポート 443 (HTTPS) だけを開ける"]);
  checkFix(
    sgPortsMissing,
    before,
    template(`        - IpProtocol: tcp
          CidrIp: 10.0.0.0/8
          FromPort: 443
          ToPort: 443
`),
  );
  checkFix(
    sgPortsMissing,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "icmp", "CidrIp": "10.0.0.0/8" } } } }`,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "icmp", "CidrIp": "10.0.0.0/8", "FromPort": -1, "ToPort": -1 } } } }`,
  );
});

test("completes a range", () =>
  checkFix(
    sgPortsMissing,
    template(`        - IpProtocol: tcp
          FromPort: 80
          CidrIp: 10.0.0.0/8
`),
    template(`        - IpProtocol: tcp
          FromPort: 80
          CidrIp: 10.0.0.0/8
          ToPort: 80
`),
  ));

test("changes no rule that stands in a condition", () =>
  checkNoFix(
    sgPortsMissing,
    template(`        - !If [Prod, { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }, !Ref AWS::NoValue]
`),
  ));

test("a CDK program", () =>
  checkRule(
    sgPortsMissing,
    python(`ec2.CfnSecurityGroupIngress(self, "In", group_id="sg-1", ip_protocol="tcp", cidr_ip="10.0.0.0/8")
#                                                                    ^^^^^ 💡 error: In has a TCP rule without ports…`),
  ));
