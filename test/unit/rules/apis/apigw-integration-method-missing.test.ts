import { test } from "vitest";
import { apigwIntegrationMethodMissing } from "../../../../server/src/rules/apis/apigw-integration-method-missing.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a function", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
#             ^^^^^^^^^ 💡 error: List has an integration of type AWS_PROXY without IntegrationHttpMethod, which all types but MOCK require. A Lambda function is called with POST.
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
`,
  ));

test("a server, in Japanese", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: HTTP
#             ^^^^ error: List の HTTP 統合に IntegrationHttpMethod がない。MOCK 以外の統合では必須。バックエンドが受け付けるメソッドを指定すること。
        Uri: https://example.com
`,
    { messages: "ja" },
  ));

test("a mock, and a method", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: MOCK
        Uri: x
  B:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: HTTP
        Uri: x
        IntegrationHttpMethod: !ImportValue Method
`,
  ));

test("an unknown type, and a default", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    `
Parameters:
  Unknown: { Type: String }
  Kind: { Type: String, Default: HTTP }
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: !Ref Unknown
        Uri: x
  B:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: !Ref Kind
#             ^^^^^^^^^ warning: With the default of Kind (HTTP), B has an integration of type HTTP…
        Uri: x
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: !If [Prod, HTTP, MOCK]
        Uri: x
        IntegrationHttpMethod: !If [Prod, GET, !Ref AWS::NoValue]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: HTTP
#             ^^^^ error: When Prod is false: List has an integration of type HTTP…
        Uri: x
        IntegrationHttpMethod: !If [Prod, GET, !Ref AWS::NoValue]
`,
  ));

test("calls the function with POST", () =>
  checkFix(
    apigwIntegrationMethodMissing,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
`,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: POST
`,
  ));

test("does not guess what a server wants", () =>
  checkNoFix(
    apigwIntegrationMethodMissing,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: HTTP_PROXY
        Uri: https://example.com
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwIntegrationMethodMissing,
    typescript(
      `new apigateway.CfnMethod(this, 'List', { httpMethod: 'GET', resourceId: 'r', restApiId: 'a', integration: { type: 'HTTP_PROXY', uri: 'https://example.com' } });
//                                                                                                                ^^^^^^^^^^^^ error: List has an integration of type HTTP_PROXY…`,
      ["apigateway"],
    ),
  ));
