import { expect, test } from "vitest";
import { apigwCacheClusterOff } from "../../../../server/src/rules/apis/apigw-cache-cluster-off.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("no word of a cache", () =>
  checkRule(
    apigwCacheClusterOff,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
#                         ^^^^ 💡 warning: Stage lets methods use a cache (CachingEnabled) but has none, because CacheClusterEnabled is not true. Every call goes to the backend. Enable the cache cluster, which is charged by the hour, or drop CachingEnabled.
`,
  ));

test("a cache that is off, in Japanese", () =>
  checkRule(
    apigwCacheClusterOff,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: "false"
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
#                         ^^^^ 💡 warning: Stage ではメソッドのキャッシュ (CachingEnabled) が有効なのに…
`,
    { messages: "ja" },
  ));

test("points at the switch", () =>
  expect(
    relatedPlaces(
      apigwCacheClusterOff,
      `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: false
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
`,
    ),
  ).toEqual(['7:28 "false": The cache is off here']));

test("a cache that is on, or methods that use none", () =>
  checkRule(
    apigwCacheClusterOff,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
  Other:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      MethodSettings: [{ CachingEnabled: false }, { ThrottlingRateLimit: 5 }]
`,
  ));

test("a switch for some deployments says nothing", () =>
  checkRule(
    apigwCacheClusterOff,
    `
Parameters:
  Cache: { Type: String, Default: 'false' }
  Unknown: { Type: String }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  ByDefault: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: !Ref Cache, MethodSettings: [{ CachingEnabled: true }] } }
  ByUnknown: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: !Ref Unknown, MethodSettings: [{ CachingEnabled: true }] } }
  ByBranch: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: !If [Prod, true, false], MethodSettings: [{ CachingEnabled: true }] } }
  ByNoValue: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: !If [Prod, true, !Ref AWS::NoValue], MethodSettings: [{ CachingEnabled: true }] } }
`,
  ));

test("caching by a condition or by a default", () =>
  checkRule(
    apigwCacheClusterOff,
    `
Parameters:
  Cache: { Type: String, Default: 'true' }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  A:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      MethodSettings:
        - CachingEnabled: !If [Prod, true, false]
#                                    ^^^^ 💡 warning: When Prod is true: A lets methods use a cache…
        - CachingEnabled: !Ref Cache
#                         ^^^^^^^^^^ 💡 warning: With the default of Cache (true), A lets methods use a cache…
`,
  ));

test("the stage that a deployment makes, and not that of a SAM API", () =>
  checkRule(
    apigwCacheClusterOff,
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: api-1
      StageDescription:
        CachingEnabled: true
#                       ^^^^ 💡 warning: Deployment lets methods use a cache…
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      MethodSettings: [{ CachingEnabled: true }]
`,
  ));

test("enables the cache", () =>
  checkFix(
    apigwCacheClusterOff,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: false
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
`,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
`,
  ));

test("adds the cache", () =>
  checkFix(
    apigwCacheClusterOff,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
`,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
          CachingEnabled: true
      CacheClusterEnabled: true
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwCacheClusterOff,
    typescript(
      `new apigateway.CfnStage(this, 'Stage', { restApiId: 'a', methodSettings: [{ cachingEnabled: true }] });
//                                                                                          ^^^^ 💡 warning: Stage lets methods use a cache…`,
      ["apigateway"],
    ),
  ));
