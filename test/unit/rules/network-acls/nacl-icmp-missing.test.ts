import { test } from "vitest";
import { naclIcmpMissing } from "../../../../server/src/rules/network-acls/nacl-icmp-missing.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { entry, withAcl } from "../../../support/network-acls.ts";
import { python } from "../../../support/programs.ts";

const ipv4 = "RuleNumber: 100\nRuleAction: allow\nCidrBlock: 10.0.0.0/8";
const ipv6 = "RuleNumber: 100\nRuleAction: allow\nIpv6CidrBlock: ::/0";
const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";

test("ICMP, and ICMPv6 with an IPv6 block, without types", () =>
  checkRule(
    naclIcmpMissing,
    withAcl(
      entry(
        "Ping",
        `${ipv4}
Protocol: 1
#               ^ 💡 error: Ping is for ICMP but has no Icmp, which says for which types. CloudFormation will fail. Give Type and Code; -1 in both means all of them.`,
      ) +
        entry(
          "Ping6",
          `${ipv6}
Protocol: "58"
#               ^^^^ 💡 error: Ping6 is for ICMPv6 but has no Icmp…`,
        ),
    ),
  ));

test("a type without a code, in Japanese", () =>
  checkRule(
    naclIcmpMissing,
    withAcl(
      entry(
        "Ping",
        `${ipv4}
Protocol: 1
Icmp: { Type: 8 }
#     ^^^^ 💡 error: Ping の Icmp に Code がない。ICMP では Type と Code の両方が必須で…`,
      ),
    ),
    { messages: "ja" },
  ));

test("types that are there, ICMPv6 with an IPv4 block, other protocols, and what nobody knows", () => {
  for (const rest of [
    `${ipv4}\nProtocol: 1\nIcmp: { Type: -1, Code: -1 }`,
    `${ipv4}\nProtocol: 1\nIcmp: { Type: !ImportValue T, Code: -1 }`,
    `${ipv4}\nProtocol: 58`,
    `${ipv4}\nProtocol: 50`,
    `${ipv6}\nProtocol: !ImportValue P`,
  ]) {
    checkRule(naclIcmpMissing, withAcl(entry("In", rest)));
  }
});

test("types that a condition takes away", () =>
  checkRule(
    naclIcmpMissing,
    withAcl(
      entry("A", `${ipv4}\nProtocol: !If [Prod, 1, -1]\nIcmp: !If [Prod, { Type: 8, Code: -1 }, !Ref AWS::NoValue]`) +
        entry(
          "B",
          `${ipv4}
Protocol: 1
#               ^ error: When Prod is false: B is for ICMP but has no Icmp…
Icmp: !If [Prod, { Type: 8, Code: -1 }, !Ref AWS::NoValue]`,
        ),
      prod,
    ),
  ));

test("a default is a warning", () =>
  checkRule(
    naclIcmpMissing,
    withAcl(
      entry(
        "In",
        `${ipv4}
Protocol: !Ref P
#               ^^^^^^ 💡 warning: With the default of P (1), In is for ICMP but has no Icmp…`,
      ),
      "Parameters: { P: { Type: Number, Default: 1 } }",
    ),
  ));

test("adds what is missing", () => {
  const half = withAcl(entry("Ping", `${ipv4}\nProtocol: 1\nIcmp:\n  Type: 8`)).replace(
    "      Type: 8",
    "        Type: 8",
  );
  checkFix(naclIcmpMissing, half, half.replace("        Type: 8", "        Type: 8\n        Code: -1"), {
    title: "Set Code of Ping to -1 (all)",
  });
  const none = withAcl(entry("Ping", `${ipv4}\nProtocol: 1`));
  checkFix(
    naclIcmpMissing,
    none,
    none.replace("Protocol: 1", "Protocol: 1\n      Icmp:\n        Type: -1\n        Code: -1"),
    { title: "Apply Ping to all types of ICMP" },
  );
});

test("in JSON", () => {
  const json = (types: string) => `{
  "Resources": {
    "In": {
      "Type": "AWS::EC2::NetworkAclEntry",
      "Properties": {
        "NetworkAclId": "acl-12345678",
        "RuleNumber": 100,
        "Protocol": 58,
        "RuleAction": "allow",
        "Ipv6CidrBlock": "::/0"${types}
      }
    }
  }
}
`;
  const types = `,
        "Icmp": {
          "Type": -1,
          "Code": -1
        }`;
  checkFix(naclIcmpMissing, json(""), json(types));
});

test("a CDK program", () =>
  checkRule(
    naclIcmpMissing,
    python(`ec2.CfnNetworkAclEntry(self, "Ping", network_acl_id="acl-12345678", rule_number=100,
    rule_action="allow", cidr_block="10.0.0.0/8",
    protocol=1)
#            ^ 💡 error: Ping is for ICMP but has no Icmp…`),
  ));
