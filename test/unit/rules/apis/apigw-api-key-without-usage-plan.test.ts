import { test } from "vitest";
import { apigwApiKeyWithoutUsagePlan } from "../../../../server/src/rules/apis/apigw-api-key-without-usage-plan.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("no plan", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: true
#                     ^^^^ 💡 warning: Get requires an API key, but no usage plan covers a stage of Api, so no key is valid there and every call gets 403 Forbidden. Add an AWS::ApiGateway::UsagePlan with the stage in ApiStages, and a UsagePlanKey for each key.
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
`,
  ));

test("a plan for another API, and the stage of a deployment, in Japanese", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: "true"
#                     ^^^^^^ warning: Get は API キーを必須にしているが、Api のステージを含む使用量プランがない…
  Deployment: { Type: AWS::ApiGateway::Deployment, DependsOn: Get, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, Properties: { ApiStages: [{ ApiId: other, Stage: prod }] } }
`,
    { messages: "ja" },
  ));

test("a plan", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: true
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, Properties: { ApiStages: [{ ApiId: !Ref Api, Stage: prod }] } }
`,
  ));

test("keys that nobody asks for", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: false
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
`,
  ));

test("stages elsewhere, an API that is handed on, and a plan that nobody can read", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: true
  ApiB: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  GetB:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref ApiB
      ApiKeyRequired: true
  StageB: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref ApiB, StageName: prod } }
Outputs:
  Api: { Value: !Ref ApiB }
`,
  ));

test("a plan whose stages are not known", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Parameters:
  Stages: { Type: String }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: true
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, Properties: { ApiStages: !Ref Stages } }
`,
  ));

test("an unknown switch, and a default", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Parameters:
  Unknown: { Type: String }
  Keys: { Type: String, Default: "true" }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: !Ref Unknown
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Put:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: !Ref Keys
#                     ^^^^^^^^^ 💡 warning: With the default of Keys (true), Put requires an API key…
`,
  ));

test("a plan that comes with the key", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: !If [Prod, true, false]
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, Condition: Prod, Properties: { ApiStages: [{ ApiId: !Ref Api, Stage: prod }] } }
`,
  ));

test("and one that does not", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ApiKeyRequired: true
#                     ^^^^ 💡 warning: When Prod is false: Get requires an API key…
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: prod } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, Condition: Prod, Properties: { ApiStages: [{ ApiId: !Ref Api, Stage: prod }] } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    typescript(
      `const api = new apigateway.CfnRestApi(this, 'Api', { name: 'a' });
new apigateway.CfnStage(this, 'Stage', { restApiId: api.ref, stageName: 'prod' });
new apigateway.CfnMethod(this, 'Get', { restApiId: api.ref, resourceId: 'r', httpMethod: 'GET', apiKeyRequired: true });
//                                                                                                              ^^^^ warning: Get requires an API key…`,
      ["apigateway"],
    ),
  ));

test("a CDK program whose constructs are not all read", () =>
  checkRule(
    apigwApiKeyWithoutUsagePlan,
    typescript(
      `const api = new apigateway.CfnRestApi(this, 'Api', { name: 'a' });
new apigateway.CfnStage(this, 'Stage', { restApiId: api.ref, stageName: 'prod' });
new apigateway.CfnMethod(this, 'Get', { restApiId: api.ref, resourceId: 'r', httpMethod: 'GET', apiKeyRequired: true });
new Plans(this, 'Plans', { api });`,
      ["apigateway"],
    ),
  ));

test("makes a plan for the one stage, and a key in it", () =>
  checkFix(
    apigwApiKeyWithoutUsagePlan,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ApiKeyRequired: true } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      StageName: prod
`,
    `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ApiKeyRequired: true } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      StageName: prod
  ApiUsagePlan:
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      ApiStages:
        - ApiId: !Ref Api
          Stage: !Ref Stage
  ApiApiKey:
    Type: AWS::ApiGateway::ApiKey
    Properties:
      Enabled: true
  ApiUsagePlanKey:
    Type: AWS::ApiGateway::UsagePlanKey
    Properties:
      KeyId: !Ref ApiApiKey
      KeyType: API_KEY
      UsagePlanId: !Ref ApiUsagePlan
`,
  ));
