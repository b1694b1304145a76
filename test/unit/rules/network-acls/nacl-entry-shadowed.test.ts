import { expect, test } from "vitest";
import { naclEntryShadowed } from "../../../../server/src/rules/network-acls/nacl-entry-shadowed.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, everything, exclusive, tcp, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const rule = naclEntryShadowed;
const open = entry("Open", `RuleNumber: 100\n${everything()}`);

test("a denial that never applies", () => {
  const text = (mark = "") =>
    withAcl(open + entry("Block", `RuleNumber: 200\n${mark}${tcp(22, 22, "203.0.113.0/24", "deny")}`));
  checkRule(
    rule,
    text(
      "#                 ^^^ 💡 warning: Block is to deny TCP 22 from 203.0.113.0/24, but its number 200 comes after Open (100), which allows all of that. The lowest number that matches decides, so nothing is denied. Give Block a number below 100.\n",
    ),
  );
  expect(relatedPlaces(rule, text())).toEqual(['9:19 "100": Open comes first']);
});

test("a permission that never applies, in Japanese", () =>
  checkRule(
    rule,
    withAcl(
      entry("Shut", `RuleNumber: 10\nEgress: true\n${tcp(0, 65535, "0.0.0.0/0", "deny")}`) +
        entry(
          "Web",
          `RuleNumber: 20
#                 ^^ 💡 warning: Web は 10.0.0.0/8 への TCP 80〜443 を許可するはずだが、番号 20 より先に評価される Shut (10) がそのすべてを拒否する…
Egress: true
${tcp(80, 443, "10.0.0.0/8")}`,
        ),
    ),
    { messages: "ja" },
  ));

test("the same twice is only a hint", () =>
  checkRule(
    rule,
    withAcl(
      open +
        entry("Web", `RuleNumber: 110\n${tcp(443)}`, {
          mark: "# ^^^ 💡 hint: Web changes nothing: Open, whose number 100 is lower, already allows TCP 443 from 0.0.0.0/0. It only counts in the quota of rules; remove it, or narrow Open if that is too wide.",
        }),
    ),
  ));

test("what covers a part only: narrow in front of wide, other ports, blocks, protocols, directions, families, ACLs", () => {
  const wide = entry("Wide", `RuleNumber: 100\n${tcp(443, 443, "10.0.0.0/8", "deny")}`);
  for (const second of [
    everything(),
    tcp(443),
    tcp(443, 444, "10.0.0.0/8"),
    tcp(80, 80, "10.0.0.0/8"),
    tcp(443, 443, "172.16.0.0/12"),
    tcp(443, 443, "10.0.0.0/8").replace("Protocol: 6", "Protocol: 17"),
    `Egress: true\n${tcp(443, 443, "10.0.0.0/8")}`,
    tcp(443).replace("CidrBlock: 0.0.0.0/0", "Ipv6CidrBlock: ::/0"),
  ]) {
    checkRule(rule, withAcl(wide + entry("Second", `RuleNumber: 200\n${second}`)));
  }
  const elsewhere = entry("Second", `RuleNumber: 200\n${tcp(443, 443, "10.0.0.0/8")}`, { acl: "acl-12345678" });
  checkRule(rule, withAcl(wide + elsewhere));
});

test("all traffic of IPv4 says nothing about IPv6, and of ICMP only the types count", () => {
  const icmp = (number: number, type: number, code: number, action: string) =>
    `RuleNumber: ${number}\nProtocol: 1\nRuleAction: ${action}\nCidrBlock: 10.0.0.0/8\nIcmp: { Type: ${type}, Code: ${code} }`;
  checkRule(rule, withAcl(open + entry("Six", "RuleNumber: 200\nProtocol: -1\nRuleAction: deny\nIpv6CidrBlock: ::/0")));
  checkRule(rule, withAcl(entry("Echo", icmp(10, 8, -1, "allow")) + entry("Rest", icmp(20, -1, -1, "deny"))));
  checkRule(
    rule,
    withAcl(
      entry("All", icmp(10, -1, -1, "allow")) +
        entry(
          "Echo",
          `RuleNumber: 20
#                 ^^ 💡 warning: Echo is to deny ICMP type 8 from 10.0.0.0/8, but its number 20 comes after All (10)…
${icmp(20, 8, -1, "deny").split("\n").slice(1).join("\n")}`,
        ),
    ),
  );
});

test("what nobody knows", () => {
  for (const second of [
    tcp(22, 22, "!ImportValue Block", "deny"),
    tcp(22, 22, "10.0.0.0/8", "!ImportValue Action"),
    `Egress: !ImportValue Egress\n${tcp(22, 22, "10.0.0.0/8", "deny")}`,
    tcp(22, 22, "10.0.0.0/8", "deny").replace("Protocol: 6", "Protocol: !ImportValue Protocol"),
  ]) {
    checkRule(rule, withAcl(open + entry("Second", `RuleNumber: 200\n${second}`)));
  }
  checkRule(rule, withAcl(open + entry("Second", `RuleNumber: !ImportValue N\n${tcp(22, 22, "10.0.0.0/8", "deny")}`)));
});

