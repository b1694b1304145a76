import { test } from "vitest";
import { naclRuleNumberRange } from "../../../../server/src/rules/network-acls/nacl-rule-number-range.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { entry, everything, tcp, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

test("numbers that there are not", () =>
  checkRule(
    naclRuleNumberRange,
    withAcl(
      entry(
        "In",
        `RuleNumber: 32767
#                 ^^^^^ 💡 error: In has rule number 32767, but numbers of network ACL rules are 1 to 32766. CloudFormation will fail. Take a free number at the place that the rule should have in the order.
${tcp(443)}`,
      ) +
        entry(
          "Out",
          `RuleNumber: "0"
#                 ^^^ 💡 error: Out has rule number 0…
Egress: true
${everything()}`,
        ),
    ),
  ));

test("in Japanese", () =>
  checkRule(
    naclRuleNumberRange,
    withAcl(
      entry(
        "In",
        `RuleNumber: 40000
#                 ^^^^^ 💡 error: In のルール番号は 40000 だが、ネットワーク ACL のルール番号は 1〜32766 で…
${tcp(443)}`,
      ),
    ),
    { messages: "ja" },
  ));

test("both ends of the range, and numbers that nobody knows", () => {
  for (const number of ["1", "32766", "!ImportValue Number", "!Ref AWS::NoValue", "!Ref Number"]) {
    const text = withAcl(entry("In", `RuleNumber: ${number}\n${tcp(443)}`), "Parameters: { Number: { Type: Number } }");
    checkRule(naclRuleNumberRange, text);
  }
});

test("on one branch of a condition", () =>
  checkRule(
    naclRuleNumberRange,
    withAcl(
      entry(
        "In",
        `RuleNumber: !If [Prod, 100, 99999]
#                                 ^^^^^ 💡 error: When Prod is false: In has rule number 99999…
${tcp(443)}`,
      ),
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a default is a warning, and the fix changes the default", () => {
  const number = (value: number, mark = "") =>
    withAcl(
      entry("In", `RuleNumber: !Ref Number\n${mark}${tcp(443)}`),
      `Parameters: { Number: { Type: Number, Default: ${value} } }`,
    );
  checkRule(
    naclRuleNumberRange,
    number(0, "#                 ^^^^^^^^^^^ 💡 warning: With the default of Number (0), In has rule number 0…\n"),
  );
  checkFix(naclRuleNumberRange, number(0), number(100));
});

test("takes the next free number at the end or in front", () => {
  const three = (last: number) =>
    withAcl(
      entry("A", `RuleNumber: 100\n${tcp(22)}`) +
        entry("B", `RuleNumber: 110\n${tcp(80)}`) +
        entry("C", `RuleNumber: ${last}\n${tcp(443)}`) +
        entry("Out", `RuleNumber: 300\nEgress: true\n${everything()}`),
    );
  checkFix(naclRuleNumberRange, three(50000), three(120), { title: "Give C rule number 120 (free, at the end)" });
  checkFix(naclRuleNumberRange, three(0), three(90), { title: "Give C rule number 90 (free, in front)" });
});

test("in JSON, the first entry of an ACL elsewhere", () => {
  const json = (number: number) => `{
  "Resources": {
    "In": {
      "Type": "AWS::EC2::NetworkAclEntry",
      "Properties": {
        "NetworkAclId": "acl-12345678",
        "RuleNumber": ${number},
        "Protocol": -1,
        "RuleAction": "allow",
        "CidrBlock": "10.0.0.0/8"
      }
    }
  }
}
`;
  checkFix(naclRuleNumberRange, json(40000), json(100));
});

test("a CDK program", () =>
  checkRule(
    naclRuleNumberRange,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const acl = new ec2.CfnNetworkAcl(this, 'Acl', { vpcId: vpc.ref });
new ec2.CfnNetworkAclEntry(this, 'In', {
  networkAclId: acl.ref, protocol: -1, ruleAction: 'allow', cidrBlock: '0.0.0.0/0',
  ruleNumber: 65000,
//            ^^^^^ 💡 error: In has rule number 65000…
});`),
  ));
