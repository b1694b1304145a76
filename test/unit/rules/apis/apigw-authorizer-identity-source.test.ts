import { test } from "vitest";
import { apigwAuthorizerIdentitySource } from "../../../../server/src/rules/apis/apigw-authorizer-identity-source.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a token from nowhere", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
#           ^^^^^ 💡 error: Authorizer is a TOKEN authorizer but does not say which header brings the token, so the stack will fail. Set IdentitySource, usually method.request.header.Authorization.
`,
  ));

test("a token from two headers", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: method.request.header.A, method.request.header.B
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Authorizer is a TOKEN authorizer, which takes its token from exactly one header, not from method.request.header.A, method.request.header.B. The stack will fail. Write method.request.header.<name>, or take a REQUEST authorizer for several sources.
`,
  ));

test("a query string, for a user pool, in Japanese", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.querystring.token
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Authorizer は COGNITO_USER_POOLS オーソライザーで…
`,
    { messages: "ja" },
  ));

test("a cache without a key", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
#           ^^^^^^^ error: Authorizer caches its results for 300 seconds but has no identity source to keep callers apart, so the stack will fail. Set IdentitySource, or AuthorizerResultTtlInSeconds to 0.
`,
  ));

test("a cache without a key, by its own time", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
#           ^^^^^^^ error: Authorizer caches its results for 60 seconds…
      AuthorizerResultTtlInSeconds: 60
`,
  ));

test("a cache that lives too long", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: method.request.header.Authorization
      AuthorizerResultTtlInSeconds: 7200
#                                   ^^^^ 💡 error: Authorizer caches its results for 7200 seconds, but the range is 0 (no caching) to 3600. The stack will fail. Set AuthorizerResultTtlInSeconds within it.
`,
  ));

test("what fits", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: method.request.header.X-Token
      AuthorizerResultTtlInSeconds: 3600
  A:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
      IdentitySource: method.request.header.A, context.httpMethod
  B:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
      AuthorizerResultTtlInSeconds: 0
  C:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
`,
  ));

test("what nobody knows", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Parameters:
  Unknown: { Type: String }
  Empty: { Type: String, Default: "" }
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: !Ref Unknown
  A:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: !Sub method.request.header.\${Unknown}
  B:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: !Ref Empty
  C:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
      AuthorizerResultTtlInSeconds: !Ref Unknown
`,
  ));

test("a default is a warning", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Parameters:
  Source: { Type: String, Default: Authorization }
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: !Ref Source
#                     ^^^^^^^^^^^ warning: With the default of Source (Authorization), Authorizer is a TOKEN authorizer…
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: !If [Prod, TOKEN, REQUEST]
      IdentitySource: !If [Prod, method.request.header.Authorization, !Ref AWS::NoValue]
      AuthorizerResultTtlInSeconds: !If [Prod, 300, 0]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
#           ^^^^^^^ error: When Prod is true: Authorizer caches its results for 300 seconds…
      AuthorizerResultTtlInSeconds: !If [Prod, 300, 0]
`,
  ));

test("takes the usual header", () =>
  checkFix(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
`,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: TOKEN
      IdentitySource: method.request.header.Authorization
`,
  ));

test("sets the longest time", () =>
  checkFix(
    apigwAuthorizerIdentitySource,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
      IdentitySource: context.path
      AuthorizerResultTtlInSeconds: 7200
`,
    `
Resources:
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: api-1
      Name: a
      Type: REQUEST
      IdentitySource: context.path
      AuthorizerResultTtlInSeconds: 3600
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwAuthorizerIdentitySource,
    typescript(
      `new apigateway.CfnAuthorizer(this, 'Authorizer', { name: 'a', restApiId: 'a', type: 'TOKEN' });
//                                                                                  ^^^^^^^ 💡 error: Authorizer is a TOKEN authorizer…`,
      ["apigateway"],
    ),
  ));