test("the lowest number that covers it says which it is", () =>
  checkRule(
    rule,
    withAcl(
      entry("First", `RuleNumber: 50\n${tcp(22, 22, "10.0.0.0/8", "deny")}`) +
        open +
        entry("Again", `RuleNumber: 200\n${tcp(22, 22, "10.1.0.0/16", "deny")}`, {
          mark: "# ^^^^^ 💡 hint: Again changes nothing: First, whose number 50 is lower, already denies TCP 22 from 10.1.0.0/16…",
        }),
    ),
  ));

test("conditions: never together, together in one case, and no hint for what another case needs", () => {
  const two = (action: string, first: string, second: string, mark = "") =>
    withAcl(
      entry("Open", `RuleNumber: 100\n${everything()}`, { condition: first }) +
        entry("Second", `RuleNumber: 200\n${mark}${tcp(22, 22, "10.0.0.0/8", action)}`, { condition: second }),
      exclusive,
    );
  checkRule(rule, two("deny", "Prod", "Dev"));
  checkRule(
    rule,
    two("deny", "Prod", "Prod", "#                 ^^^ 💡 warning: When Prod is true: Second is to deny TCP 22…\n"),
  );
  checkRule(
    rule,
    withAcl(
      entry("Open", `RuleNumber: 100\n${everything()}`, { condition: "Prod" }) +
        entry("Second", `RuleNumber: 200\n${tcp(22, 22, "10.0.0.0/8")}`),
      exclusive,
    ),
  );
});

test("a default: a denial says so, and what only the default makes superfluous stays", () => {
  const parameters = "Parameters: { Office: { Type: String, Default: 203.0.113.0/24 } }";
  const text = (action: string, mark = "") =>
    withAcl(open + entry("Second", `RuleNumber: 200\n${mark}${tcp(22, 22, "!Ref Office", action)}`), parameters);
  checkRule(
    rule,
    text(
      "deny",
      "#                 ^^^ 💡 warning: With the default of Office (203.0.113.0/24), Second is to deny TCP 22 from 203.0.113.0/24…\n",
    ),
  );
  checkRule(rule, text("allow"));
});

test("moves the entry in front", () => {
  const text = (number: number) =>
    withAcl(
      entry("Other", `RuleNumber: 95\n${tcp(80)}`) +
        open +
        entry("Block", `RuleNumber: ${number}\n${tcp(22, 22, "203.0.113.0/24", "deny")}`),
    );
  checkFix(rule, text(200), text(98), { title: "Give Block rule number 98, in front of Open" });
  expect(fixTitles(rule, text(200), "ja")).toEqual([
    "Block のルール番号を 98 にし、Open より先に評価させる",
    "Block を削除する",
  ]);
});

test("not in front of what it would hide itself; removing what does nothing", () => {
  const same = withAcl(
    entry("A", `RuleNumber: 100\n${tcp(22)}`) + entry("B", `RuleNumber: 200\n${tcp(22, 22, "0.0.0.0/0", "deny")}`),
  );
  expect(fixTitles(rule, same)).toEqual(["Remove B"]);
  checkFix(rule, withAcl(open + entry("Web", `RuleNumber: 110\n${tcp(443)}`)), withAcl(open));
  checkNoFix(
    rule,
    withAcl(
      entry("A", `RuleNumber: 100\n${tcp(22)}`) +
        entry("B", `RuleNumber: 200\n${tcp(22)}`) +
        "  Waiting: { Type: AWS::EC2::EIP, DependsOn: B, Properties: { InstanceId: i-12345678 } }\n",
    ),
  );
});

test("in JSON", () => {
  const json = (number: number) => `{
  "Resources": {
    "A": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": 100, "Protocol": -1, "RuleAction": "allow", "CidrBlock": "10.0.0.0/8" } },
    "B": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": ${number}, "Protocol": 6, "RuleAction": "deny", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": 80, "To": 80 } } }
  }
}
`;
  checkFix(rule, json(110), json(90));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const acl = new ec2.CfnNetworkAcl(this, 'Acl', { vpcId: vpc.ref });
new ec2.CfnNetworkAclEntry(this, 'Open', { networkAclId: acl.ref, protocol: -1, ruleAction: 'allow', cidrBlock: '0.0.0.0/0', ruleNumber: 100 });
new ec2.CfnNetworkAclEntry(this, 'Block', {
  networkAclId: acl.ref, protocol: -1, ruleAction: 'deny', cidrBlock: '203.0.113.0/24',
  ruleNumber: 32766,
//            ^^^^^ 💡 warning: Block is to deny all traffic from 203.0.113.0/24…
});`),
  ));
