import { test } from "vitest";
import { apigwCacheTtlZero } from "../../../../server/src/rules/apis/apigw-cache-ttl-zero.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stage = (settings: string, before = ""): string => `${before}Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      CacheClusterEnabled: true
      CacheClusterSize: '0.5'
      MethodSettings:
        - ResourcePath: /*
          HttpMethod: '*'
${settings}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("caching for no time at all", () =>
  checkRule(
    apigwCacheTtlZero,
    stage(`          CachingEnabled: true
          CacheTtlInSeconds: 0
#                            ^ 💡 warning: Stage lets methods use the cache (CachingEnabled), but a CacheTtlInSeconds of 0 switches caching off, so every call goes to the backend. Set a TTL of 1 to 3600, or CachingEnabled to false.
`),
  ));

test("written as texts, in Japanese", () =>
  checkRule(
    apigwCacheTtlZero,
    stage(`          CachingEnabled: 'true'
          CacheTtlInSeconds: '0'
#                            ^^^ 💡 warning: Stage ではメソッドのキャッシュ (CachingEnabled) が有効なのに、CacheTtlInSeconds が 0 のため…
`),
    { messages: "ja" },
  ));

test.each([
  ["some time", "          CachingEnabled: true\n          CacheTtlInSeconds: 1\n"],
  ["no caching", "          CachingEnabled: false\n          CacheTtlInSeconds: 0\n"],
  ["caching not asked for", "          CacheTtlInSeconds: 0\n"],
])("%s", (_, settings) => checkRule(apigwCacheTtlZero, stage(settings)));

test("an unknown time, and cases that exclude each other", () => {
  checkRule(
    apigwCacheTtlZero,
    stage(
      "          CachingEnabled: true\n          CacheTtlInSeconds: !Ref Ttl\n",
      "Parameters:\n  Ttl: { Type: Number }\n",
    ),
  );
  checkRule(
    apigwCacheTtlZero,
    stage(
      "          CachingEnabled: !If [Prod, true, false]\n          CacheTtlInSeconds: !If [Prod, 300, 0]\n",
      conditions,
    ),
  );
});

test("by default", () =>
  checkRule(
    apigwCacheTtlZero,
    stage(
      `          CachingEnabled: true
          CacheTtlInSeconds: !Ref Ttl
#                            ^^^^^^^^ 💡 warning: With the default of Ttl (0), Stage lets methods…
`,
      "Parameters:\n  Ttl: { Type: Number, Default: 0 }\n",
    ),
  ));

test("caches for the usual time, or not at all", () => {
  const before = stage("          CachingEnabled: true # all\n          CacheTtlInSeconds: 0\n");
  checkFix(apigwCacheTtlZero, before, before.replace("Seconds: 0", "Seconds: 300"));
  checkFix(apigwCacheTtlZero, before, before.replace("Enabled: true # all", "Enabled: false # all"), {
    title: "Switch caching off",
  });
});

test("in JSON", () => {
  const before =
    '{ "Resources": { "S": { "Type": "AWS::ApiGateway::Stage", "Properties": { "CacheClusterEnabled": true, "CacheClusterSize": "0.5", "MethodSettings": [{ "CachingEnabled": true, "CacheTtlInSeconds": 0 }] } } } }';
  checkFix(apigwCacheTtlZero, before, before.replace('Seconds": 0', 'Seconds": 300'));
});

test("a CDK program", () =>
  checkRule(
    apigwCacheTtlZero,
    typescript(
      `new apigateway.CfnStage(this, 'Stage', { restApiId: 'a', cacheClusterEnabled: true, methodSettings: [{ cachingEnabled: true, cacheTtlInSeconds: 0 }] });
//                                                                                                                                              ^ 💡 warning: Stage lets methods…`,
      ["apigateway"],
    ),
  ));
