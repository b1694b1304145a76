import { test } from "vitest";
import { appsyncAuthConfig } from "../../../../server/src/rules/apis/appsync-auth-config.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a user pool that is not named", () =>
  checkRule(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: AMAZON_COGNITO_USER_POOLS
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^ error: Api authorizes by AMAZON_COGNITO_USER_POOLS but has no UserPoolConfig, so AppSync has nothing to check callers against. Add UserPoolConfig next to AuthenticationType.
`,
  ));

test("a further way, in Japanese", () =>
  checkRule(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: AWS_IAM
      AdditionalAuthenticationProviders:
        - AuthenticationType: AWS_LAMBDA
#                             ^^^^^^^^^^ error: Api の認証方式は AWS_LAMBDA だが、その設定である LambdaAuthorizerConfig がなく…
        - AuthenticationType: OPENID_CONNECT
          OpenIDConnectConfig: { Issuer: https://example.com }
`,
    { messages: "ja" },
  ));

test("settings of another way do not count", () =>
  checkRule(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: OPENID_CONNECT
#                         ^^^^^^^^^^^^^^ error: Api authorizes by OPENID_CONNECT but has no OpenIDConnectConfig…
      UserPoolConfig: { UserPoolId: p }
`,
  ));

test("no key", () =>
  checkRule(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: API_KEY
#                         ^^^^^^^ 💡 warning: Api authorizes by API key but the template makes none, so nobody can call it yet. Add an AWS::AppSync::ApiKey, which expires after 7 days unless Expires says otherwise.
`,
  ));

test("a key, or IAM", () =>
  checkRule(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: API_KEY
  Key: { Type: AWS::AppSync::ApiKey, Properties: { ApiId: !GetAtt Api.ApiId } }
  Other:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: AWS_IAM
`,
  ));

test("a key may be elsewhere", () =>
  checkRule(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: API_KEY
Outputs:
  Id: { Value: !GetAtt Api.ApiId }
`,
  ));

test("an unknown way, and a default", () =>
  checkRule(
    appsyncAuthConfig,
    `
Parameters:
  Unknown: { Type: String }
  Auth: { Type: String, Default: AWS_LAMBDA }
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: !Ref Unknown
  Other:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: !Ref Auth
#                         ^^^^^^^^^ warning: With the default of Auth (AWS_LAMBDA), Other authorizes by AWS_LAMBDA…
`,
  ));

test("conditions that go together", () =>
  checkRule(
    appsyncAuthConfig,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: !If [Prod, AMAZON_COGNITO_USER_POOLS, API_KEY]
      UserPoolConfig: !If [Prod, { UserPoolId: p }, !Ref AWS::NoValue]
  Key: { Type: AWS::AppSync::ApiKey, Properties: { ApiId: !GetAtt Api.ApiId } }
`,
  ));

test("and that do not", () =>
  checkRule(
    appsyncAuthConfig,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: API_KEY
#                         ^^^^^^^ 💡 warning: When Prod is false: Api authorizes by API key…
  Key: { Type: AWS::AppSync::ApiKey, Condition: Prod, Properties: { ApiId: !GetAtt Api.ApiId } }
`,
  ));

test("gives an API its key, under the API's condition", () =>
  checkFix(
    appsyncAuthConfig,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  # public reads
  Api:
    Type: AWS::AppSync::GraphQLApi
    Condition: Prod
    Properties:
      Name: a
      AuthenticationType: API_KEY # for the app
`,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  # public reads
  Api:
    Type: AWS::AppSync::GraphQLApi
    Condition: Prod
    Properties:
      Name: a
      AuthenticationType: API_KEY # for the app
  ApiKey:
    Type: AWS::AppSync::ApiKey
    Condition: Prod
    Properties:
      ApiId: !GetAtt Api.ApiId
`,
    { title: "Add the API key ApiKey, valid for 7 days" },
  ));

test("makes up no pool", () =>
  checkNoFix(
    appsyncAuthConfig,
    `
Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: a
      AuthenticationType: AMAZON_COGNITO_USER_POOLS
`,
  ));

test("a CDK program", () =>
  checkRule(
    appsyncAuthConfig,
    typescript(
      `new appsync.CfnGraphQLApi(this, 'Api', { name: 'a', authenticationType: 'AWS_LAMBDA' });
//                                                                      ^^^^^^^^^^^^ error: Api authorizes by AWS_LAMBDA…`,
      ["appsync"],
    ),
  ));
