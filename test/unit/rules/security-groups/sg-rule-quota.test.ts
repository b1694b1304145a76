import { test } from "vitest";
import { sgRuleQuota } from "../../../../server/src/rules/security-groups/sg-rule-quota.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";

const group = (rules: string, max = "100", before = "") => `${before}
Resources:
  List: { Type: AWS::EC2::PrefixList, Properties: { PrefixListName: a, AddressFamily: IPv4, MaxEntries: ${max} } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
${rules}
`;
const list = "        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: !Ref List }";
const marked = (text: string, message: string) => text.replace("  Web:\n", `  Web:\n# ^^^ information: ${message}\n`);
const addresses = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.${n}.0/24 }`,
  ).join("\n");

test("a list that counts for more than a group takes", () => {
  const text = group(`      SecurityGroupIngress:\n${list}`);
  checkRule(
    sgRuleQuota,
    marked(text, "Web counts 100 inbound rules for IPv4, more than the 60 that an account allows by default…"),
  );
  checkRule(sgRuleQuota, marked(text, "Web の IPv4 のインバウンドルールは 100 個と数えられ…"), { messages: "ja" });
});

test("addresses and a list together", () =>
  checkRule(
    sgRuleQuota,
    marked(
      group(`      SecurityGroupIngress:\n${addresses(20)}\n${list}`, "41"),
      "Web counts 61 inbound rules for IPv4…",
    ),
  ));

test("just as many, in two directions, unknown, under a condition", () => {
  checkRule(sgRuleQuota, group(`      SecurityGroupIngress:\n${addresses(60)}`));
  checkRule(
    sgRuleQuota,
    group(`      SecurityGroupIngress:\n${addresses(40)}\n      SecurityGroupEgress:\n${addresses(40)}`),
  );
  checkRule(
    sgRuleQuota,
    group(`      SecurityGroupIngress:\n${list}`, "!Ref Max", "Parameters: { Max: { Type: Number } }"),
  );
  checkRule(
    sgRuleQuota,
    group(
      `      SecurityGroupIngress: !If [Prod, [${list.trim().slice(2)}], []]`,
      "100",
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("by default", () =>
  checkRule(
    sgRuleQuota,
    marked(
      group(`      SecurityGroupIngress:\n${list}`, "!Ref Max", "Parameters: { Max: { Type: Number, Default: 70 } }"),
      "With the default of Max (70), Web counts 70 inbound rules…",
    ),
  ));

test("what to put together is the author's to see", () =>
  checkNoFix(sgRuleQuota, group(`      SecurityGroupIngress:\n${list}`)));
