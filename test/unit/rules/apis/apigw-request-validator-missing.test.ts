import { expect, test } from "vitest";
import { apigwRequestValidatorMissing } from "../../../../server/src/rules/apis/apigw-request-validator-missing.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const method = (properties: string, after = "", before = ""): string => `${before}Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
${properties}${after}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a required header", () =>
  checkRule(
    apigwRequestValidatorMissing,
    method(`      RequestParameters:
        method.request.header.X-Tenant: true
#                                       ^^^^ 💡 warning: Get declares method.request.header.X-Tenant as required, but has no request validator, so calls without it reach the backend all the same. Set RequestValidatorId to a validator with ValidateRequestParameters.
        method.request.querystring.page: false
`),
  ));

test("a header and a query string are named together", () =>
  checkRule(
    apigwRequestValidatorMissing,
    method(`      RequestParameters:
        method.request.path.city: "true"
        method.request.querystring.time: "true"
#                                        ^^^^^^ 💡 warning: Get declares method.request.querystring.time and method.request.header.day as required, but has no request validator, so calls without them reach the backend…
        method.request.header.day: "true"
`),
  ));

test("a model, in Japanese", () =>
  checkRule(
    apigwRequestValidatorMissing,
    method(
      `      RequestModels: { application/json: !Ref Order }
#                                        ^^^^^^^^^^ 💡 warning: Get にはリクエスト本文のモデルがあるが、リクエストバリデーターがなく…
`,
      "  Order: { Type: AWS::ApiGateway::Model, Properties: { RestApiId: !Ref Api } }\n",
    ),
    { messages: "ja" },
  ));

test.each([
  [
    "a validator",
    "      RequestParameters: { method.request.header.X: true }\n      RequestValidatorId: !ImportValue V\n",
  ],
  ["an optional parameter", "      RequestParameters: { method.request.header.X: false }\n"],
  ["a parameter of the path", "      RequestParameters: { method.request.path.id: true }\n"],
  ["a model that takes anything", "      RequestModels: { application/json: Empty }\n"],
  ["nothing declared", ""],
])("%s", (_, properties) => checkRule(apigwRequestValidatorMissing, method(properties)));

test("a validator by a parameter or in the same case", () => {
  const header = "      RequestParameters: { method.request.header.X: true }\n";
  checkRule(
    apigwRequestValidatorMissing,
    method(`${header}      RequestValidatorId: !Ref V\n`, "", "Parameters:\n  V: { Type: String }\n"),
  );
  checkRule(
    apigwRequestValidatorMissing,
    method(
      `      RequestParameters: !If [Prod, { method.request.header.X: true }, !Ref AWS::NoValue]
      RequestValidatorId: !If [Prod, abc123, !Ref AWS::NoValue]
`,
      "",
      conditions,
    ),
  );
});

test("no validator under a condition, and a parameter's default", () =>
  checkRule(
    apigwRequestValidatorMissing,
    method(
      `      RequestParameters:
        method.request.header.X: !Ref Required
#                                ^^^^^^^^^^^^^ warning: When Prod is false: with the default of Required (true), Get declares…
      RequestValidatorId: !If [Prod, abc123, !Ref AWS::NoValue]
`,
      "",
      `Parameters:
  Required: { Type: String, Default: 'true' }
${conditions}`,
    ),
  ));

test("adds a validator for all that is declared", () =>
  checkFix(
    apigwRequestValidatorMissing,
    method(`      RequestParameters:
        method.request.header.X: true
      RequestModels:
        application/json: Order
`),
    method(`      RequestParameters:
        method.request.header.X: true
      RequestModels:
        application/json: Order
      RequestValidatorId: !Ref GetValidator
  GetValidator:
    Type: AWS::ApiGateway::RequestValidator
    Properties:
      RestApiId: !Ref Api
      ValidateRequestBody: true
      ValidateRequestParameters: true
`),
  ));

const validators = `  OfBodies: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref Api, ValidateRequestBody: true } }
  OfOther: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: other, ValidateRequestParameters: true } }
`;

test("uses a validator that checks the same", () => {
  const model = "      RequestModels: { application/json: Order }\n";
  checkFix(
    apigwRequestValidatorMissing,
    method(model, validators),
    method(`${model}      RequestValidatorId: !Ref OfBodies\n`, validators),
  );
  const header = "      RequestParameters: { method.request.header.X: true }\n";
  expect(fixTitles(apigwRequestValidatorMissing, method(header, validators))).toEqual([
    "Add the request validator GetValidator and let Get use it",
  ]);
});

test("adds a validator in JSON", () =>
  checkFix(
    apigwRequestValidatorMissing,
    `{
  "Resources": {
    "Api": {
      "Type": "AWS::ApiGateway::RestApi"
    },
    "Get": {
      "Type": "AWS::ApiGateway::Method",
      "Properties": {
        "RestApiId": { "Ref": "Api" },
        "RequestParameters": { "method.request.querystring.q": true }
      }
    }
  }
}`,
    `{
  "Resources": {
    "Api": {
      "Type": "AWS::ApiGateway::RestApi"
    },
    "Get": {
      "Type": "AWS::ApiGateway::Method",
      "Properties": {
        "RestApiId": { "Ref": "Api" },
        "RequestParameters": { "method.request.querystring.q": true },
        "RequestValidatorId": { "Ref": "GetValidator" }
      }
    },
    "GetValidator": {
      "Type": "AWS::ApiGateway::RequestValidator",
      "Properties": {
        "RestApiId": { "Ref": "Api" },
        "ValidateRequestParameters": true
      }
    }
  }
}`,
  ));

test("no fix where the API is elsewhere", () =>
  checkNoFix(
    apigwRequestValidatorMissing,
    `
Resources:
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      RequestParameters: { method.request.header.X: true }
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwRequestValidatorMissing,
    typescript(
      `new apigateway.CfnMethod(this, 'Get', { restApiId: 'a', resourceId: 'r', httpMethod: 'GET',
  requestParameters: { 'method.request.header.X': true } });
//                                                ^^^^ warning: Get declares method.request.header.X…`,
      ["apigateway"],
    ),
  ));
