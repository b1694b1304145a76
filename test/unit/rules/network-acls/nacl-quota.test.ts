import { test } from "vitest";
import { naclQuota } from "../../../../server/src/rules/network-acls/nacl-quota.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { type EntryOptions, entry, tcp, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

/** Entries for so many ports. */
const many = (count: number, properties = "", options: EntryOptions = {}, name = "E") =>
  Array.from({ length: count }, (_, index) =>
    entry(`${name}${index}`, `RuleNumber: ${index + 1}\n${tcp(index + 1)}${properties}`, options),
  ).join("");

/** The ACL's own line with a mark. */
const marked = (text: string, mark: string) => text.replace(/(\n {2}Acl: .*\n)/, `$1${mark}\n`);

test("more than twenty in a direction", () => {
  const text = withAcl(many(21));
  checkRule(
    naclQuota,
    marked(
      text,
      "# ^^^ information: Acl has 21 inbound rules for IPv4, and the quota is 20 unless it was raised, with the built-in denial among them. The rest can't be made then. Put blocks and ports together, or ask for a higher quota (up to 40).",
    ),
  );
  checkNoFix(naclQuota, text);
});

test("in Japanese", () =>
  checkRule(
    naclQuota,
    marked(withAcl(many(22, "\nEgress: true")), "# ^^^ information: Acl の IPv4 のアウトバウンドルールは 22 個で…"),
    { messages: "ja" },
  ));

test("twenty, twenty in each direction or family, or of which some may not be there", () => {
  checkRule(naclQuota, withAcl(many(20)));
  checkRule(naclQuota, withAcl(many(20) + many(20, "\nEgress: true", {}, "Out")));
  checkRule(
    naclQuota,
    withAcl(many(20) + many(20).replaceAll("CidrBlock: 0.0.0.0/0", "Ipv6CidrBlock: ::/0").replaceAll("  E", "  Six")),
  );
  checkRule(
    naclQuota,
    withAcl(
      many(20) + many(5, "", { condition: "Prod" }, "Prod"),
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
  checkRule(naclQuota, withAcl(many(25, "", { acl: "!Ref Elsewhere" }), "Parameters: { Elsewhere: { Type: String } }"));
  checkRule(naclQuota, withAcl(many(25, "\nEgress: !ImportValue E")));
});

test("a CDK program", () =>
  checkRule(
    naclQuota,
    typescript(
      `const acl = new ec2.CfnNetworkAcl(this, 'Acl', { vpcId: 'vpc-12345678' });
//                                       ^^^ information: Acl has 21 inbound rules…
${Array.from({ length: 21 }, (_, n) => `new ec2.CfnNetworkAclEntry(this, 'E${n}', { networkAclId: acl.ref, ruleNumber: ${n + 1}, protocol: -1, ruleAction: 'deny', cidrBlock: '10.${n}.0.0/16' });`).join("\n")}`,
    ),
  ));
