import { expect, test } from "vitest";
import { apigwUsagePlanKeyNotRequired } from "../../../../server/src/rules/apis/apigw-usage-plan-key-not-required.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const api = (
  methods: string,
  { before = "", properties = "{ Name: shop }", after = "" } = {},
): string => `${before}Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: ${properties} }
${methods}  Plan:
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      ApiStages: [{ ApiId: !Ref Api, Stage: prod }]
${after}`;
const method = (id: string, rest = "", verb = "GET"): string =>
  `  ${id}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: ${verb}${rest} } }\n`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("no method requires a key", () =>
  checkRule(
    apigwUsagePlanKeyNotRequired,
    api(`${method("Get")}${method("Put", ", ApiKeyRequired: false", "PUT")}`).replace(
      "Stage: prod }]\n",
      `Stage: prod }]
#                          ^^^^^^^^ 💡 warning: Plan covers a stage of Api, but no method of Api requires an API key. Calls without a key go through, past the plan's throttle and quota. Set ApiKeyRequired: true on the methods that the plan is to govern.
`,
    ),
  ));

test("under a condition, in Japanese", () =>
  checkRule(
    apigwUsagePlanKeyNotRequired,
    `${conditions}Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop } }
${method("Get")}  Plan:
    Type: AWS::ApiGateway::UsagePlan
    Condition: Prod
    Properties:
      ApiStages: [{ ApiId: !Ref Api, Stage: prod }]
#                          ^^^^^^^^ 💡 warning: Prod が true の場合: Plan は Api のステージを対象にしているが、…
`,
    { messages: "ja" },
  ));

test.each([
  ["a method that requires one", api(`${method("Get")}${method("Put", ", ApiKeyRequired: true", "PUT")}`)],
  [
    "a method that may require one",
    api(method("Get", ", ApiKeyRequired: !Ref Key"), { before: "Parameters:\n  Key: { Type: String }\n" }),
  ],
  [
    "a method that requires none by default",
    api(method("Get", ", ApiKeyRequired: !Ref Key"), {
      before: "Parameters:\n  Key: { Type: String, Default: false }\n",
    }),
  ],
  [
    "a method that requires one in some case",
    api(method("Get", ", ApiKeyRequired: !If [Prod, true, false]"), { before: conditions }),
  ],
  ["no methods here", api("")],
  ["a definition", api(method("Get"), { properties: "{ Body: {} }" })],
  ["an API that others know", api(method("Get"), { after: "Outputs:\n  Api: { Value: !Ref Api }\n" })],
  [
    "a method of unknown API",
    api(`${method("Get")}  Put: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !ImportValue A } }\n`),
  ],
  ["an API elsewhere", api(method("Get")).replace("ApiId: !Ref Api, Stage", "ApiId: api-1, Stage")],
])("%s", (_, text) => checkRule(apigwUsagePlanKeyNotRequired, text));

test("requires keys, but not of preflight requests", () => {
  const options = method("Options", "", "OPTIONS");
  checkFix(
    apigwUsagePlanKeyNotRequired,
    api(`${method("Get")}${method("Put", ", ApiKeyRequired: false", "PUT")}${options}`),
    api(`${method("Get", ", ApiKeyRequired: true")}${method("Put", ", ApiKeyRequired: true", "PUT")}${options}`),
  );
  expect(fixTitles(apigwUsagePlanKeyNotRequired, api(`${method("Get")}${options}`))).toEqual([
    "Require an API key on Get",
  ]);
  expect(fixTitles(apigwUsagePlanKeyNotRequired, api(`${method("Get")}${method("Put", "", "PUT")}`), "ja")).toEqual([
    "Api の 2 つのメソッドで API キーを必須にする",
  ]);
  checkNoFix(apigwUsagePlanKeyNotRequired, api(options));
});

test("requires keys in JSON", () => {
  const template = (rest: string): string =>
    `{ "Resources": { "Api": { "Type": "AWS::ApiGateway::RestApi" }, "Get": { "Type": "AWS::ApiGateway::Method", "Properties": { "RestApiId": { "Ref": "Api" }${rest} } }, "Plan": { "Type": "AWS::ApiGateway::UsagePlan", "Properties": { "ApiStages": [{ "ApiId": { "Ref": "Api" }, "Stage": "prod" }] } } } }`;
  checkFix(apigwUsagePlanKeyNotRequired, template(""), template(', "ApiKeyRequired": true'));
});

test("a CDK program", () =>
  checkRule(
    apigwUsagePlanKeyNotRequired,
    typescript(
      `const api = new apigateway.CfnRestApi(this, 'Api', { name: 'shop' });
new apigateway.CfnMethod(this, 'Get', { restApiId: api.ref, resourceId: 'r', httpMethod: 'GET' });
new apigateway.CfnUsagePlan(this, 'Plan', { apiStages: [{ apiId: api.ref, stage: 'prod' }] });
//                                                               ^^^^^^^ 💡 warning: Plan covers a stage of Api…`,
      ["apigateway"],
    ),
  ));
