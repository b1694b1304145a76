import { expect, test } from "vitest";
import { sgPortRangeInverted } from "../../../../server/src/rules/security-groups/sg-port-range-inverted.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const group = (rules: string) => `
Parameters:
  Start: { Type: Number, Default: 9000 }
  End: { Type: Number }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;
const inverted = group(`        - IpProtocol: tcp
          FromPort: 8090
#                   ^^^^ 💡 error: Web has a port range that ends before it starts: 8090 to 8080. No port lies in it. Swap FromPort and ToPort.
          ToPort: 8080 # the last one
          CidrIp: 10.0.0.0/8
`);

test("a range that ends before it starts", () => {
  checkRule(sgPortRangeInverted, inverted);
  expect(relatedPlaces(sgPortRangeInverted, inverted)).toEqual(['15:19 "8080": The end of the range']);
});

test("in Japanese, standalone, with texts and a protocol's number", () =>
  checkRule(
    sgPortRangeInverted,
    `
Resources:
  Out: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: sg-1, IpProtocol: 17, FromPort: "60", ToPort: "50", CidrIp: 10.0.0.0/8 } }
#                                                                                                    ^^^^ 💡 error: Out のポート範囲は開始が 60、終了が 50 で、前後が逆。…
`,
    { messages: "ja" },
  ));

test("one port, ICMP, unknown ports, ports that do not exist", () =>
  checkRule(
    sgPortRangeInverted,
    group(`        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: -1, FromPort: 90, ToPort: 80, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 90, ToPort: !Ref End, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 70000, ToPort: 80, CidrIp: 10.0.0.0/8 }
`),
  ));

test("cases that exclude each other, and one that does not", () =>
  checkRule(
    sgPortRangeInverted,
    group(`        - { IpProtocol: tcp, FromPort: !If [Prod, 90, 70], ToPort: !If [Prod, 95, 75], CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: !If [Prod, 90, 70], ToPort: 80, CidrIp: 10.0.0.0/8 }
#                                                 ^^ error: When Prod is true: Web has a port range that ends before it starts: 90 to 80…
`),
  ));

test("a default is a warning, and has no fix", () => {
  const text = group(`        - { IpProtocol: tcp, FromPort: !Ref Start, ToPort: 8999, CidrIp: 10.0.0.0/8 }
#                                      ^^^^^^^^^^ warning: With the default of Start (9000), Web has a port range…
`);
  checkRule(sgPortRangeInverted, text);
  checkNoFix(sgPortRangeInverted, text);
});

test("swaps the ports", () =>
  checkFix(
    sgPortRangeInverted,
    inverted,
    group(`        - IpProtocol: tcp
          FromPort: 8080
          ToPort: 8090 # the last one
          CidrIp: 10.0.0.0/8
`),
  ));

test("swaps the ports in JSON", () =>
  checkFix(
    sgPortRangeInverted,
    `{
  "Resources": {
    "Web": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupDescription": "w", "SecurityGroupIngress": [{ "IpProtocol": "tcp", "FromPort": 90, "ToPort": 80, "CidrIp": "10.0.0.0/8" }] } }
  }
}
`,
    `{
  "Resources": {
    "Web": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupDescription": "w", "SecurityGroupIngress": [{ "IpProtocol": "tcp", "FromPort": 80, "ToPort": 90, "CidrIp": "10.0.0.0/8" }] } }
  }
}
`,
  ));

test("a CDK program", () =>
  checkRule(
    sgPortRangeInverted,
    python(`ec2.CfnSecurityGroupIngress(self, "In", group_id="sg-1", ip_protocol="tcp", from_port=90, to_port=80, cidr_ip="10.0.0.0/8")
#                                                                                     ^^ 💡 error: In has a port range…`),
  ));
