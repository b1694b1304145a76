import { expect, test } from "vitest";
import { apigwv2CorsStarCredentials } from "../../../../server/src/rules/apis/apigwv2-cors-star-credentials.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("every origin with credentials", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ['*']
#                      ^^^ 💡 error: Api allows credentials from every origin (*), which API Gateway refuses, so the stack will fail. List the origins that may send cookies, or set AllowCredentials to false.
        AllowCredentials: true
`,
  ));

test("among others, in Japanese", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: [https://example.com, '*']
#                                           ^^^ 💡 error: Api の CORS は、すべてのオリジン (*) に資格情報の送信を許可している…
        AllowCredentials: "true"
`,
    { messages: "ja" },
  ));

test("a SAM API", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: { AllowCredentials: true, AllowOrigins: ['*'] }
#                                                                 ^^^ 💡 error: Api allows credentials…
  Other: { Type: AWS::Serverless::HttpApi, Properties: { CorsConfiguration: true } }
`,
  ));

test("points at the credentials", () =>
  expect(
    relatedPlaces(
      apigwv2CorsStarCredentials,
      `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ['*']
        AllowCredentials: true
`,
    ),
  ).toEqual(['9:27 "true": Credentials are allowed here']));

test("one of the two, and all origins of a scheme", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ['*']
        AllowCredentials: false
  B:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: [https://*]
        AllowCredentials: true
  C: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP, CorsConfiguration: { AllowOrigins: ['*'] } } }
`,
  ));

test("what nobody knows, and a default", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Parameters:
  Unknown: { Type: String }
  Origin: { Type: String, Default: "*" }
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: [!Ref Unknown]
        AllowCredentials: true
  B:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: [!Ref Origin]
#                      ^^^^^^^^^^^ 💡 warning: With the default of Origin (*), B allows credentials…
        AllowCredentials: true
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: [!If [Prod, https://example.com, '*']]
        AllowCredentials: !If [Prod, true, false]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: [!If [Prod, https://example.com, '*']]
#                                                      ^^^ 💡 error: When Prod is false: Api allows credentials…
        AllowCredentials: true
`,
  ));

test("does without credentials", () =>
  checkFix(
    apigwv2CorsStarCredentials,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ['*']
        AllowCredentials: true
`,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ['*']
        AllowCredentials: false
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwv2CorsStarCredentials,
    typescript(
      `new apigatewayv2.CfnApi(this, 'Api', { name: 'a', protocolType: 'HTTP', corsConfiguration: { allowCredentials: true, allowOrigins: ['*'] } });
//                                                                                                                                  ^^^ 💡 error: Api allows credentials…`,
      ["apigatewayv2"],
    ),
  ));
