import { test } from "vitest";
import { naclProtocolName } from "../../../../server/src/rules/network-acls/nacl-protocol-name.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { entry, withAcl } from "../../../support/network-acls.ts";

const ports = "RuleNumber: 100\nRuleAction: allow\nCidrBlock: 10.0.0.0/8\nPortRange: { From: 443, To: 443 }";
const protocol = (written: string, before = "") => withAcl(entry("In", `${ports}\nProtocol: ${written}`), before);

test("a name", () =>
  checkRule(
    naclProtocolName,
    protocol(`tcp
#               ^^^ 💡 error: In names its protocol tcp, but network ACLs take protocol numbers only, unlike security groups. CloudFormation will fail. Write 6 for TCP, 17 for UDP, 1 for ICMP, 58 for ICMPv6, -1 for everything.`),
  ));

test("in Japanese", () =>
  checkRule(
    naclProtocolName,
    protocol(`UDP
#               ^^^ 💡 error: In の Protocol は UDP だが、ネットワーク ACL はセキュリティグループと違い…`),
    { messages: "ja" },
  ));

test("numbers, also as text, and what nobody knows", () => {
  for (const written of ["6", '"6"', "-1", "'-1'", "!ImportValue P", "!Ref P", "!Ref AWS::NoValue"]) {
    checkRule(naclProtocolName, protocol(written, "Parameters: { P: { Type: String } }"));
  }
});

test("on one branch of a condition, and by a mapping", () => {
  checkRule(
    naclProtocolName,
    protocol(
      `!If [Prod, tcp, 6]
#                          ^^^ 💡 error: When Prod is true: In names its protocol tcp…`,
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
  checkRule(
    naclProtocolName,
    protocol(
      `!FindInMap [Web, Https, Protocol]
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: In names its protocol tcp…`,
      "Mappings: { Web: { Https: { Protocol: tcp } } }",
    ),
  );
});

test("a default is a warning", () =>
  checkRule(
    naclProtocolName,
    protocol(
      `!Ref P
#               ^^^^^^ 💡 warning: With the default of P (udp), In names its protocol udp…`,
      "Parameters: { P: { Type: String, Default: udp } }",
    ),
  ));

test("writes the number", () => {
  for (const [name, number] of [
    ["tcp", 6],
    ["UDP", 17],
    ["all", -1],
    ["esp", 50],
  ] as const) {
    checkFix(naclProtocolName, protocol(name), protocol(String(number)), { title: `Write ${number} for ${name}` });
  }
  checkNoFix(naclProtocolName, protocol("quic"));
});

test("in JSON", () => {
  const json = (written: string) =>
    `{ "Resources": { "In": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": 1, "Protocol": ${written}, "RuleAction": "deny", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": 22, "To": 22 } } } } }\n`;
  checkFix(naclProtocolName, json('"tcp"'), json("6"));
});

test("a CDK program", () =>
  checkRule(
    naclProtocolName,
    `const ec2 = require('aws-cdk-lib/aws-ec2');
const { Stack } = require('aws-cdk-lib');
class Net extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    new ec2.CfnNetworkAclEntry(this, 'In', {
      networkAclId: 'acl-12345678', ruleNumber: 100, ruleAction: 'allow', cidrBlock: '0.0.0.0/0',
      portRange: { from: 443, to: 443 },
      protocol: 'tcp',
//              ^^^^^ 💡 error: In names its protocol tcp…
    });
  }
}
`,
  ));
