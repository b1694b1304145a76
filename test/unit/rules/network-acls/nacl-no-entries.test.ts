import { expect, test } from "vitest";
import { naclNoEntries } from "../../../../server/src/rules/network-acls/nacl-no-entries.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, everything, exclusive, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const rule = naclNoEntries;
const subnet = `  Web: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  WebAcl: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Web, NetworkAclId: !Ref Acl } }
`;
const inbound = entry("In", `RuleNumber: 100\n${everything()}`);
const outbound = entry("Out", `RuleNumber: 100\nEgress: true\n${everything()}`);

/** The ACL's own line with a mark. */
const marked = (text: string, mark: string) => text.replace(/(\n {2}Acl: .*\n)/, `$1${mark}\n`);

test("no entries at all", () => {
  checkRule(
    rule,
    marked(
      withAcl(subnet),
      "# ^^^ 💡 warning: Acl filters for Web but has no entries, so it denies everything in both directions. Add entries for what is to pass, or remove the association to go back to the default ACL.",
    ),
  );
  expect(relatedPlaces(rule, withAcl(subnet))).toEqual(['6:3 "WebAcl": The association']);
});

test("one direction, in Japanese", () =>
  checkRule(
    rule,
    marked(
      withAcl(subnet + inbound),
      "# ^^^ 💡 warning: Acl は Web に関連付けられているがアウトバウンドのエントリがなく、応答も含めてアウトバウンドをすべて拒否する。通すものをエントリで許可すること。",
    ),
    { messages: "ja" },
  ));

test("entries in both directions, an ACL that nobody uses or that leaves, and entries of ACLs nobody knows", () => {
  checkRule(rule, withAcl(subnet + inbound + outbound));
  checkRule(rule, withAcl(""));
  checkRule(rule, `${withAcl(subnet)}Outputs: { Acl: { Value: !Ref Acl } }\n`);
  checkRule(rule, withAcl(subnet + entry("In", everything(), { acl: "!If [Nobody, !Ref Acl, !Ref Other]" })));
  checkRule(rule, withAcl(subnet + inbound + entry("Any", `RuleNumber: 1\nEgress: !ImportValue E\n${everything()}`)));
});

test("conditions: both cases have entries, or one has none", () => {
  const both = (first: string, second: string) =>
    withAcl(
      subnet +
        inbound +
        entry("A", `RuleNumber: 100\nEgress: true\n${everything()}`, { condition: first }) +
        entry("B", `RuleNumber: 110\nEgress: true\n${everything()}`, { condition: second }),
      exclusive,
    );
  checkRule(rule, both("Prod", "Dev"));
  checkRule(
    rule,
    marked(
      both("Prod", "Prod"),
      "# ^^^ 💡 warning: When Prod is false: Acl filters for Web but has no outbound entries…",
    ),
  );
});

test("allows everything, as the default ACL does", () => {
  const before = withAcl(subnet);
  const added = (name: string, egress: boolean) => `  ${name}:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Acl
      RuleNumber: 100
      Egress: ${egress}
      Protocol: -1
      RuleAction: allow
      CidrBlock: 0.0.0.0/0
`;
  const acl = "  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }\n";
  checkFix(
    rule,
    before,
    before.replace(acl, `${acl}${added("AclInboundAll", false)}${added("AclOutboundAll", true)}`),
    { title: "Allow all inbound and outbound IPv4 traffic in Acl" },
  );
  expect(fixTitles(rule, withAcl(subnet + outbound), "ja")).toEqual([
    "Acl で IPv4 のインバウンドをすべて許可する (既定の ACL と同じ)",
  ]);
});

test("in JSON", () => {
  const json = (added: string) => `{
  "Resources": {
    "Acl": { "Type": "AWS::EC2::NetworkAcl", "Properties": { "VpcId": "vpc-12345678" } },${added}
    "Out": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": { "Ref": "Acl" }, "RuleNumber": 100, "Egress": true, "Protocol": -1, "RuleAction": "allow", "CidrBlock": "0.0.0.0/0" } },
    "Use": { "Type": "AWS::EC2::SubnetNetworkAclAssociation", "Properties": { "NetworkAclId": { "Ref": "Acl" }, "SubnetId": "subnet-12345678" } }
  }
}
`;
  const added = `
    "AclInboundAll": {
      "Type": "AWS::EC2::NetworkAclEntry",
      "Properties": {
        "NetworkAclId": { "Ref": "Acl" },
        "RuleNumber": 100,
        "Egress": false,
        "Protocol": -1,
        "RuleAction": "allow",
        "CidrBlock": "0.0.0.0/0"
      }
    },`;
  checkFix(rule, json(""), json(added));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`const acl = new ec2.CfnNetworkAcl(this, 'Acl', { vpcId: 'vpc-12345678' });
//                                       ^^^ 💡 warning: Acl filters for a subnet but has no entries…
new ec2.CfnSubnetNetworkAclAssociation(this, 'Use', { subnetId: 'subnet-12345678', networkAclId: acl.ref });`),
  ));
