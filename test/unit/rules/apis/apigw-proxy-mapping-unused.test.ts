import { test } from "vitest";
import { apigwProxyMappingUnused } from "../../../../server/src/rules/apis/apigw-proxy-mapping-unused.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const method = (integration: string, before = ""): string => `${before}Resources:
  GetOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      ResourceId: res-1
      HttpMethod: GET
      Integration:
        IntegrationHttpMethod: POST
        Uri: https://orders.example.com/
${integration}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("templates of a Lambda proxy", () =>
  checkRule(
    apigwProxyMappingUnused,
    method(`        Type: AWS_PROXY
        RequestTemplates: { application/json: '{}' }
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: GetOrders has RequestTemplates, but a proxy integration (AWS_PROXY) hands the request on as it is and never uses them. Remove them, or take AWS if the body is to be reshaped.
`),
  ));

test("integration responses of an HTTP proxy, in Japanese", () =>
  checkRule(
    apigwProxyMappingUnused,
    method(`        Type: HTTP_PROXY
        IntegrationResponses: [{ StatusCode: 200 }]
#                             ^^^^^^^^^^^^^^^^^^^^^ 💡 warning: GetOrders に IntegrationResponses があるが、プロキシ統合 (HTTP_PROXY) はバックエンドの応答をそのまま返し…
`),
    { messages: "ja" },
  ));

test.each([
  ["another integration", "        Type: AWS\n        RequestTemplates: { application/json: '{}' }\n"],
  ["a mock", "        Type: MOCK\n        IntegrationResponses: [{ StatusCode: 200 }]\n"],
  ["nothing in them", "        Type: AWS_PROXY\n        RequestTemplates: {}\n        IntegrationResponses: []\n"],
  [
    "parameters, which a proxy uses",
    "        Type: HTTP_PROXY\n        RequestParameters: { integration.request.path.a: method.request.path.a }\n",
  ],
])("%s", (_, integration) => checkRule(apigwProxyMappingUnused, method(integration)));

test("a type that is not settled", () => {
  const responses = "        IntegrationResponses: [{ StatusCode: 200 }]\n";
  checkRule(apigwProxyMappingUnused, method(`        Type: !If [Prod, AWS_PROXY, AWS]\n${responses}`, conditions));
  const parameter = "Parameters:\n  Type: { Type: String, Default: AWS_PROXY }\n";
  checkRule(apigwProxyMappingUnused, method(`        Type: !Ref Type\n${responses}`, parameter));
});

test("under a condition", () =>
  checkRule(
    apigwProxyMappingUnused,
    method(
      `        Type: AWS_PROXY
        IntegrationResponses: !If [Prod, [{ StatusCode: 200 }], !Ref AWS::NoValue]
#                                        ^^^^^^^^^^^^^^^^^^^^^ 💡 warning: When Prod is true: GetOrders has IntegrationResponses…
`,
      conditions,
    ),
  ));

test("removes them", () =>
  checkFix(
    apigwProxyMappingUnused,
    method(`        Type: AWS_PROXY # keep
        IntegrationResponses:
          - StatusCode: '200'
        TimeoutInMillis: 5000
`),
    method(`        Type: AWS_PROXY # keep
        TimeoutInMillis: 5000
`),
  ));

test("removes them from JSON", () =>
  checkFix(
    apigwProxyMappingUnused,
    `{
  "Resources": {
    "GetOrders": {
      "Type": "AWS::ApiGateway::Method",
      "Properties": {
        "Integration": {
          "Type": "HTTP_PROXY",
          "IntegrationHttpMethod": "GET",
          "RequestTemplates": { "application/json": "{}" }
        }
      }
    }
  }
}`,
    `{
  "Resources": {
    "GetOrders": {
      "Type": "AWS::ApiGateway::Method",
      "Properties": {
        "Integration": {
          "Type": "HTTP_PROXY",
          "IntegrationHttpMethod": "GET"
        }
      }
    }
  }
}`,
  ));

test("no fix inside a condition", () =>
  checkNoFix(
    apigwProxyMappingUnused,
    `${conditions}Resources:
  GetOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      Integration: !If
        - Prod
        - { Type: AWS_PROXY, RequestTemplates: { application/json: '{}' } }
        - { Type: MOCK }
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwProxyMappingUnused,
    typescript(
      `new apigateway.CfnMethod(this, 'Get', { restApiId: 'a', resourceId: 'r', httpMethod: 'GET', integration: {
  type: 'AWS_PROXY', requestTemplates: { 'application/json': '{}' } } });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Get has RequestTemplates…`,
      ["apigateway"],
    ),
  ));
