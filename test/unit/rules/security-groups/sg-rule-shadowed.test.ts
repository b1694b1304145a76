import { test } from "vitest";
import { sgRuleShadowed } from "../../../../server/src/rules/security-groups/sg-rule-shadowed.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  Unknown: { Type: String }
  Everywhere: { Type: String, Default: 0.0.0.0/0 }
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
const wide = "        - { IpProtocol: tcp, FromPort: 8000, ToPort: 8999, CidrIp: 10.0.0.0/8 }\n";
const narrow = "{ IpProtocol: tcp, FromPort: 8443, ToPort: 8443, CidrIp: 10.0.8.0/24 }";
const mark = "^".repeat(narrow.length);

test("a rule inside a wider one", () =>
  checkRule(
    sgRuleShadowed,
    template(`        - ${narrow}
#         ${mark} 💡 hint: Web has a rule for 10.0.8.0/24 that lets nothing more through: a wider rule of the same group, for 10.0.0.0/8, already does. Remove it, or narrow the wider one.
${wide}`),
  ));

test("all protocols, groups and standalone rules, in Japanese", () =>
  checkRule(
    sgRuleShadowed,
    template(`        - { IpProtocol: -1, SourceSecurityGroupId: !Ref App }
  In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Web, IpProtocol: icmp, FromPort: 8, ToPort: -1, SourceSecurityGroupId: !GetAtt App.GroupId } }
# ^^ 💡 hint: In の App のルールで新たに通るものはない。…
`),
    { messages: "ja" },
  ));

test("wider on one side only, equal, other kinds of sources, unknown, under a condition, another direction", () =>
  checkRule(
    sgRuleShadowed,
    template(`${wide}        - { IpProtocol: tcp, FromPort: 8443, ToPort: 9443, CidrIp: 10.0.8.0/24 }
        - { IpProtocol: tcp, FromPort: 8443, ToPort: 8443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: udp, FromPort: 8443, ToPort: 8443, CidrIp: 10.0.8.0/24 }
        - { IpProtocol: tcp, FromPort: 8000, ToPort: 8999, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 8443, ToPort: 8443, SourceSecurityGroupId: !Ref App }
        - { IpProtocol: tcp, FromPort: 8443, ToPort: 8443, CidrIp: !Ref Unknown }
        - { IpProtocol: tcp, FromPort: 7443, ToPort: 7443, CidrIp: !Ref Everywhere }
        - { IpProtocol: tcp, FromPort: 7443, ToPort: 7443, CidrIp: 10.0.8.0/24 }
        - !If [Dev, { IpProtocol: tcp, FromPort: 1, ToPort: 99, CidrIp: 172.16.0.0/12 }, !Ref AWS::NoValue]
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 172.16.0.0/16 }
        - { IpProtocol: icmp, FromPort: 0, ToPort: 8, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmp, FromPort: 3, ToPort: 4, CidrIp: 10.0.0.0/8 }
      SecurityGroupEgress:
        - ${narrow}
`),
  ));

test("removes the narrower rule", () => {
  checkFix(sgRuleShadowed, template(`${wide}        - ${narrow}\n`), template(wide));
  checkFix(
    sgRuleShadowed,
    `{
  "Resources": {
    "A": { "Type": "AWS::EC2::SecurityGroupEgress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0" } },
    "B": { "Type": "AWS::EC2::SecurityGroupEgress", "Properties": { "GroupId": "sg-1", "IpProtocol": "-1", "CidrIp": "10.0.0.0/8" } }
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
    sgRuleShadowed,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'A', { groupId: 'sg-1', ipProtocol: '-1', cidrIp: '10.0.0.0/8' });
new ec2.CfnSecurityGroupIngress(this, 'B', { groupId: 'sg-1', ipProtocol: '-1', cidrIp: '10.1.0.0/16' });
//                                     ^ 💡 hint: B has a rule for 10.1.0.0/16…`),
  ));
