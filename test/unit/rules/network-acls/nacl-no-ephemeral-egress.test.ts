import { expect, test } from "vitest";
import { naclNoEphemeralEgress } from "../../../../server/src/rules/network-acls/nacl-no-ephemeral-egress.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, everything, tcp, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const rule = naclNoEphemeralEgress;
const web = entry("Web", `RuleNumber: 100\n${tcp(443)}`);
const out = (properties: string, number = 100) =>
  entry(`Out${number}`, `RuleNumber: ${number}\nEgress: true\n${properties}`);

/** The ACL's own line with a mark. */
const marked = (text: string, mark: string) => text.replace(/(\n {2}Acl: .*\n)/, `$1${mark}\n`);

test("a service whose answers have no way out", () => {
  const text = withAcl(web + entry("Ssh", `RuleNumber: 110\n${tcp(22)}`) + out(tcp(443, 443)));
  checkRule(
    rule,
    marked(
      text,
      "# ^^^ 💡 warning: Acl lets TCP 443 and 22 in, but none of its outbound rules allows the answers to 0.0.0.0/0: they go to the ports that clients choose, and a network ACL does not remember connections. Clients time out. Allow TCP 1024–65535 outbound.",
    ),
  );
  expect(relatedPlaces(rule, text)).toEqual([
    '5:3 "Web": Web lets the connections in',
    '14:3 "Ssh": Ssh lets the connections in',
  ]);
});

test("in Japanese, over IPv6", () =>
  checkRule(
    rule,
    marked(
      withAcl(
        web +
          entry("Six", `RuleNumber: 110\n${tcp(443).replace("CidrBlock: 0.0.0.0/0", "Ipv6CidrBlock: ::/0")}`) +
          out(everything()),
      ),
      "# ^^^ 💡 warning: Acl は TCP 443 のインバウンドを許可している (IPv6)が、::/0 への応答を許可するアウトバウンドルールがない…",
    ),
    { messages: "ja" },
  ));

test("answers have a way, or may have one", () => {
  for (const back of [
    everything(),
    tcp(1024, 65535),
    tcp(32768, 60999),
    tcp(49152, 65535),
    tcp(1024, 65535, "10.0.0.0/16"),
    tcp(1024, 65535, "!ImportValue Clients"),
    "Protocol: 6\nRuleAction: allow\nCidrBlock: 0.0.0.0/0\nPortRange: { From: !ImportValue From, To: 65535 }",
    "Protocol: !ImportValue P\nRuleAction: allow\nCidrBlock: 0.0.0.0/0",
    "Protocol: -1\nRuleAction: !ImportValue A\nCidrBlock: 0.0.0.0/0",
  ]) {
    checkRule(rule, withAcl(web + out(back)));
  }
});

test("answers that go elsewhere are no answers", () =>
  checkRule(
    rule,
    marked(
      withAcl(entry("Db", `RuleNumber: 100\n${tcp(5432, 5432, "10.0.0.0/16")}`) + out(tcp(1024, 65535, "10.1.0.0/16"))),
      "# ^^^ 💡 warning: Acl lets TCP 5432 in, but none of its outbound rules allows the answers to 10.0.0.0/16…",
    ),
  ));

test("inbound entries that are no service: answers, UDP, everything, denials, and one that never applies", () => {
  for (const inbound of [
    tcp(1024, 65535),
    tcp(443).replace("Protocol: 6", "Protocol: 17"),
    everything(),
    tcp(443).replace("allow", "deny"),
    tcp(443).replace("From: 443", "From: !ImportValue P"),
  ]) {
    checkRule(rule, withAcl(entry("In", `RuleNumber: 100\n${inbound}`) + out(tcp(443, 443))));
  }
  checkRule(
    rule,
    withAcl(entry("Shut", `RuleNumber: 10\n${everything("0.0.0.0/0", "deny")}`) + web + out(tcp(443, 443))),
  );
});

test("ACLs that are not whole: no outbound entry at all, the ID leaves, an entry that may be theirs", () => {
  checkRule(rule, withAcl(web));
  checkRule(rule, `${withAcl(web + out(tcp(443, 443)))}Outputs: { Acl: { Value: !Ref Acl } }\n`);
  const unknown = entry("More", `RuleNumber: 200\n${everything()}`, { acl: "!If [Nobody, !Ref Acl, !Ref Other]" });
  checkRule(rule, withAcl(web + out(tcp(443, 443)) + unknown));
});

