import { test } from "vitest";
import { sgSourceCount } from "../../../../server/src/rules/security-groups/sg-source-count.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Lb: { Type: String }
  Range: { Type: String, Default: 10.0.0.0/8 }
Conditions:
  HasLb: !Not [!Equals [!Ref Lb, ""]]
  NoLb: !Equals [!Ref Lb, ""]
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;
const both = template(`        - IpProtocol: -1
          CidrIp: 10.0.0.0/8 # office
          SourceSecurityGroupId: sg-1
#                                ^^^^ 💡 error: Web has a rule with both CidrIp and SourceSecurityGroupId. A rule takes exactly one of them; write a second rule for the other.
`);

test("two sources", () => checkRule(sgSourceCount, both));

test("no source, no destination", () =>
  checkRule(
    sgSourceCount,
    template(`        - { IpProtocol: -1 }
#         ^^^^^^^^^^^^^^^^^^ error: Web has an inbound rule without a source, which lets nobody in. Name one: CidrIp, CidrIpv6, SourcePrefixListId or SourceSecurityGroupId.
  Out: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: sg-1, IpProtocol: -1 } }
# ^^^ error: Out has an outbound rule without a destination, which lets nothing out. Name one: CidrIp, CidrIpv6, DestinationPrefixListId or DestinationSecurityGroupId.
`),
  ));

test("in Japanese, IPv4 and IPv6, with the default of a parameter", () =>
  checkRule(
    sgSourceCount,
    template(`        - { IpProtocol: -1, CidrIp: !Ref Range, CidrIpv6: "2001:db8::/32" }
#                                                         ^^^^^^^^^^^^^^^ 💡 warning: Range の既定値 (10.0.0.0/8) では、Web の 1 つのルールに CidrIp と CidrIpv6 の両方がある。書けるのはどちらか一方。もう一方は別のルールに分けること。
        - { IpProtocol: -1, SourcePrefixListId: "" }
`),
    { messages: "ja" },
  ));

test("one source; exclusive cases; what may be empty; macros", () =>
  checkRule(
    sgSourceCount,
    template(`        - { IpProtocol: -1, SourceSecurityGroupName: web, SourceSecurityGroupOwnerId: "111122223333" }
        - IpProtocol: -1
          CidrIp: !If [NoLb, 10.0.0.0/8, !Ref AWS::NoValue]
          SourceSecurityGroupId: !If [HasLb, !ImportValue Lb, !Ref AWS::NoValue]
        - { IpProtocol: -1, CidrIp: 10.0.0.0/8, SourceSecurityGroupId: !Ref Lb }
        - { IpProtocol: -1, "Fn::Transform": { Name: Sources } }
`),
  ));

test("cases that leave nothing, or both", () =>
  checkRule(
    sgSourceCount,
    template(`        - { IpProtocol: -1, CidrIp: !If [HasLb, 10.0.0.0/8, !Ref AWS::NoValue] }
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: When HasLb is false: Web has an inbound rule without a source…
        - { IpProtocol: -1, CidrIp: 10.0.0.0/8, CidrIpv6: !If [HasLb, "2001:db8::/32", !Ref AWS::NoValue] }
#                                                                     ^^^^^^^^^^^^^^^ 💡 error: When HasLb is true: Web has a rule with both CidrIp and CidrIpv6…
`),
  ));

test("keeps one or the other", () => {
  checkFix(
    sgSourceCount,
    both,
    template(`        - IpProtocol: -1
          SourceSecurityGroupId: sg-1
`),
    { title: "Keep SourceSecurityGroupId and remove CidrIp" },
  );
  checkFix(
    sgSourceCount,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "10.0.0.0/8", "CidrIpv6": "2001:db8::/32" } } } }`,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "10.0.0.0/8" } } } }`,
    { title: "Keep CidrIp and remove CidrIpv6" },
  );
});

test("offers nothing for a rule without a source", () =>
  checkNoFix(sgSourceCount, template("        - { IpProtocol: -1 }\n")));

test("a CDK program", () =>
  checkRule(
    sgSourceCount,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'In', { groupId: 'sg-1', ipProtocol: '-1', cidrIp: '10.0.0.0/8', sourcePrefixListId: 'pl-1' });
//                                                                                                                         ^^^^^^ 💡 error: In has a rule with both CidrIp and SourcePrefixListId…`),
  ));
