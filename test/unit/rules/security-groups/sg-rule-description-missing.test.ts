import { expect, test } from "vitest";
import { sgRuleDescriptionMissing } from "../../../../server/src/rules/security-groups/sg-rule-description-missing.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = sgRuleDescriptionMissing;

const inline = (description: string, mark = "", before = ""): string => `${before}
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Servers
      SecurityGroupIngress:
        - IpProtocol: tcp
${mark}
          FromPort: 443
          ToPort: 443
          CidrIp: 10.0.0.0/16
${description}`;

test("a rule of a list, and one that is a resource", () => {
  checkRule(
    rule,
    inline(
      "",
      "#                     ^^^ 💡 hint: Web has a rule without a Description. Who reads the group in the console, or cleans it up in two years, sees only ports and addresses. Say what it is for.",
    ),
  );
  checkRule(
    rule,
    inline(
      "",
      "#                     ^^^ 💡 hint: Web のルールに Description がない。コンソールで見る人や数年後に整理する人には、ポートとアドレスしか見えない。何のためのルールかを書くこと。",
    ),
    { messages: "ja" },
  );
  checkRule(
    rule,
    `
Resources:
  Out:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: { GroupId: sg-1, IpProtocol: '-1', CidrIpv6: ::/0 }
#                                            ^^^^ 💡 hint: Out has a rule without a Description…
`,
  );
});

test("a description, one that a parameter gives, one in some cases", () => {
  checkRule(rule, inline("          Description: Clients of the VPC"));
  checkRule(rule, inline("          Description: !Ref Why", "", "Parameters: { Why: { Type: String } }"));
  checkRule(
    rule,
    inline(
      "          Description: !If [Prod, Clients, !Ref AWS::NoValue]",
      "#                     ^^^ 💡 hint: When Prod is false: Web has a rule without a Description…",
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("the fix says what the rule lets through, as far as it is known", () => {
  checkFix(rule, inline(""), inline("          Description: TCP 443 from 10.0.0.0/16\n"));
  const from = (source: string) =>
    fixTitles(
      rule,
      inline("")
        .replace("CidrIp: 10.0.0.0/16", source)
        .replace("Resources:", "Resources:\n  Lb: { Type: AWS::EC2::SecurityGroup }"),
    );
  expect(from("SourceSecurityGroupId: !Ref Lb")).toEqual(["Describe the rule: TCP 443 from Lb"]);
  expect(from("CidrIp: !ImportValue Office")).toEqual([]);
});

test("in a program", () =>
  checkRule(
    rule,
    typescript(`
    new ec2.CfnSecurityGroupIngress(this, "In", { groupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIp: "10.0.0.0/8" });
//                                                                         ^^^^^ 💡 hint: In has a rule without a Description…
`),
  ));
