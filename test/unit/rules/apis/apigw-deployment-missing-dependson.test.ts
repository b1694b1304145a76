import { expect, test } from "vitest";
import { apigwDeploymentMissingDependson } from "../../../../server/src/rules/apis/apigw-deployment-missing-dependson.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("no method at all", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Deployment does not wait for any method of Api. CloudFormation may deploy first and fail with "The REST API doesn't contain any methods". Add DependsOn: Get and Post.
    Properties:
      RestApiId: !Ref Api
`,
  ));

test("some of them, in Japanese", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Deployment は Api のメソッドのうち Post を待たない…
    DependsOn: Get
    Properties:
      RestApiId: !Ref Api
`,
    { messages: "ja" },
  ));

test("points at the methods", () =>
  expect(
    relatedPlaces(
      apigwDeploymentMissingDependson,
      `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: Get
    Properties:
      RestApiId: !Ref Api
`,
    ),
  ).toEqual(['5:3 "Post": A method']));

test("all of them, also through one another", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: [Get, Post]
    Properties:
      RestApiId: !Ref Api
  Other:
    Type: AWS::ApiGateway::Deployment
    DependsOn: Last
    Properties:
      RestApiId: !Ref Api
  Last:
    Type: AWS::CloudFormation::WaitConditionHandle
    DependsOn: [Get, Post]
`,
  ));

test("an API that brings its methods, one elsewhere, and one without methods", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a, Body: { paths: {} } } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref Api
  Elsewhere: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !ImportValue Api } }
  Empty: { Type: AWS::ApiGateway::RestApi, Properties: { Name: b } }
  OfEmpty: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Empty } }
`,
  ));

test("loops may bring what is missing", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList }
Resources:
  Fn::ForEach::More:
    - Name
    - !Ref Names
    - Method\${Name}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref Api
`,
  ));

test("methods of another condition", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Condition: Dev, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Condition: Prod, Properties: { RestApiId: !Ref Api } }
`,
  ));

test("a method under a condition", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Condition: Prod, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: When Prod is true: Deployment does not wait for any method of Api…
`,
  ));

test("waits for all", () =>
  checkFix(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref Api
`,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: [Get, Post]
    Properties:
      RestApiId: !Ref Api
`,
  ));

test("waits for the rest", () =>
  checkFix(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: Get
    Properties:
      RestApiId: !Ref Api
`,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !GetAtt Api.RestApiId, HttpMethod: POST } }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: [Get, Post]
    Properties:
      RestApiId: !Ref Api
`,
  ));

test("not where a method waits for the deployment", () =>
  checkNoFix(
    apigwDeploymentMissingDependson,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, DependsOn: Deployment, Properties: { RestApiId: !Ref Api, HttpMethod: GET } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    typescript(
      `const api = new apigateway.CfnRestApi(this, 'Api', { name: 'a' });
new apigateway.CfnMethod(this, 'Get', { restApiId: api.ref, resourceId: api.attrRootResourceId, httpMethod: 'GET' });
new apigateway.CfnDeployment(this, 'Deployment', { restApiId: api.ref });
//  ^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Deployment does not wait for any method of Api…`,
      ["apigateway"],
    ),
  ));

test("a CDK program that waits", () =>
  checkRule(
    apigwDeploymentMissingDependson,
    typescript(
      `const api = new apigateway.CfnRestApi(this, 'Api', { name: 'a' });
const get = new apigateway.CfnMethod(this, 'Get', { restApiId: api.ref, resourceId: api.attrRootResourceId, httpMethod: 'GET' });
const deployment = new apigateway.CfnDeployment(this, 'Deployment', { restApiId: api.ref });
deployment.addDependency(get);`,
      ["apigateway"],
    ),
  ));
