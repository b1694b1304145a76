import { expect, test } from "vitest";
import { naclPortsMissing } from "../../../../server/src/rules/network-acls/nacl-ports-missing.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { entry, everything, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const allow = "RuleNumber: 100\nRuleAction: allow\nCidrBlock: 10.0.0.0/8";
const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";

test("TCP and UDP without ports", () =>
  checkRule(
    naclPortsMissing,
    withAcl(
      entry(
        "Tcp",
        `${allow}
Protocol: "6"
#               ^^^ 💡 error: Tcp is for TCP but has no PortRange, which TCP and UDP require. CloudFormation will fail. Say which ports it is for; all of them are 0 to 65535.`,
      ) +
        entry(
          "Udp",
          `${allow}
Protocol: 17
#               ^^ 💡 error: Udp is for UDP but has no PortRange…`,
        ),
    ),
  ));

test("half a range, in Japanese", () =>
  checkRule(
    naclPortsMissing,
    withAcl(
      entry(
        "Tcp",
        `${allow}
Protocol: 6
PortRange: { From: 443 }
#     ^^^^^^^^^ 💡 error: Tcp の PortRange に To がない。TCP では両端が必須で…`,
      ),
    ),
    { messages: "ja" },
  ));

test("other protocols, ports that are there, and what nobody knows", () => {
  for (const rest of [
    "Protocol: 6\nPortRange: { From: 0, To: 65535 }",
    "Protocol: 17\nPortRange: { From: !ImportValue A, To: !ImportValue B }",
    "Protocol: 6\nPortRange: !If [Prod, { From: 1, To: 2 }, { From: 3, To: 4 }]",
    "Protocol: 50",
    "Protocol: !ImportValue P",
  ]) {
    checkRule(naclPortsMissing, withAcl(entry("In", `${allow}\n${rest}`), prod));
  }
  checkRule(naclPortsMissing, withAcl(entry("In", `RuleNumber: 1\n${everything()}`)));
});

test("ports that a condition takes away", () =>
  checkRule(
    naclPortsMissing,
    withAcl(
      entry(
        "In",
        `${allow}
Protocol: !If [Prod, 6, -1]
PortRange: !If [Prod, { From: 443, To: 443 }, !Ref AWS::NoValue]`,
      ) +
        entry(
          "Web",
          `${allow}
Protocol: 6
#               ^ error: When Prod is false: Web is for TCP but has no PortRange…
PortRange: !If [Prod, { From: 443, To: 443 }, !Ref AWS::NoValue]`,
        ),
      prod,
    ),
  ));

test("a default is a warning", () =>
  checkRule(
    naclPortsMissing,
    withAcl(
      entry(
        "In",
        `${allow}
Protocol: !Ref P
#               ^^^^^^ 💡 warning: With the default of P (6), In is for TCP but has no PortRange…`,
      ),
      "Parameters: { P: { Type: Number, Default: 6 } }",
    ),
  ));

test("adds ports of one's choice", () => {
  const before = withAcl(entry("In", `${allow}\nProtocol: 6`));
  expect(fixTitles(naclPortsMissing, before)).toEqual([
    "Apply In to port 443",
    "Apply In to the ephemeral ports 1024–65535",
    "Apply In to all ports, 0–65535",
  ]);
  checkFix(
    naclPortsMissing,
    before,
    withAcl(entry("In", `${allow}\nProtocol: 6\nPortRange:\n  From: 0\n  To: 65535`)).replace(
      "      From: 0\n      To",
      "        From: 0\n        To",
    ),
    {
      title: "Apply In to all ports",
    },
  );
});

test("completes a range with the port that is given", () => {
  const half = withAcl(entry("In", `${allow}\nProtocol: 6\nPortRange: { To: 443 }`));
  checkFix(naclPortsMissing, half, half.replace("{ To: 443 }", "{ To: 443, From: 443 }"));
  checkNoFix(naclPortsMissing, withAcl(entry("In", `${allow}\nProtocol: 6\nPortRange: {}`)));
});

test("in JSON", () => {
  const json = (ports: string) => `{
  "Resources": {
    "In": {
      "Type": "AWS::EC2::NetworkAclEntry",
      "Properties": {
        "NetworkAclId": "acl-12345678",
        "RuleNumber": 100,
        "Protocol": 17,
        "RuleAction": "allow",
        "CidrBlock": "10.0.0.0/8"${ports}
      }
    }
  }
}
`;
  const range = `,
        "PortRange": {
          "From": 1024,
          "To": 65535
        }`;
  checkFix(naclPortsMissing, json(""), json(range), { title: "Apply In to the ephemeral" });
});

test("a CDK program", () =>
  checkRule(
    naclPortsMissing,
    typescript(`new ec2.CfnNetworkAclEntry(this, 'In', {
  networkAclId: 'acl-12345678', ruleNumber: 100, ruleAction: 'allow', cidrBlock: '0.0.0.0/0',
  protocol: 6,
//          ^ 💡 error: In is for TCP but has no PortRange…
});`),
  ));
