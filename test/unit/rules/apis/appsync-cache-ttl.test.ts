import { test } from "vitest";
import { appsyncCacheTtl } from "../../../../server/src/rules/apis/appsync-cache-ttl.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a day", () =>
  checkRule(
    appsyncCacheTtl,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 86400
#          ^^^^^ 💡 error: Cache caches for 86400 seconds, but AppSync takes 1 to 3600. The stack will fail. Set Ttl within that range.
`,
  ));

test("0, in Japanese", () =>
  checkRule(
    appsyncCacheTtl,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 0
#          ^ 💡 error: Cache のキャッシュの TTL が 0 秒になっている…
`,
    { messages: "ja" },
  ));

test("a resolver", () =>
  checkRule(
    appsyncCacheTtl,
    `
Resources:
  Resolver:
    Type: AWS::AppSync::Resolver
    Properties:
      ApiId: api-1
      CachingConfig: { Ttl: 4000 }
#                           ^^^^ 💡 error: Resolver caches for 4000 seconds…
`,
  ));

test("the bounds themselves", () =>
  checkRule(
    appsyncCacheTtl,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 1
  Other:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 3600
`,
  ));

test("an unknown TTL, and a default", () =>
  checkRule(
    appsyncCacheTtl,
    `
Parameters:
  Unknown: { Type: Number }
  Ttl: { Type: Number, Default: 7200 }
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: !Ref Unknown
  Other:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: !Ref Ttl
#          ^^^^^^^^ 💡 warning: With the default of Ttl (7200), Other caches for 7200 seconds…
`,
  ));

test("only the branch that is too long", () =>
  checkRule(
    appsyncCacheTtl,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: !If [Prod, 7200, 60]
#                     ^^^^ 💡 error: When Prod is true: Cache caches for 7200 seconds…
`,
  ));

test("sets the longest and the shortest", () =>
  checkFix(
    appsyncCacheTtl,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 86400
`,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 3600
`,
  ));

test("sets the shortest", () =>
  checkFix(
    appsyncCacheTtl,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 0
`,
    `
Resources:
  Cache:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: api-1
      Ttl: 1
`,
  ));

test("a CDK program", () =>
  checkRule(
    appsyncCacheTtl,
    typescript(
      `new appsync.CfnApiCache(this, 'Cache', { apiId: 'a', apiCachingBehavior: 'FULL_REQUEST_CACHING', type: 'SMALL', ttl: 86400 });
//                                                                                                                   ^^^^^ 💡 error: Cache caches for 86400 seconds…`,
      ["appsync"],
    ),
  ));
