import { expect, test } from "vitest";
import { sgPortsIgnored } from "../../../../server/src/rules/security-groups/sg-ports-ignored.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Protocol: { Type: String, Default: "-1" }
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
const all = template(`        - IpProtocol: "-1"
          FromPort: 443
#                   ^^^ 💡 warning: Web opens all ports, not only 443: with IpProtocol -1, EC2 pays no attention to FromPort and ToPort. Set IpProtocol to tcp if only 443 is meant.
          ToPort: 443
          CidrIp: 10.0.0.0/8
`);

test("one port of all protocols", () => {
  checkRule(sgPortsIgnored, all);
  expect(relatedPlaces(sgPortsIgnored, all)).toEqual([`13:23 "\\"-1\\"": All protocols: ports don't count`]);
  expect(fixTitles(sgPortsIgnored, all, "ja")).toEqual([
    "TCP 443 だけを開ける",
    "FromPort と ToPort を削除する (全ポートのまま)",
  ]);
});

test("a range of another protocol, in Japanese", () =>
  checkRule(
    sgPortsIgnored,
    template(`        - { IpProtocol: 50, FromPort: 500, ToPort: 510, CidrIp: 10.0.0.0/8 }
#                                     ^^^ 💡 warning: Web で開くのは 500-510 だけではなく全ポート。IpProtocol が 50 だと、…
`),
    { messages: "ja" },
  ));

test("pairs that mean all are needless only", () =>
  checkRule(
    sgPortsIgnored,
    template(`        - { IpProtocol: -1, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }
#                                     ^^ 💡 information: Web has FromPort and ToPort beside IpProtocol -1, which covers all ports anyway. They can go.
        - { IpProtocol: -1, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }
#                                     ^ 💡 information: Web has FromPort and ToPort…
        - { IpProtocol: all, FromPort: 0, ToPort: 0, CidrIp: 10.0.0.0/8 }
#                                      ^ 💡 information: Web has FromPort and ToPort…
`),
  ));

test("protocols with ports or types, unknown ports, protocols that EC2 does not know", () =>
  checkRule(
    sgPortsIgnored,
    template(`        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmpv6, FromPort: 128, ToPort: 0, CidrIpv6: "2001:db8::/32" }
        - { IpProtocol: -1, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tpc, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: !If [Prod, -1, tcp], FromPort: !If [Prod, !Ref AWS::NoValue, 80], ToPort: !If [Prod, !Ref AWS::NoValue, 80], CidrIp: 10.0.0.0/8 }
`),
  ));

test("a default says so", () =>
  checkRule(
    sgPortsIgnored,
    template(`        - { IpProtocol: !Ref Protocol, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
#                                                ^^ 💡 warning: With the default of Protocol (-1), Web opens all ports…
`),
  ));

test("opens the one port", () =>
  checkFix(
    sgPortsIgnored,
    all,
    template(`        - IpProtocol: "tcp"
          FromPort: 443
          ToPort: 443
          CidrIp: 10.0.0.0/8
`),
    { title: "Open TCP 443 only" },
  ));

test("does not offer to narrow what another rule opens anyway", () => {
  const beside = (other: string) =>
    fixTitles(
      sgPortsIgnored,
      template(`        - { IpProtocol: "-1", FromPort: 45, ToPort: 46, CidrIp: 10.0.0.0/8 }
        - { ${other} }
`),
    ).filter((title) => title.startsWith("Open"));
  expect(beside('IpProtocol: "-1", CidrIp: 10.0.0.0/8')).toEqual([]);
  expect(beside("IpProtocol: tcp, FromPort: 45, ToPort: 46, CidrIp: 10.0.0.0/8")).toEqual([]);
  expect(beside("IpProtocol: tcp, FromPort: 45, ToPort: 46, CidrIp: 10.0.0.0/9")).toEqual(["Open TCP 45-46 only"]);
});

test("takes the ports away in JSON", () =>
  checkFix(
    sgPortsIgnored,
    `{
  "Resources": {
    "Out": {
      "Type": "AWS::EC2::SecurityGroupEgress",
      "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "FromPort": 0, "ToPort": 65535, "CidrIp": "10.0.0.0/8" }
    }
  }
}
`,
    `{
  "Resources": {
    "Out": {
      "Type": "AWS::EC2::SecurityGroupEgress",
      "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "10.0.0.0/8" }
    }
  }
}
`,
  ));

test("a CDK program", () =>
  checkRule(
    sgPortsIgnored,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'In', { groupId: 'sg-1', ipProtocol: '-1', fromPort: 22, toPort: 22, cidrIp: '10.0.0.0/8' });
//                                                                                         ^^ 💡 warning: In opens all ports, not only 22…`),
  ));
