import { test } from "vitest";
import { sgNameReserved } from "../../../../server/src/rules/security-groups/sg-name-reserved.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const named = (name: string) => `
Parameters:
  Name: { Type: String, Default: sg-web }
  Env: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
Resources:
  Web: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: w, GroupName: ${name} } }
`;

test("a name that begins with sg-", () =>
  checkRule(
    sgNameReserved,
    `${named("sg-web")}#                                                                                     ^^^^^^ 💡 error: Web is to be named sg-web, but names that begin with sg- are refused, since IDs of security groups do. Choose another beginning.
`,
  ));

test("in Japanese, in one case", () =>
  checkRule(
    sgNameReserved,
    `${named("!If [Prod, sg-prod, dev]")}#                                                                                                ^^^^^^^ 💡 error: Prod が true の場合: Web の名前 sg-prod は sg- で始まる。…
`,
    { messages: "ja" },
  ));

test("a default is a warning, and changed where it is declared", () => {
  checkRule(
    sgNameReserved,
    `${named("!Ref Name")}#                                                                                     ^^^^^^^^^ 💡 warning: With the default of Name (sg-web), Web is to be named sg-web…
`,
  );
  checkFix(sgNameReserved, named("!Ref Name"), named("!Ref Name").replace("Default: sg-web", "Default: web"));
});

test.each(["web-sg-", "sgweb", "!Ref Env", "!Sub 'web-${Env}'", "!Ref AWS::NoValue"])("%s is fine", (name) =>
  checkRule(sgNameReserved, named(name)),
);

test("takes the beginning away", () => {
  checkFix(sgNameReserved, named('"sg-web"'), named('"web"'));
  checkFix(
    sgNameReserved,
    `{ "Resources": { "Web": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupName": "sg-web", "GroupDescription": "w" } } } }`,
    `{ "Resources": { "Web": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupName": "web", "GroupDescription": "w" } } } }`,
  );
  checkNoFix(sgNameReserved, named("sg-sg-1"));
});

test("a CDK program", () =>
  checkRule(
    sgNameReserved,
    typescript(`new ec2.CfnSecurityGroup(this, 'Web', { groupDescription: 'w', groupName: 'sg-web' });
//                                                                        ^^^^^^^^ 💡 error: Web is to be named sg-web…`),
  ));
