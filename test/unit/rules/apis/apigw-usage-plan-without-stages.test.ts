import { expect, test } from "vitest";
import { apigwUsagePlanWithoutStages } from "../../../../server/src/rules/apis/apigw-usage-plan-without-stages.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const plan = (properties: string, before = "", after = ""): string => `${before}Resources:
  Plan:
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      UsagePlanName: partners
${properties}${after}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;
const stage = (id: string): string =>
  `  ${id}: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, DeploymentId: d, StageName: ${id} } }\n`;
const api = "  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop } }\n";

test("no stage", () =>
  checkRule(
    apigwUsagePlanWithoutStages,
    `
Resources:
  Plan:
# ^^^^ warning: Plan covers no stage, so its limits apply to nobody and its keys open nothing. List the stages in ApiStages.
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      ApiStages: []
`,
  ));

test("no stage under a condition, in Japanese", () =>
  checkRule(
    apigwUsagePlanWithoutStages,
    `${conditions}Resources:
  Plan:
# ^^^^ warning: Prod が false の場合: Plan の対象となるステージがない。…
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      ApiStages: !If [Prod, [{ ApiId: a, Stage: s }], !Ref AWS::NoValue]
`,
    { messages: "ja" },
  ));

test.each([
  ["a stage", plan("      ApiStages: [{ ApiId: a, Stage: s }]\n")],
  [
    "stages of unknown number",
    plan("      ApiStages: !Ref Stages\n", "Parameters:\n  Stages: { Type: CommaDelimitedList }\n"),
  ],
  ["a plan that others know", plan("", "", "Outputs:\n  PlanId: { Value: !Ref Plan }\n")],
  ["a transform", plan("      Fn::Transform: { Name: Stages }\n")],
])("%s", (_, text) => checkRule(apigwUsagePlanWithoutStages, text));

test("covers the stage", () =>
  checkFix(
    apigwUsagePlanWithoutStages,
    plan("", "", `${api}${stage("Prod")}`),
    plan(
      `      ApiStages:
        - ApiId: !Ref Api
          Stage: !Ref Prod
`,
      "",
      `${api}${stage("Prod")}`,
    ),
  ));

test("covers the stage in JSON", () => {
  const rest =
    '"Api": { "Type": "AWS::ApiGateway::RestApi" }, "Prod": { "Type": "AWS::ApiGateway::Stage", "Properties": { "RestApiId": { "Ref": "Api" } } }';
  checkFix(
    apigwUsagePlanWithoutStages,
    `{ "Resources": { ${rest}, "Plan": { "Type": "AWS::ApiGateway::UsagePlan", "Properties": { "UsagePlanName": "p" } } } }`,
    `{ "Resources": { ${rest}, "Plan": { "Type": "AWS::ApiGateway::UsagePlan", "Properties": { "UsagePlanName": "p", "ApiStages": [{ "ApiId": { "Ref": "Api" }, "Stage": { "Ref": "Prod" } }] } } } }`,
  );
});

test("several stages to choose from, or none", () => {
  expect(fixTitles(apigwUsagePlanWithoutStages, plan("", "", `${api}${stage("Prod")}${stage("Test")}`))).toEqual([
    "Let Plan cover Prod",
    "Let Plan cover Test",
  ]);
  checkNoFix(apigwUsagePlanWithoutStages, plan(""));
});

test("a CDK program", () =>
  checkRule(
    apigwUsagePlanWithoutStages,
    typescript(
      `new apigateway.CfnUsagePlan(this, 'Plan', { usagePlanName: 'p' });
//                                 ^^^^ warning: Plan covers no stage…`,
      ["apigateway"],
    ),
  ));
