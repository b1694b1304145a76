import { expect, test } from "vitest";
import { naclNoEphemeralIngress } from "../../../../server/src/rules/network-acls/nacl-no-ephemeral-ingress.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, everything, tcp, withAcl } from "../../../support/network-acls.ts";
import { python } from "../../../support/programs.ts";

const rule = naclNoEphemeralIngress;
const out = entry("Out", `RuleNumber: 100\nEgress: true\n${tcp(443)}`);
const inbound = (properties: string) => entry("In", `RuleNumber: 100\n${properties}`);

/** The ACL's own line with a mark. */
const marked = (text: string, mark: string) => text.replace(/(\n {2}Acl: .*\n)/, `$1${mark}\n`);

test("requests that get no answer", () => {
  const text = withAcl(out + inbound(tcp(443)));
  checkRule(
    rule,
    marked(
      text,
      "# ^^^ 💡 warning: Acl lets TCP 443 out, but none of its inbound rules allows the answers from 0.0.0.0/0: they come to the ports that the clients in the subnet choose, and a network ACL does not remember connections. Connections time out. Allow TCP 1024–65535 inbound.",
    ),
  );
  expect(relatedPlaces(rule, text)).toEqual(['5:3 "Out": Out lets the connections out']);
});

test("in Japanese", () =>
  checkRule(
    rule,
    marked(
      withAcl(out + inbound(tcp(80))),
      "# ^^^ 💡 warning: Acl は TCP 443 のアウトバウンドを許可しているが、0.0.0.0/0 からの応答を許可するインバウンドルールがない…",
    ),
    { messages: "ja" },
  ));

test("answers may come, or nothing is asked", () => {
  checkRule(rule, withAcl(out + inbound(everything())));
  checkRule(rule, withAcl(out + inbound(tcp(1024, 65535))));
  checkRule(rule, withAcl(out + inbound(tcp(1024, 65535, "!ImportValue Servers"))));
  checkRule(rule, withAcl(entry("Out", `RuleNumber: 100\nEgress: true\n${tcp(1024, 65535)}`) + inbound(tcp(443))));
  checkRule(rule, withAcl(entry("Out", `RuleNumber: 100\nEgress: true\n${everything()}`) + inbound(tcp(443))));
  checkRule(rule, withAcl(entry("Out", `RuleNumber: 100\nEgress: !ImportValue E\n${tcp(443)}`) + inbound(tcp(443))));
});

test("ACLs that are not whole", () => {
  checkRule(rule, withAcl(out));
  checkRule(rule, `${withAcl(out + inbound(tcp(443)))}Outputs: { Acl: { Value: !Ref Acl } }\n`);
});

test("in one case of a condition, and under a default", () => {
  checkRule(
    rule,
    marked(
      withAcl(
        out + inbound(tcp(443)) + entry("Back", `RuleNumber: 200\n${tcp(1024, 65535)}`, { condition: "Prod" }),
        "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
      ),
      "# ^^^ 💡 warning: When Prod is false: Acl lets TCP 443 out…",
    ),
  );
  checkRule(
    rule,
    marked(
      withAcl(
        entry("Out", `RuleNumber: 100\nEgress: true\n${tcp(443).replace("443, To: 443", "!Ref Port, To: !Ref Port")}`) +
          inbound(tcp(443)),
        "Parameters: { Port: { Type: Number, Default: 8443 } }",
      ),
      "# ^^^ 💡 warning: With the default of Port (8443), Acl lets TCP 8443 out…",
    ),
  );
});

test("adds the entry, under the condition of the ACL", () => {
  const conditional = (text: string) =>
    text.replace("Acl: { Type: AWS::EC2::NetworkAcl,", "Acl: { Type: AWS::EC2::NetworkAcl, Condition: Prod,");
  const before = conditional(
    withAcl(out + inbound(tcp(443)), "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }"),
  );
  const added = `  AclInboundEphemeral:
    Type: AWS::EC2::NetworkAclEntry
    Condition: Prod
    Properties:
      NetworkAclId: !Ref Acl
      RuleNumber: 110
      Egress: false
      Protocol: 6
      RuleAction: allow
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 1024
        To: 65535
`;
  checkFix(rule, before, before + added, { title: "Allow inbound TCP 1024–65535 from 0.0.0.0/0 in Acl" });
});

test("a CDK program", () =>
  checkRule(
    rule,
    python(`acl = ec2.CfnNetworkAcl(self, "Acl", vpc_id="vpc-12345678")
#                              ^^^ 💡 warning: Acl lets TCP 443 out…
ec2.CfnNetworkAclEntry(self, "Out", network_acl_id=acl.ref, protocol=6, rule_action="allow", cidr_block="0.0.0.0/0",
    rule_number=100, egress=True, port_range=ec2.CfnNetworkAclEntry.PortRangeProperty(from_=443, to=443))
ec2.CfnNetworkAclEntry(self, "In", network_acl_id=acl.ref, protocol=6, rule_action="allow", cidr_block="0.0.0.0/0",
    rule_number=100, port_range=ec2.CfnNetworkAclEntry.PortRangeProperty(from_=443, to=443))`),
  ));
