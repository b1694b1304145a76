import { expect, test } from "vitest";
import { naclSubnetTwoAcls } from "../../../../server/src/rules/network-acls/nacl-subnet-two-acls.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { exclusive } from "../../../support/network-acls.ts";
import { python } from "../../../support/programs.ts";

const rule = naclSubnetTwoAcls;
const two = (first: string, second: string, { before = "", conditions = ["", ""], mark = "" } = {}) => `${before}
Resources:
  One: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: vpc-12345678 } }
  Two: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: vpc-12345678 } }
  First:
    Type: AWS::EC2::SubnetNetworkAclAssociation${conditions[0]}
    Properties:
      SubnetId: ${first}
      NetworkAclId: !Ref One
  Second:
    Type: AWS::EC2::SubnetNetworkAclAssociation${conditions[1]}
    Properties:
      SubnetId: ${second}
${mark}      NetworkAclId: !Ref Two
`;
const parameters = {
  before: "Parameters: { Web: { Type: AWS::EC2::Subnet::Id }, App: { Type: AWS::EC2::Subnet::Id } }",
};

test("two on one subnet", () => {
  checkRule(
    rule,
    two("!Ref Web", "!Ref Web", {
      ...parameters,
      mark: "#               ^^^^^^^^ 💡 warning: Second gives Web a second network ACL, Two; First gives it One. A subnet has one ACL and the later association replaces the earlier, so the order of creation decides which of them filters. Keep one.\n",
    }),
  );
  expect(relatedPlaces(rule, two("!Ref Web", "!Ref Web", parameters))).toEqual([
    '8:17 "!Ref Web": The first association',
  ]);
});

test("in Japanese, on a literal subnet", () =>
  checkRule(
    rule,
    two("subnet-12345678", "subnet-12345678", {
      mark: "#               ^^^^^^^^^^^^^^^ 💡 warning: Second は subnet-12345678 に 2 つ目のネットワーク ACL Two を関連付けている (First は One)…\n",
    }),
    { messages: "ja" },
  ));

test("two subnets, and subnets that nobody knows", () => {
  checkRule(rule, two("!Ref Web", "!Ref App", parameters));
  checkRule(rule, two("!ImportValue A", "!ImportValue B"));
  checkRule(rule, two("!Select [!Ref N, !Ref Subnets]", "!Select [!Ref N, !Ref Subnets]"));
});

test("associations that conditions keep apart, or bring together", () => {
  const on = (first: string, second: string, mark = "") =>
    two("subnet-1", "subnet-1", {
      before: exclusive,
      conditions: [`\n    Condition: ${first}`, `\n    Condition: ${second}`],
      mark,
    });
  checkRule(rule, on("Prod", "Dev"));
  checkRule(
    rule,
    on(
      "Dev",
      "Dev",
      "#               ^^^^^^^^ 💡 warning: When Dev is true: Second gives subnet-1 a second network ACL…\n",
    ),
  );
});

test("removes one of them", () => {
  const before = two("subnet-1", "subnet-1");
  expect(fixTitles(rule, before)).toEqual(["Remove Second", "Remove First"]);
  checkFix(rule, before, before.slice(0, before.indexOf("  Second:")), { title: "Remove Second" });
});

test("in JSON", () => {
  const use = (id: string, acl: string) =>
    `    "${id}": { "Type": "AWS::EC2::SubnetNetworkAclAssociation", "Properties": { "SubnetId": "subnet-1", "NetworkAclId": "${acl}" } }`;
  checkFix(
    rule,
    `{\n  "Resources": {\n${use("A", "acl-1")},\n${use("B", "acl-2")}\n  }\n}\n`,
    `{\n  "Resources": {\n${use("B", "acl-2")}\n  }\n}\n`,
    { title: "Remove A" },
  );
});

test("a CDK program", () =>
  checkRule(
    rule,
    python(`ec2.CfnSubnetNetworkAclAssociation(self, "A", subnet_id="subnet-1", network_acl_id="acl-1")
ec2.CfnSubnetNetworkAclAssociation(self, "B", network_acl_id="acl-2",
    subnet_id="subnet-1")
#             ^^^^^^^^^^ 💡 warning: B gives…`),
  ));
