import { test } from "vitest";
import { apigwAuthorizerMissing } from "../../../../server/src/rules/apis/apigw-authorizer-missing.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("CUSTOM without an authorizer", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: CUSTOM
#                        ^^^^^^ error: List is to be authorized by CUSTOM but names no authorizer, which API Gateway refuses, so the stack will fail. Set AuthorizerId, or another AuthorizationType.
`,
  ));

test("an authorizer that is never asked", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: NONE
      AuthorizerId: !Ref Authorizer
#                   ^^^^^^^^^^^^^^^ 💡 error: List names an authorizer, but AuthorizationType NONE never asks one. AuthorizerId belongs with CUSTOM (Lambda) or COGNITO_USER_POOLS: set that type, or remove AuthorizerId.
`,
  ));

test("both in Japanese", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: COGNITO_USER_POOLS
#                        ^^^^^^^^^^^^^^^^^^ error: List の AuthorizationType は COGNITO_USER_POOLS だが、オーソライザーの指定がない…
  Other:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: AWS_IAM
      AuthorizerId: !Ref Authorizer
#                   ^^^^^^^^^^^^^^^ 💡 error: Other にはオーソライザーの指定があるが、AuthorizationType が AWS_IAM では使われない…
`,
    { messages: "ja" },
  ));

test("type and authorizer together, or neither", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: CUSTOM
      AuthorizerId: !ImportValue Authorizer
  Other:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: NONE
`,
  ));

test("an unknown type, an empty id, and a switch", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Parameters:
  Unknown: { Type: String }
  Id: { Type: String, Default: "" }
  Auth: { Type: String, Default: NONE }
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: !Ref Unknown
  B:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: NONE
      AuthorizerId: !Ref Id
  C:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: !Ref Auth
      AuthorizerId: !Ref Authorizer
`,
  ));

test("a default is a warning", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Parameters:
  Auth: { Type: String, Default: CUSTOM }
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: !Ref Auth
#                        ^^^^^^^^^ warning: With the default of Auth (CUSTOM), List is to be authorized by CUSTOM…
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: !If [Prod, CUSTOM, NONE]
      AuthorizerId: !If [Prod, !Ref Authorizer, !Ref AWS::NoValue]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwAuthorizerMissing,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: CUSTOM
#                        ^^^^^^ error: When Prod is false: List is to be authorized by CUSTOM…
      AuthorizerId: !If [Prod, !Ref Authorizer, !Ref AWS::NoValue]
`,
  ));

test("names the one authorizer of the API", () =>
  checkFix(
    apigwAuthorizerMissing,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: REQUEST, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      AuthorizationType: CUSTOM
`,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: REQUEST, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Authorizer
`,
  ));

test("none of another kind", () =>
  checkNoFix(
    apigwAuthorizerMissing,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      AuthorizationType: CUSTOM
`,
  ));

test("asks the authorizer that stands there", () =>
  checkFix(
    apigwAuthorizerMissing,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: NONE
      AuthorizerId: !Ref Authorizer
`,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Authorizer
`,
  ));

test("or does without", () =>
  checkFix(
    apigwAuthorizerMissing,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: NONE
      AuthorizerId: !Ref Authorizer
`,
    `
Resources:
  Authorizer: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: api-1, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: api-1
      AuthorizationType: NONE
`,
    { title: "Remove AuthorizerId" },
  ));

test("a CDK program", () =>
  checkRule(
    apigwAuthorizerMissing,
    typescript(
      `new apigateway.CfnMethod(this, 'List', { httpMethod: 'GET', resourceId: 'r', restApiId: 'a', authorizationType: 'CUSTOM' });
//                                                                                                              ^^^^^^^^ error: List is to be authorized by CUSTOM…`,
      ["apigateway"],
    ),
  ));
