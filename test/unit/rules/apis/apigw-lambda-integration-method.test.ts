import { test } from "vitest";
import { apigwLambdaIntegrationMethod } from "../../../../server/src/rules/apis/apigw-lambda-integration-method.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("GET", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: GET
#                              ^^^ 💡 error: List calls its Lambda function with GET, but Lambda is invoked by POST only, whatever the client's method is. The stack is made and the calls fail. Set IntegrationHttpMethod to POST.
`,
  ));

test("ANY on a joined URI, in Japanese", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS
        Uri: !Join ['', ['arn:aws:apigateway:', !Ref AWS::Region, ':lambda:path/2015-03-31/functions/', !GetAtt Fn.Arn, '/invocations']]
        IntegrationHttpMethod: ANY
#                              ^^^ 💡 error: List は Lambda 関数を ANY で呼び出す…
`,
    { messages: "ja" },
  ));

test("JSON", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    `
{
  "Resources": {
    "List": {
      "Type": "AWS::ApiGateway::Method",
      "Properties": {
        "Integration": {
          "Type": "AWS_PROXY",
          "Uri": { "Fn::Sub": "arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations" },
          "IntegrationHttpMethod": "PUT"
//                                 ^^^^^ 💡 error: List calls its Lambda function with PUT…
        }
      }
    }
  }
}
`,
  ));

test("POST", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: POST
`,
  ));

test("another service, another type, and a URI that nobody can read", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    `
Parameters:
  Uri: { Type: String }
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:s3:path/bucket
        IntegrationHttpMethod: GET
  Other:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: HTTP_PROXY
        Uri: https://example.com/lambda:path/
        IntegrationHttpMethod: GET
  Third:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Ref Uri
        IntegrationHttpMethod: GET
`,
  ));

test("branches that exclude each other", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
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
        Type: !If [Prod, AWS_PROXY, HTTP_PROXY]
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: !If [Prod, POST, GET]
`,
  ));

test("an unknown method, and a default", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    `
Parameters:
  Unknown: { Type: String }
  Verb: { Type: String, Default: GET }
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: !Ref Unknown
  Other:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: !Ref Verb
#                              ^^^^^^^^^ 💡 warning: With the default of Verb (GET), Other calls its Lambda function with GET…
`,
  ));

test("calls with POST", () =>
  checkFix(
    apigwLambdaIntegrationMethod,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: GET
`,
    `
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
        IntegrationHttpMethod: POST
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwLambdaIntegrationMethod,
    typescript(
      `new apigateway.CfnMethod(this, 'List', { httpMethod: 'GET', integration: { type: 'AWS_PROXY', uri: \`arn:aws:apigateway:\${this.region}:lambda:path/2015-03-31/functions/\${fn}/invocations\`, integrationHttpMethod: 'GET' } });
//                                                                                                                                                                                                                ^^^^^ 💡 error: List calls its Lambda function with GET…`,
      ["apigateway"],
    ),
  ));
