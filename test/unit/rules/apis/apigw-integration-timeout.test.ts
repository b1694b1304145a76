import { test } from "vitest";
import { apigwIntegrationTimeout } from "../../../../server/src/rules/apis/apigw-integration-timeout.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("more than an edge-optimized API waits", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 60000
#                        ^^^^^ 💡 error: List waits 60000 ms for its integration, but an edge-optimized REST API waits 29000 ms at most. The stack will fail. Set TimeoutInMillis to 29000 or less, and move longer work to a queue or Step Functions.
`,
  ));

test("seconds instead of milliseconds, in Japanese", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 29
#                        ^^ 💡 error: List の統合タイムアウト 29 ミリ秒は、エッジ最適化 REST API の下限 50 ミリ秒より短く…
`,
    { messages: "ja" },
  ));

test("the bounds themselves", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 29000
  Api2:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
  List2:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 50
`,
  ));

test("a Regional API may have a raised quota", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
      EndpointConfiguration: { Types: [REGIONAL] }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 60000
#                        ^^^^^ 💡 warning: List waits 60000 ms for its integration, more than the 29000 ms that an account starts with. It deploys only where this quota was raised, which AWS does for Regional and private REST APIs. Otherwise stay at 29000 or less.
`,
  ));

test("but no Regional API waits 20 ms", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
      EndpointConfiguration: { Types: [REGIONAL] }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 20
#                        ^^ 💡 error: List waits 20 ms for its integration, but a REST API takes no less than 50 ms…
`,
  ));

test("an API elsewhere, and one whose type an import may set", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Parameters: { endpointConfigurationTypes: REGIONAL }, BodyS3Location: { Bucket: b, Key: k } } }
  A:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !ImportValue Api
      Integration: { Type: MOCK, TimeoutInMillis: 30000 }
#                                                 ^^^^^ 💡 warning: A waits 30000 ms…
  B:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration: { Type: MOCK, TimeoutInMillis: 30000 }
#                                                 ^^^^^ 💡 warning: B waits 30000 ms…
`,
  ));

test("an HTTP API", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: 30001
#                      ^^^^^ 💡 error: Call waits 30001 ms for its integration, but an HTTP API waits 30000 ms at most…
`,
  ));

test("a WebSocket API", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: 30000
#                      ^^^^^ 💡 error: Call waits 30000 ms for its integration, but a WebSocket API waits 29000 ms at most…
`,
  ));

test("an HTTP API may wait 30 seconds, and who knows what the other is", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: 30000
  Other: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !ImportValue Api, TimeoutInMillis: 30000 } }
`,
  ));

test("an API that nobody knows", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Resources:
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !ImportValue Api
      TimeoutInMillis: 45000
#                      ^^^^^ 💡 error: Call waits 45000 ms for its integration, but an HTTP or WebSocket API waits 30000 ms at most…
`,
  ));

test("an unknown timeout, and a default", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Parameters:
  Unknown: { Type: Number }
  Time: { Type: Number, Default: 40000 }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: !Ref Unknown
  Other:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: !Ref Time
#                      ^^^^^^^^^ 💡 warning: With the default of Time (40000), Other waits 40000 ms…
`,
  ));

test("branches that exclude each other", () =>
  checkRule(
    apigwIntegrationTimeout,
    `
Conditions:
  Edge: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
      EndpointConfiguration: { Types: [!If [Edge, EDGE, REGIONAL]] }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: !If [Edge, 29000, 60000]
#                                          ^^^^^ 💡 warning: When Edge is false: List waits 60000 ms…
`,
  ));

test("sets the longest", () =>
  checkFix(
    apigwIntegrationTimeout,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 60000
`,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: a
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration:
        Type: MOCK
        TimeoutInMillis: 29000
`,
  ));

test("sets the shortest", () =>
  checkFix(
    apigwIntegrationTimeout,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: 30
`,
    `
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      TimeoutInMillis: 50
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwIntegrationTimeout,
    typescript(
      `new apigatewayv2.CfnIntegration(this, 'Call', { apiId: 'a', integrationType: 'HTTP_PROXY', timeoutInMillis: 60000 });
//                                                                                                          ^^^^^ 💡 error: Call waits 60000 ms…`,
      ["apigatewayv2"],
    ),
  ));
