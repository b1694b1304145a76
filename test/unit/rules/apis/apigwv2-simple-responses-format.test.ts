import { test } from "vitest";
import { apigwv2SimpleResponsesFormat } from "../../../../server/src/rules/apis/apigwv2-simple-responses-format.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const authorizer = (properties: string, before = ""): string => `${before}Resources:
  Auth:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      AuthorizerType: REQUEST
${properties}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("simple answers in format 1.0", () =>
  checkRule(
    apigwv2SimpleResponsesFormat,
    authorizer(`      AuthorizerPayloadFormatVersion: '1.0'
      EnableSimpleResponses: true
#                            ^^^^ 💡 warning: Auth has EnableSimpleResponses, but its payload format is 1.0, with which the function must answer with an IAM policy; a plain isAuthorized is for 2.0. Set AuthorizerPayloadFormatVersion to 2.0, or EnableSimpleResponses to false.
`),
  ));

test("the format as a number, in Japanese", () =>
  checkRule(
    apigwv2SimpleResponsesFormat,
    authorizer(`      AuthorizerPayloadFormatVersion: 1.0
      EnableSimpleResponses: 'true'
#                            ^^^^^^ 💡 warning: Auth は EnableSimpleResponses が有効なのに、…
`),
    { messages: "ja" },
  ));

test.each([
  ["format 2.0", "      AuthorizerPayloadFormatVersion: '2.0'\n      EnableSimpleResponses: true\n"],
  ["policies", "      AuthorizerPayloadFormatVersion: '1.0'\n      EnableSimpleResponses: false\n"],
  ["the default", "      AuthorizerPayloadFormatVersion: '1.0'\n"],
  ["no format", "      EnableSimpleResponses: true\n"],
])("%s", (_, properties) => checkRule(apigwv2SimpleResponsesFormat, authorizer(properties)));

test("an unknown format, and cases that exclude each other", () => {
  checkRule(
    apigwv2SimpleResponsesFormat,
    authorizer(
      "      AuthorizerPayloadFormatVersion: !Ref Format\n      EnableSimpleResponses: true\n",
      "Parameters:\n  Format: { Type: String }\n",
    ),
  );
  checkRule(
    apigwv2SimpleResponsesFormat,
    authorizer(
      "      AuthorizerPayloadFormatVersion: !If [Prod, '2.0', '1.0']\n      EnableSimpleResponses: !If [Prod, true, !Ref AWS::NoValue]\n",
      conditions,
    ),
  );
});

test("by default", () =>
  checkRule(
    apigwv2SimpleResponsesFormat,
    authorizer(
      `      AuthorizerPayloadFormatVersion: !Ref Format
      EnableSimpleResponses: true
#                            ^^^^ 💡 warning: With the default of Format (1.0), Auth has EnableSimpleResponses…
`,
      "Parameters:\n  Format: { Type: String, Default: '1.0' }\n",
    ),
  ));

test("takes the newer format, or policies", () => {
  const before = authorizer("      AuthorizerPayloadFormatVersion: '1.0'\n      EnableSimpleResponses: true # fast\n");
  checkFix(apigwv2SimpleResponsesFormat, before, before.replace("'1.0'", "'2.0'"));
  checkFix(apigwv2SimpleResponsesFormat, before, before.replace("true # fast", "false # fast"), { title: "Let Auth" });
});

test("in JSON", () => {
  const json =
    '{ "Resources": { "A": { "Type": "AWS::ApiGatewayV2::Authorizer", "Properties": { "AuthorizerType": "REQUEST", "AuthorizerPayloadFormatVersion": "1.0", "EnableSimpleResponses": true } } } }';
  checkFix(apigwv2SimpleResponsesFormat, json, json.replace('"1.0"', '"2.0"'));
});

test("a CDK program", () =>
  checkRule(
    apigwv2SimpleResponsesFormat,
    typescript(
      `new apigatewayv2.CfnAuthorizer(this, 'Auth', { apiId: 'a', name: 'n', authorizerType: 'REQUEST', authorizerPayloadFormatVersion: '1.0', enableSimpleResponses: true });
//                                                                                                                                                             ^^^^ 💡 warning: Auth has EnableSimpleResponses…`,
      ["apigatewayv2"],
    ),
  ));