test("in one case of a condition", () =>
  checkRule(
    rule,
    marked(
      withAcl(
        web +
          out(tcp(443, 443)) +
          entry("Back", `RuleNumber: 200\nEgress: true\n${tcp(1024, 65535)}`, { condition: "Prod" }),
        "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
      ),
      "# ^^^ 💡 warning: When Prod is false: Acl lets TCP 443 in…",
    ),
  ));

test("a default that it rests on is named, one that does not matter is not", () => {
  const text = (back: string) =>
    withAcl(
      entry("Web", `RuleNumber: 100\n${tcp(443, 443, "!Ref Clients")}`) + out(back),
      "Parameters: { Clients: { Type: String, Default: 10.0.0.0/16 } }",
    );
  checkRule(rule, marked(text(tcp(443, 443)), "# ^^^ 💡 warning: Acl lets TCP 443 in…"));
  checkRule(
    rule,
    marked(
      text(tcp(1024, 65535, "10.1.0.0/16")),
      "# ^^^ 💡 warning: With the default of Clients (10.0.0.0/16), Acl lets TCP 443 in…",
    ),
  );
});

test("adds an entry behind the others", () => {
  const before = withAcl(web + out(tcp(443, 443)));
  const added = `  AclOutboundEphemeral:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Acl
      RuleNumber: 110
      Egress: true
      Protocol: 6
      RuleAction: allow
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 1024
        To: 65535
`;
  checkFix(rule, before, before + added, { title: "Allow outbound TCP 1024–65535 to 0.0.0.0/0 in Acl" });
  expect(fixTitles(rule, before, "ja")).toEqual([
    "Acl に 0.0.0.0/0 へのアウトバウンド TCP 1024〜65535 の許可を追加する",
  ]);
});

test("in front of a denial, and for each block that no other holds", () => {
  const before = withAcl(
    entry("Web", `RuleNumber: 100\n${tcp(443, 443, "10.1.0.0/16")}`) +
      entry("Ssh", `RuleNumber: 110\n${tcp(22, 22, "10.1.2.0/24")}`) +
      entry("Db", `RuleNumber: 120\n${tcp(5432, 5432, "!Ref Office")}`) +
      out(everything("0.0.0.0/0", "deny"), 500),
    "Parameters: { Office: { Type: String, Default: 192.168.0.0/16 } }",
  );
  const added = (name: string, number: number, block: string) => `  ${name}:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Acl
      RuleNumber: ${number}
      Egress: true
      Protocol: 6
      RuleAction: allow
      CidrBlock: ${block}
      PortRange:
        From: 1024
        To: 65535
`;
  checkFix(
    rule,
    before,
    before + added("AclOutboundEphemeral", 490, "10.1.0.0/16") + added("AclOutboundEphemeral2", 495, "!Ref Office"),
  );
});

test("in JSON", () => {
  const json = (more: string) => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Acl": { "Type": "AWS::EC2::NetworkAcl", "Properties": { "VpcId": { "Ref": "Vpc" } } },
    "In": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": { "Ref": "Acl" }, "RuleNumber": 1, "Protocol": 6, "RuleAction": "allow", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": 22, "To": 22 } } },
    "Out": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": { "Ref": "Acl" }, "RuleNumber": 1, "Egress": true, "Protocol": 6, "RuleAction": "allow", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": 22, "To": 22 } } }${more}
  }
}
`;
  const added = `,
    "AclOutboundEphemeral": {
      "Type": "AWS::EC2::NetworkAclEntry",
      "Properties": {
        "NetworkAclId": { "Ref": "Acl" },
        "RuleNumber": 11,
        "Egress": true,
        "Protocol": 6,
        "RuleAction": "allow",
        "CidrBlock": "10.0.0.0/8",
        "PortRange": {
          "From": 1024,
          "To": 65535
        }
      }
    }`;
  checkFix(rule, json(""), json(added));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const acl = new ec2.CfnNetworkAcl(this, 'Acl', { vpcId: vpc.ref });
//                                       ^^^ 💡 warning: Acl lets TCP 443 in…
new ec2.CfnNetworkAclEntry(this, 'In', { networkAclId: acl.ref, protocol: 6, ruleAction: 'allow', cidrBlock: '0.0.0.0/0', ruleNumber: 100, portRange: { from: 443, to: 443 } });
new ec2.CfnNetworkAclEntry(this, 'Out', { networkAclId: acl.ref, protocol: 6, ruleAction: 'allow', cidrBlock: '0.0.0.0/0', ruleNumber: 100, egress: true, portRange: { from: 443, to: 443 } });`),
  ));
