import { test } from "vitest";
import { apigwCacheTtlRange } from "../../../../server/src/rules/apis/apigw-cache-ttl-range.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { python, typescript } from "../../../support/programs.ts";

test("a day is too long", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: 86400
#                            ^^^^^ 💡 error: Stage caches responses for 86400 seconds, but API Gateway keeps them for 3600 at most and that quota can't be raised. The stack will fail. Set CacheTtlInSeconds to 3600 or less.
`,
  ));

test("a text and a negative number, said in Japanese", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: '3601'
#                            ^^^^^^ 💡 error: Stage のキャッシュの TTL が 3601 秒になっている…
        - CacheTtlInSeconds: -1
#                            ^^ 💡 error: Stage のキャッシュの TTL が -1 秒になっている…
`,
    { messages: "ja" },
  ));

test("the bounds themselves", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: 3600
        - CacheTtlInSeconds: 0
`,
  ));

test("the stage of a deployment and of a SAM API", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: api-1
      StageName: prod
      StageDescription:
        CacheTtlInSeconds: 4000
#                          ^^^^ 💡 error: Deployment caches responses for 4000 seconds…
        MethodSettings:
          - CacheTtlInSeconds: 5000
#                              ^^^^ 💡 error: Deployment caches responses for 5000 seconds…
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      MethodSettings:
        - CacheTtlInSeconds: 6000
#                            ^^^^ 💡 error: Api caches responses for 6000 seconds…
`,
  ));

test("an unknown TTL says nothing", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Parameters:
  Ttl: { Type: Number }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: !Ref Ttl
        - CacheTtlInSeconds: !ImportValue Ttl
`,
  ));

test("a default is a warning", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Parameters:
  Ttl: { Type: Number, Default: 7200 }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: !Ref Ttl
#                            ^^^^^^^^ 💡 warning: With the default of Ttl (7200), Stage caches responses for 7200 seconds…
`,
  ));

test("only the branch that is too long, and never a stage that cannot be", () =>
  checkRule(
    apigwCacheTtlRange,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Never: !Equals [a, b]
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: !If [Prod, 7200, 300]
#                                       ^^^^ 💡 error: When Prod is true: Stage caches responses for 7200 seconds…
  Other:
    Type: AWS::ApiGateway::Stage
    Condition: Never
    Properties:
      RestApiId: api-1
      MethodSettings: [{ CacheTtlInSeconds: 7200 }]
`,
  ));

test("sets the maximum", () =>
  checkFix(
    apigwCacheTtlRange,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: 86400
`,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: 3600
`,
  ));

test("sets the parameter's default", () =>
  checkFix(
    apigwCacheTtlRange,
    `
Parameters:
  Ttl: { Type: Number, Default: 7200 }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: !Ref Ttl
`,
    `
Parameters:
  Ttl: { Type: Number, Default: 3600 }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: !Ref Ttl
`,
  ));

test("leaves a mapping alone", () =>
  checkNoFix(
    apigwCacheTtlRange,
    `
Mappings:
  Times:
    Cache: { Ttl: 7200 }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      DeploymentId: deployment-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CacheTtlInSeconds: !FindInMap [Times, Cache, Ttl]
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwCacheTtlRange,
    typescript(
      `new apigateway.CfnStage(this, 'Stage', { restApiId: 'a', methodSettings: [{ cacheTtlInSeconds: 86400 }] });
//                                                                                             ^^^^^ 💡 error: Stage caches responses for 86400 seconds…`,
      ["apigateway"],
    ),
  ));

test("in Python", () =>
  checkFix(
    apigwCacheTtlRange,
    python(
      `apigateway.CfnStage(self, 'Stage', rest_api_id='a', method_settings=[apigateway.CfnStage.MethodSettingProperty(cache_ttl_in_seconds=86400)])`,
      ["apigateway"],
    ),
    python(
      `apigateway.CfnStage(self, 'Stage', rest_api_id='a', method_settings=[apigateway.CfnStage.MethodSettingProperty(cache_ttl_in_seconds=3600)])`,
      ["apigateway"],
    ),
  ));
