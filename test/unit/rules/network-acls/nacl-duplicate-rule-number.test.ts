import { expect, test } from "vitest";
import { naclDuplicateRuleNumber } from "../../../../server/src/rules/network-acls/nacl-duplicate-rule-number.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, everything, exclusive, tcp, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const two = (first: string, second: string, before = ""): string =>
  withAcl(entry("A", `${first}\n${tcp(443)}`) + entry("B", `${second}\n${tcp(80)}`), before);

test("one number twice in a direction", () => {
  checkRule(
    naclDuplicateRuleNumber,
    two(
      "RuleNumber: 100",
      `Egress: false
RuleNumber: 100
#                 ^^^ 💡 error: B has the inbound rule number 100, which A already has in the same ACL. A number is given once in each direction, for IPv4 and IPv6 together, so CloudFormation will fail. Take a free number.`,
    ),
  );
  expect(relatedPlaces(naclDuplicateRuleNumber, two("RuleNumber: 100", "RuleNumber: 100"))).toEqual([
    '9:19 "100": A has it',
  ]);
});

test("in Japanese, for IPv4 and IPv6 together", () =>
  checkRule(
    naclDuplicateRuleNumber,
    withAcl(
      entry("A", `RuleNumber: 100\nEgress: true\n${everything()}`) +
        entry(
          "B",
          `RuleNumber: "100"
#                 ^^^^^ 💡 error: B のアウトバウンドルール番号 100 は、同じ ACL の A が使っている…
Egress: true
Protocol: -1
RuleAction: allow
Ipv6CidrBlock: ::/0`,
        ),
    ),
    { messages: "ja" },
  ));

test("one number in each direction, and numbers or directions that nobody knows", () => {
  checkRule(naclDuplicateRuleNumber, two("RuleNumber: 100", "RuleNumber: 100\nEgress: true"));
  checkRule(naclDuplicateRuleNumber, two("RuleNumber: !ImportValue N", "RuleNumber: !ImportValue N"));
  checkRule(naclDuplicateRuleNumber, two("RuleNumber: 100", "RuleNumber: 100\nEgress: !ImportValue E"));
});

test("ACLs elsewhere: one parameter is one ACL, two with the same default are two", () => {
  const parameters =
    "Parameters: { P: { Type: String, Default: acl-00000000 }, Q: { Type: String, Default: acl-00000000 } }";
  const on = (a: string, b: string, mark = "") =>
    withAcl(
      entry("A", `RuleNumber: 100\n${tcp(443)}`, { acl: a }) +
        entry("B", `RuleNumber: 100\n${mark}${tcp(80)}`, { acl: b }),
      parameters,
    );
  checkRule(naclDuplicateRuleNumber, on("!Ref P", "!Ref Q"));
  checkRule(naclDuplicateRuleNumber, on("!ImportValue A", "!ImportValue B"));
  const mark = "#                 ^^^ 💡 error: B has the inbound rule number 100…\n";
  checkRule(naclDuplicateRuleNumber, on("!Ref P", "!Ref P", mark));
  checkRule(naclDuplicateRuleNumber, on("!GetAtt Vpc.DefaultNetworkAcl", "!GetAtt Vpc.DefaultNetworkAcl", mark));
});

test("entries that are never there together, and one that is there in one case", () => {
  const on = (a: string, b: string, mark = "") =>
    withAcl(
      entry("A", `RuleNumber: 100\n${tcp(443)}`, { condition: a }) +
        entry("B", `RuleNumber: 100\n${mark}${tcp(80)}`, { condition: b }),
      exclusive,
    );
  checkRule(naclDuplicateRuleNumber, on("Prod", "Dev"));
  checkRule(
    naclDuplicateRuleNumber,
    on("Prod", "Prod", "#                 ^^^ 💡 error: When Prod is true: B has the inbound rule number 100…\n"),
  );
});

test("a default is a warning", () =>
  checkRule(
    naclDuplicateRuleNumber,
    two(
      "RuleNumber: 100",
      `RuleNumber: !Ref N
#                 ^^^^^^ 💡 warning: With the default of N (100), B has the inbound rule number 100…`,
      "Parameters: { N: { Type: Number, Default: 100 } }",
    ),
  ));

test("takes the next free number, and leaves room where there is some", () => {
  const three = (second: number, third: number) =>
    withAcl(
      entry("A", `RuleNumber: 100\n${tcp(443)}`) +
        entry("B", `RuleNumber: ${second}\n${tcp(80)}`) +
        entry("C", `RuleNumber: ${third}\n${tcp(22)}`),
    );
  checkFix(naclDuplicateRuleNumber, three(100, 200), three(110, 200), { title: "Give B rule number 110 (next free)" });
  checkFix(naclDuplicateRuleNumber, three(100, 110), three(105, 110));
  checkFix(naclDuplicateRuleNumber, three(100, 101), three(102, 101));
  expect(fixTitles(naclDuplicateRuleNumber, three(100, 200), "ja")).toEqual([
    "B のルール番号を 110 (次の空き) にする",
    "B を削除する",
  ]);
});

test("offers no number behind an entry that decides all of it already", () => {
  const wide = entry("A", `RuleNumber: 100\n${tcp(443)}`);
  const second = entry("B", `RuleNumber: 100\n${tcp(443)}`.replace("allow", "deny"));
  expect(fixTitles(naclDuplicateRuleNumber, withAcl(wide + second))).toEqual(["Remove B"]);
});

test("in JSON", () => {
  const json = (number: number) => `{
  "Resources": {
    "A": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": 100, "Protocol": 6, "RuleAction": "allow", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": 22, "To": 22 } } },
    "B": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": ${number}, "Protocol": 6, "RuleAction": "allow", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": 80, "To": 80 } } }
  }
}
`;
  checkFix(naclDuplicateRuleNumber, json(100), json(110));
});

test("a CDK program", () =>
  checkRule(
    naclDuplicateRuleNumber,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const acl = new ec2.CfnNetworkAcl(this, 'Acl', { vpcId: vpc.ref });
new ec2.CfnNetworkAclEntry(this, 'A', { networkAclId: acl.ref, protocol: -1, ruleAction: 'allow', cidrBlock: '10.0.0.0/8', ruleNumber: 100 });
new ec2.CfnNetworkAclEntry(this, 'B', {
  networkAclId: acl.ref, protocol: -1, ruleAction: 'allow', cidrBlock: '172.16.0.0/12',
  ruleNumber: 100,
//            ^^^ 💡 error: B has the inbound rule number 100…
});`),
  ));
