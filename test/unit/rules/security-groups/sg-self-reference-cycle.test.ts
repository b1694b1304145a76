import { expect, test } from "vitest";
import { sgSelfReferenceCycle } from "../../../../server/src/rules/security-groups/sg-self-reference-cycle.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const group = (id: string, rules = "") => `  ${id}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: ${id}
      VpcId: vpc-1
${rules}`;
const toDb = `      SecurityGroupEgress:
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, DestinationSecurityGroupId: !GetAtt Db.GroupId }
`;
const fromWeb = `      SecurityGroupIngress:
        # from the web servers
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          SourceSecurityGroupId: !Ref Web
`;
const marked = `${fromWeb}#                                ^^^^^^^^ 💡 error: Db names Web in a rule, and Web leads back to Db. Neither can be made first: CloudFormation stops with a circular dependency. Move this rule to a resource of its own (AWS::EC2::SecurityGroupIngress).
`;
const two = `Resources:\n${group("Web", toDb)}${group("Db", marked)}`;

test("two groups that name each other", () => {
  checkRule(sgSelfReferenceCycle, two);
  expect(relatedPlaces(sgSelfReferenceCycle, two)).toEqual(['8:88 "!GetAtt Db.GroupId": Web names Db']);
});

test("a group that names itself, in Japanese", () =>
  checkRule(
    sgSelfReferenceCycle,
    `Resources:
${group(
  "Web",
  `      SecurityGroupIngress:
        - { IpProtocol: -1, SourceSecurityGroupId: !GetAtt Web.GroupId }
#                                                  ^^^^^^^^^^^^^^^^^^^ 💡 error: Web は自分のルールの中で自分自身を参照している。…
`,
)}`,
    { messages: "ja" },
  ));

test("three groups in a circle have one finding", () => {
  const next = (id: string, mark = "") =>
    `      SecurityGroupIngress: [{ IpProtocol: -1, SourceSecurityGroupId: !Ref ${id} }]\n${mark}`;
  checkRule(
    sgSelfReferenceCycle,
    `Resources:
${group("A", next("B"))}${group("B", next("C"))}${group(
  "C",
  next(
    "A",
    `#                                                                     ^^^^^^ 💡 error: C names A in a rule, and A leads back to C…
`,
  ),
)}`,
  );
});

test("one direction, and standalone rules", () =>
  checkRule(
    sgSelfReferenceCycle,
    `Resources:
${group("Web", toDb)}${group("Db")}
  DbFromWeb: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Db, IpProtocol: -1, SourceSecurityGroupId: !Ref Web } }
  DbFromDb: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Db, IpProtocol: -1, SourceSecurityGroupId: !Ref Db } }
`,
  ));

test("rules that exclude each other", () =>
  checkRule(
    sgSelfReferenceCycle,
    `
Conditions:
  Push: !Equals [!Ref AWS::Region, us-east-1]
Resources:
${group(
  "Web",
  "      SecurityGroupIngress: [!If [Push, !Ref AWS::NoValue, { IpProtocol: -1, SourceSecurityGroupId: !Ref Db }]]\n",
)}${group(
  "Db",
  "      SecurityGroupIngress: [!If [Push, { IpProtocol: -1, SourceSecurityGroupId: !Ref Web }, !Ref AWS::NoValue]]\n",
)}`,
  ));

test("moves the rule out", () =>
  checkFix(
    sgSelfReferenceCycle,
    two,
    `Resources:
${group("Web", toDb)}${group("Db")}  DbFromWeb:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Db.GroupId
      IpProtocol: tcp
      FromPort: 5432
      ToPort: 5432
      SourceSecurityGroupId: !Ref Web
`,
  ));

test("moves one rule of several in JSON", () =>
  checkFix(
    sgSelfReferenceCycle,
    `{
  "Resources": {
    "Web": {
      "Type": "AWS::EC2::SecurityGroup",
      "Properties": {
        "GroupDescription": "web",
        "SecurityGroupIngress": [
          { "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8" },
          { "IpProtocol": "-1", "SourceSecurityGroupId": { "Ref": "Web" } }
        ]
      }
    }
  }
}
`,
    `{
  "Resources": {
    "Web": {
      "Type": "AWS::EC2::SecurityGroup",
      "Properties": {
        "GroupDescription": "web",
        "SecurityGroupIngress": [
          { "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8" }
        ]
      }
    },
    "WebFromItself": {
      "Type": "AWS::EC2::SecurityGroupIngress",
      "Properties": {
        "GroupId": { "Fn::GetAtt": ["Web", "GroupId"] },
        "IpProtocol": "-1",
        "SourceSecurityGroupId": { "Ref": "Web" }
      }
    }
  }
}
`,
  ));

test("takes away no last outbound rule, which would open everything", () =>
  checkNoFix(
    sgSelfReferenceCycle,
    `Resources:
${group("Web", "      SecurityGroupEgress: [{ IpProtocol: -1, DestinationSecurityGroupId: !Ref Web }]\n")}`,
  ));

test("a standalone rule in a CDK program", () =>
  checkRule(
    sgSelfReferenceCycle,
    python(`a = ec2.CfnSecurityGroup(self, "A", group_description="a")
ec2.CfnSecurityGroupIngress(self, "In", group_id=a.ref, ip_protocol="-1", source_security_group_id=a.ref)`),
  ));
