import { test } from "vitest";
import { apigwv2RouteSelection } from "../../../../server/src/rules/apis/apigwv2-route-selection.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("no expression", () =>
  checkRule(
    apigwv2RouteSelection,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: WEBSOCKET
#                   ^^^^^^^^^ 💡 error: Api is a WebSocket API but does not say which part of a message chooses the route, so the stack will fail. Set RouteSelectionExpression, usually $request.body.action.
`,
  ));

test("said in Japanese", () =>
  checkRule(
    apigwv2RouteSelection,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: WEBSOCKET
#                   ^^^^^^^^^ 💡 error: Api は WebSocket API だが、メッセージのどの部分でルートを選ぶかの指定がなく…
`,
    { messages: "ja" },
  ));

test("an expression, and an HTTP API", () =>
  checkRule(
    apigwv2RouteSelection,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
  Other:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: HTTP
`,
  ));

test("an unknown protocol, and a default", () =>
  checkRule(
    apigwv2RouteSelection,
    `
Parameters:
  Unknown: { Type: String }
  Protocol: { Type: String, Default: WEBSOCKET }
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: !Ref Unknown
  Other:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: !Ref Protocol
#                   ^^^^^^^^^^^^^ 💡 warning: With the default of Protocol (WEBSOCKET), Other is a WebSocket API…
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwv2RouteSelection,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: !If [Prod, WEBSOCKET, HTTP]
      RouteSelectionExpression: !If [Prod, $request.body.action, !Ref AWS::NoValue]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwv2RouteSelection,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: WEBSOCKET
#                   ^^^^^^^^^ 💡 error: When Prod is false: Api is a WebSocket API…
      RouteSelectionExpression: !If [Prod, $request.body.action, !Ref AWS::NoValue]
`,
  ));

test("routes by the action", () =>
  checkFix(
    apigwv2RouteSelection,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: WEBSOCKET
`,
    `
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwv2RouteSelection,
    typescript(
      `new apigatewayv2.CfnApi(this, 'Api', { name: 'a', protocolType: 'WEBSOCKET' });
//                                                              ^^^^^^^^^^^ 💡 error: Api is a WebSocket API…`,
      ["apigatewayv2"],
    ),
  ));
