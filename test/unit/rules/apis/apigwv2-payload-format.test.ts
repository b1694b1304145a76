import { test } from "vitest";
import { apigwv2PayloadFormat } from "../../../../server/src/rules/apis/apigwv2-payload-format.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("no format towards a function", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
#                      ^^^^^^^^^ 💡 error: Call has no PayloadFormatVersion, which HTTP APIs require on every integration. Set 2.0 (the newer format) or 1.0.
`,
  ));

test("no format towards a server, in Japanese", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
#                      ^^^^^^^^^^ 💡 error: Call に PayloadFormatVersion がない。HTTP API ではどの統合にも必要なので、1.0 を指定すること。
`,
    { messages: "ja" },
  ));

test("2.0 towards a server", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: '2.0'
#                           ^^^^^ 💡 error: Call asks for payload format 2.0, but an HTTP integration takes 1.0 only. The stack will fail. Set PayloadFormatVersion to 1.0.
`,
  ));

test("2.0 towards a service of AWS", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      IntegrationSubtype: SQS-SendMessage
      PayloadFormatVersion: '2.0'
#                           ^^^^^ 💡 error: Call asks for payload format 2.0, but an integration with an AWS service takes 1.0 only…
`,
  ));

test("formats that fit", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      PayloadFormatVersion: '2.0'
  B:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: 1.0
`,
  ));

test("a WebSocket API, and an API elsewhere", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: WEBSOCKET } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
  Other: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !ImportValue Api, IntegrationType: HTTP_PROXY } }
`,
  ));

test("a SAM API", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  Api: { Type: AWS::Serverless::HttpApi }
  Call: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Api, IntegrationType: HTTP_PROXY } }
#                                                                                               ^^^^^^^^^^ 💡 error: Call has no PayloadFormatVersion…
`,
  ));

test("an unknown type or format, and a default", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Parameters:
  Unknown: { Type: String }
  Format: { Type: String, Default: "2.0" }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: !Ref Unknown
  A:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: !Ref Unknown
  B:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: !Ref Format
#                           ^^^^^^^^^^^ 💡 warning: With the default of Format (2.0), B asks for payload format 2.0…
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: !If [Prod, AWS_PROXY, HTTP_PROXY]
      PayloadFormatVersion: !If [Prod, '2.0', '1.0']
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwv2PayloadFormat,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: !If [Prod, '2.0', '1.0']
#                                      ^^^^^ 💡 error: When Prod is true: Call asks for payload format 2.0…
`,
  ));

test("takes the newer format", () =>
  checkFix(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
`,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      PayloadFormatVersion: "2.0"
`,
  ));

test("or the older one", () =>
  checkFix(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
`,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      PayloadFormatVersion: "1.0"
`,
    { title: "Set PayloadFormatVersion of Call to 1.0" },
  ));

test("goes back to 1.0", () =>
  checkFix(
    apigwv2PayloadFormat,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: '2.0'
`,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      PayloadFormatVersion: '1.0'
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwv2PayloadFormat,
    typescript(
      `const api = new apigatewayv2.CfnApi(this, 'Api', { name: 'a', protocolType: 'HTTP' });
new apigatewayv2.CfnIntegration(this, 'Call', { apiId: api.ref, integrationType: 'HTTP_PROXY', payloadFormatVersion: '2.0' });
//                                                                                                                   ^^^^^ 💡 error: Call asks for payload format 2.0…`,
      ["apigatewayv2"],
    ),
  ));
