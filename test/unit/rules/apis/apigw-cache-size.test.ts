import { test } from "vitest";
import { apigwCacheSize } from "../../../../server/src/rules/apis/apigw-cache-size.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("1 GB is no size", () =>
  checkRule(
    apigwCacheSize,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: '1'
#                       ^^^ 💡 error: Stage asks for a cache of 1 GB, a size that API Gateway does not have, so the stack will fail. The sizes are 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 and 237: take 1.6.
`,
  ));

test("beyond the largest, as a number, in Japanese", () =>
  checkRule(
    apigwCacheSize,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: 512
#                       ^^^ 💡 error: Stage のキャッシュ容量 512 GB は API Gateway にないサイズで、作成は失敗する。選べるのは 0.5、1.6、6.1、13.5、28.4、58.2、118、237 なので、237 にすること。
`,
    { messages: "ja" },
  ));

test("every size that there is, as text or number", () =>
  checkRule(
    apigwCacheSize,
    `
Resources:
  S0: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: '0.5' } }
  S1: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: 0.5 } }
  S2: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: '1.6' } }
  S3: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: 6.1 } }
  S4: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: 13.5 } }
  S5: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: 28.4 } }
  S6: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: '58.2' } }
  S7: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: 118 } }
  S8: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true, CacheClusterSize: 237 } }
`,
  ));

test("an unknown size, and none", () =>
  checkRule(
    apigwCacheSize,
    `
Parameters:
  Size: { Type: String }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: !Ref Size
  Other: { Type: AWS::ApiGateway::Stage, Properties: { CacheClusterEnabled: true } }
`,
  ));

test("a default is a warning", () =>
  checkRule(
    apigwCacheSize,
    `
Parameters:
  Size: { Type: String, Default: 1 }
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: !Ref Size
#                       ^^^^^^^^^ 💡 warning: With the default of Size (1), Stage asks for a cache of 1 GB…
`,
  ));

test("only the wrong branch", () =>
  checkRule(
    apigwCacheSize,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: !If [Prod, '2', '0.5']
#                                  ^^^ 💡 error: When Prod is true: Stage asks for a cache of 2 GB…
`,
  ));

test("the stage that a deployment makes", () =>
  checkRule(
    apigwCacheSize,
    `
Resources:
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: api-1
      StageName: prod
      StageDescription:
        CacheClusterSize: '5'
#                         ^^^ 💡 error: Deployment asks for a cache of 5 GB…
`,
  ));

test("takes the next size", () =>
  checkFix(
    apigwCacheSize,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: '5'
`,
    `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: api-1
      CacheClusterEnabled: true
      CacheClusterSize: '6.1'
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwCacheSize,
    typescript(
      `new apigateway.CfnStage(this, 'Stage', { restApiId: 'a', cacheClusterSize: '1' });
//                                                                         ^^^ 💡 error: Stage asks for a cache of 1 GB…`,
      ["apigateway"],
    ),
  ));

test("in TypeScript", () =>
  checkFix(
    apigwCacheSize,
    typescript(`new apigateway.CfnStage(this, 'Stage', { restApiId: 'a', cacheClusterSize: '1' });`, ["apigateway"]),
    typescript(`new apigateway.CfnStage(this, 'Stage', { restApiId: 'a', cacheClusterSize: '1.6' });`, ["apigateway"]),
  ));
