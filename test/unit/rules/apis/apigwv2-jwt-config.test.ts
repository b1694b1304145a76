import { expect, test } from "vitest";
import { apigwv2JwtConfig } from "../../../../server/src/rules/apis/apigwv2-jwt-config.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const authorizer = (
  properties: string,
  { protocol = "HTTP", api = "!Ref Api", before = "" } = {},
): string => `${before}Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: api, ProtocolType: ${protocol}, RouteSelectionExpression: $request.body.action } }
  Users:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: ${api}
      Name: users
${properties}
`;
const jwt = "      AuthorizerType: JWT";
const configuration = "      JwtConfiguration: { Issuer: https://example.com, Audience: [shop] }";
const source = "      IdentitySource:\n        - $request.header.Authorization";
const request = "      AuthorizerType: REQUEST\n      AuthorizerUri: !ImportValue uri";
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("JWT without its settings", () => {
  checkRule(
    apigwv2JwtConfig,
    authorizer(`      AuthorizerType: JWT
#                     ^^^ error: Users is a JWT authorizer without JwtConfiguration, so it doesn't know whose tokens to accept, and CloudFormation will fail. Give it the Issuer and the Audience of your identity provider.
${source}`),
  );
  checkRule(
    apigwv2JwtConfig,
    authorizer(`      AuthorizerType: JWT
#                     ^^^ 💡 error: Users is a JWT authorizer without IdentitySource, so it doesn't know where the token is, and CloudFormation will fail. Usually that is $request.header.Authorization.
${configuration}`),
  );
  checkNoFix(apigwv2JwtConfig, authorizer(`${jwt}\n${source}`));
});

test("a Lambda authorizer of an HTTP API, in Japanese", () =>
  checkRule(
    apigwv2JwtConfig,
    authorizer(`      AuthorizerType: REQUEST
#                     ^^^^^^^ 💡 error: Users は HTTP API Api の Lambda オーソライザーなのに、必須の AuthorizerPayloadFormatVersion がない。作成は失敗する。関数が読む形式に合わせて 2.0 か 1.0 を指定すること。
      AuthorizerUri: !ImportValue uri`),
    { messages: "ja" },
  ));

test("JWT on a WebSocket API", () =>
  checkRule(
    apigwv2JwtConfig,
    authorizer(
      `      AuthorizerType: JWT
#                     ^^^ error: Users is a JWT authorizer, but Api is a WebSocket API, and only HTTP APIs take JWT authorizers…
${configuration}
${source}`,
      { protocol: "WEBSOCKET" },
    ),
  ));

test("complete authorizers, a Lambda authorizer of a WebSocket API, an API from elsewhere, unknown settings", () => {
  const before = "Parameters: { Kind: { Type: String } }\n";
  checkRule(apigwv2JwtConfig, authorizer(`${jwt}\n${configuration}\n${source}`));
  checkRule(apigwv2JwtConfig, authorizer(`${request}\n      AuthorizerPayloadFormatVersion: '2.0'`));
  checkRule(apigwv2JwtConfig, authorizer(request, { protocol: "WEBSOCKET" }));
  checkRule(apigwv2JwtConfig, authorizer(request, { api: "!ImportValue api" }));
  checkRule(apigwv2JwtConfig, authorizer("      AuthorizerType: !Ref Kind", { before }));
  checkRule(
    apigwv2JwtConfig,
    authorizer(`${jwt}\n${configuration.replace(/\{.*/, "!Ref Kind")}\n${source}`, { before }),
  );
});

test("settings by a condition, a default type", () => {
  checkRule(
    apigwv2JwtConfig,
    authorizer(
      `      AuthorizerType: !If [Live, JWT, REQUEST]
      JwtConfiguration: !If [Live, { Issuer: https://example.com, Audience: [shop] }, !Ref AWS::NoValue]
      AuthorizerPayloadFormatVersion: !If [Live, !Ref AWS::NoValue, '2.0']
${source}`,
      { before: live },
    ),
  );
  checkRule(
    apigwv2JwtConfig,
    authorizer(
      `      AuthorizerType: !Ref Kind
#                     ^^^^^^^^^ warning: With the default of Kind (JWT), Users is a JWT authorizer without JwtConfiguration…
${source}`,
      { before: "Parameters: { Kind: { Type: String, Default: JWT } }\n" },
    ),
  );
});

test("the usual header, either format", () => {
  checkFix(apigwv2JwtConfig, authorizer(`${jwt}\n${configuration}`), authorizer(`${jwt}\n${configuration}\n${source}`));
  expect(fixTitles(apigwv2JwtConfig, authorizer(request))).toEqual([
    "Send requests in format 2.0",
    "Send requests in format 1.0",
  ]);
  checkFix(
    apigwv2JwtConfig,
    authorizer(request),
    authorizer(`${request}\n      AuthorizerPayloadFormatVersion: "2.0"`),
  );
});

test("a format in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "Api": { "Type": "AWS::ApiGatewayV2::Api", "Properties": { "Name": "api", "ProtocolType": "HTTP" } },
    "Users": {
      "Type": "AWS::ApiGatewayV2::Authorizer",
      "Properties": {
        "ApiId": { "Ref": "Api" },
        "Name": "users",
        "AuthorizerType": "REQUEST"${more}
      }
    }
  }
}
`;
  checkFix(apigwv2JwtConfig, json(""), json(',\n        "AuthorizerPayloadFormatVersion": "1.0"'), {
    title: "Send requests in format 1.0",
  });
});

test("a CDK program", () =>
  checkRule(
    apigwv2JwtConfig,
    typescript(
      `new apigatewayv2.CfnAuthorizer(this, 'Users', {
  apiId: 'api-1',
  name: 'users',
  identitySource: ['$request.header.Authorization'],
  authorizerType: 'JWT',
//                ^^^^^ error: Users is a JWT authorizer without JwtConfiguration…
});`,
      ["apigatewayv2"],
    ),
  ));
