import { expect, test } from "vitest";
import { sgDuplicateRule } from "../../../../server/src/rules/security-groups/sg-duplicate-rule.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Range: { Type: String, Default: 10.0.0.0/8 }
  Unknown: { Type: String }
Conditions:
  Dev: !Equals [!Ref Unknown, dev]
Resources:
  App: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: app } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;
const first = "        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 } # office\n";
const again = `        - { IpProtocol: 6, FromPort: "443", ToPort: 443, CidrIp: 10.0.0.7/8, Description: again }`;
const mark = `#         ${"^".repeat(again.length - 10)} 💡 warning: Web repeats a rule of the same group: TCP 443, 10.0.0.0/8. EC2 keeps one of the two, so taking either away later can close the port for both. Write it once.`;

test("the same rule in other words", () => {
  const text = template(`${first}${again}\n${mark}\n`);
  checkRule(sgDuplicateRule, text);
  expect(relatedPlaces(sgDuplicateRule, text)).toEqual([
    '14:11 "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }": The same rule',
  ]);
});

test("inline and standalone, in Japanese", () =>
  checkRule(
    sgDuplicateRule,
    template(`        - { IpProtocol: -1, SourceSecurityGroupId: !Ref App }
  In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Web.GroupId, IpProtocol: "-1", FromPort: 1, ToPort: 2, SourceSecurityGroupId: !GetAtt App.GroupId } }
# ^^ 💡 warning: In に、同じグループのルール (全プロトコル、App) がもう一度書かれている。…
`),
    { messages: "ja" },
  ));

test("two standalone rules of a group from elsewhere", () =>
  checkRule(
    sgDuplicateRule,
    `Resources:
  A: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: sg-1, IpProtocol: -1, CidrIp: 0.0.0.0/0 } }
  B: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: sg-1, IpProtocol: -1, CidrIp: 0.0.0.0/0 } }
# ^ 💡 warning: B repeats a rule of the same group: all protocols, 0.0.0.0/0…
  C: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: sg-2, IpProtocol: -1, CidrIp: 0.0.0.0/0 } }
  D: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, IpProtocol: -1, CidrIp: 0.0.0.0/0 } }
`,
  ));

test("other ports, sources, protocols; unknown ones; exclusive cases", () =>
  checkRule(
    sgDuplicateRule,
    template(`${first}        - { IpProtocol: udp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 444, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/9 }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Unknown }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Unknown }
        - !If [Dev, { IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }, { IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }]
`),
  ));

test("a default that happens to be the same says so", () =>
  checkRule(
    sgDuplicateRule,
    template(`${first}        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Range }
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: With the default of Range (10.0.0.0/8), Web repeats…
`),
  ));

test("removes the second one", () => {
  checkFix(sgDuplicateRule, template(`${first}${again}\n`), template(first));
  checkFix(
    sgDuplicateRule,
    `{
  "Resources": {
    "A": { "Type": "AWS::EC2::SecurityGroupEgress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0" } },
    "B": { "Type": "AWS::EC2::SecurityGroupEgress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0" } }
  }
}
`,
    `{
  "Resources": {
    "A": { "Type": "AWS::EC2::SecurityGroupEgress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0" } }
  }
}
`,
  );
});

test("a CDK program", () =>
  checkRule(
    sgDuplicateRule,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'A', { groupId: 'sg-1', ipProtocol: '-1', cidrIp: '10.0.0.0/8' });
new ec2.CfnSecurityGroupIngress(this, 'B', { groupId: 'sg-1', ipProtocol: '-1', cidrIp: '10.0.0.0/8' });
//                                     ^ 💡 warning: B repeats a rule…`),
  ));
