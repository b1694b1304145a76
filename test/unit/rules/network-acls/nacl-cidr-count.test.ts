import { expect, test } from "vitest";
import { naclCidrCount } from "../../../../server/src/rules/network-acls/nacl-cidr-count.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const all = "RuleNumber: 100\nProtocol: -1\nRuleAction: allow";
const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";

test("none", () =>
  checkRule(
    naclCidrCount,
    withAcl(
      entry("In", all, {
        mark: "# ^^ 💡 error: In has neither CidrBlock nor Ipv6CidrBlock, so it applies to no address. CloudFormation will fail. Give one of them; 0.0.0.0/0 and ::/0 stand for every address.",
      }),
    ),
  ));

test("both, in Japanese", () => {
  const both = (mark = "") => withAcl(entry("In", `${all}\nCidrBlock: 0.0.0.0/0\nIpv6CidrBlock: ::/0\n${mark}`));
  checkRule(
    naclCidrCount,
    both(
      "#     ^^^^^^^^^^^^^ 💡 error: In に CidrBlock と Ipv6CidrBlock の両方があるが、1 つのエントリで扱えるのは片方だけで…",
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(naclCidrCount, both())).toEqual(['12:7 "CidrBlock": The IPv4 block']);
});

test("one, one on each branch, and what may be empty", () => {
  for (const blocks of [
    "CidrBlock: !ImportValue Block",
    "Ipv6CidrBlock: ::/0",
    "CidrBlock: !If [Prod, 10.0.0.0/8, !Ref AWS::NoValue]\nIpv6CidrBlock: !If [Prod, !Ref AWS::NoValue, ::/0]",
    "CidrBlock: !Ref P\nIpv6CidrBlock: !Ref Q",
  ]) {
    const parameters = "Parameters: { P: { Type: String }, Q: { Type: String } }";
    checkRule(naclCidrCount, withAcl(entry("In", `${all}\n${blocks}`), `${prod}\n${parameters}`));
  }
});

test("in one case of a condition", () =>
  checkRule(
    naclCidrCount,
    withAcl(
      entry("In", `${all}\nCidrBlock: !If [Prod, 10.0.0.0/8, !Ref AWS::NoValue]`, {
        mark: "# ^^ 💡 error: When Prod is false: In has neither CidrBlock nor Ipv6CidrBlock…",
      }),
      prod,
    ),
  ));

test("adds one, or keeps one", () => {
  const none = withAcl(entry("In", all));
  expect(fixTitles(naclCidrCount, none)).toEqual(["Apply In to 0.0.0.0/0", "Apply In to ::/0"]);
  checkFix(naclCidrCount, none, withAcl(entry("In", `${all}\nIpv6CidrBlock: "::/0"`)), { title: "Apply In to ::/0" });
  const both = withAcl(entry("In", `${all}\nCidrBlock: 0.0.0.0/0\nIpv6CidrBlock: ::/0`));
  checkFix(naclCidrCount, both, withAcl(entry("In", `${all}\nCidrBlock: 0.0.0.0/0`)), {
    title: "Keep In for IPv4: remove Ipv6CidrBlock",
  });
  checkFix(naclCidrCount, both, withAcl(entry("In", `${all}\nIpv6CidrBlock: ::/0`)), { title: "Keep In for IPv6" });
});

test("in JSON", () => {
  const json = (block: string) =>
    `{ "Resources": { "In": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": 1, "Protocol": -1, "RuleAction": "deny"${block} } } } }\n`;
  checkFix(
    naclCidrCount,
    json(', "CidrBlock": "10.0.0.0/8", "Ipv6CidrBlock": "::/0"'),
    json(', "CidrBlock": "10.0.0.0/8"'),
  );
});

test("a CDK program", () =>
  checkRule(
    naclCidrCount,
    typescript(`new ec2.CfnNetworkAclEntry(this, 'In', {
//                                ^^ 💡 error: In has neither CidrBlock nor Ipv6CidrBlock…
  networkAclId: 'acl-12345678', ruleNumber: 100, ruleAction: 'allow', protocol: -1 });`),
  ));
