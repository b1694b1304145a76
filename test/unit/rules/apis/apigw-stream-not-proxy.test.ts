import { test } from "vitest";
import { apigwStreamNotProxy } from "../../../../server/src/rules/apis/apigw-stream-not-proxy.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const method = (integration: string, before = ""): string => `${before}Resources:
  GetReport:
    Type: AWS::ApiGateway::Method
    Properties:
      Integration:
        IntegrationHttpMethod: POST
${integration}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a Lambda function behind a custom integration", () =>
  checkRule(
    apigwStreamNotProxy,
    method(`        Type: AWS
        ResponseTransferMode: STREAM
#                             ^^^^^^ 💡 error: GetReport is to stream its response, which only AWS_PROXY and HTTP_PROXY integrations can; this one is AWS. Set Type to AWS_PROXY, or ResponseTransferMode to BUFFERED.
`),
  ));

test("a mock, in Japanese", () =>
  checkRule(
    apigwStreamNotProxy,
    method(`        Type: MOCK
        ResponseTransferMode: STREAM
#                             ^^^^^^ 💡 error: GetReport は応答をストリーミングする設定だが、それができるのは AWS_PROXY と HTTP_PROXY の統合だけで、ここは MOCK。Type を AWS_PROXY か HTTP_PROXY にするか…
`),
    { messages: "ja" },
  ));

test.each([
  ["a Lambda proxy", "        Type: AWS_PROXY\n        ResponseTransferMode: STREAM\n"],
  ["an HTTP proxy", "        Type: HTTP_PROXY\n        ResponseTransferMode: STREAM\n"],
  ["a buffered response", "        Type: HTTP\n        ResponseTransferMode: BUFFERED\n"],
  ["the default", "        Type: HTTP\n"],
])("%s", (_, integration) => checkRule(apigwStreamNotProxy, method(integration)));

test("unknown values, and cases that exclude each other", () => {
  checkRule(
    apigwStreamNotProxy,
    method(
      "        Type: !Ref Kind\n        ResponseTransferMode: STREAM\n",
      "Parameters:\n  Kind: { Type: String }\n",
    ),
  );
  checkRule(
    apigwStreamNotProxy,
    method(
      "        Type: !If [Prod, HTTP_PROXY, HTTP]\n        ResponseTransferMode: !If [Prod, STREAM, BUFFERED]\n",
      conditions,
    ),
  );
});

test("by default", () =>
  checkRule(
    apigwStreamNotProxy,
    method(
      `        Type: HTTP
        ResponseTransferMode: !Ref Mode
#                             ^^^^^^^^^ 💡 warning: With the default of Mode (STREAM), GetReport is to stream…
`,
      "Parameters:\n  Mode: { Type: String, Default: STREAM }\n",
    ),
  ));

test("buffers the response", () => {
  const before = method("        Type: HTTP\n        ResponseTransferMode: STREAM # large\n");
  checkFix(apigwStreamNotProxy, before, before.replace("STREAM", "BUFFERED"));
  const json =
    '{ "Resources": { "M": { "Type": "AWS::ApiGateway::Method", "Properties": { "Integration": { "Type": "MOCK", "ResponseTransferMode": "STREAM" } } } } }';
  checkFix(apigwStreamNotProxy, json, json.replace("STREAM", "BUFFERED"));
});

test("a CDK program", () =>
  checkRule(
    apigwStreamNotProxy,
    typescript(
      `new apigateway.CfnMethod(this, 'Get', { restApiId: 'a', resourceId: 'r', httpMethod: 'GET', integration: { type: 'MOCK', responseTransferMode: 'STREAM' } });
//                                                                                                                                             ^^^^^^^^ 💡 error: Get is to stream…`,
      ["apigateway"],
    ),
  ));
