import { isWithin, readNumber, toNearestBound } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { basisOf, partsIn, resourcesOf, settingOf } from "./parts.ts";

/** In seconds. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-apicache.html */
const range = { from: 1, to: 3600 };

export const appsyncCacheTtl = defineRule({
  id: "appsync-cache-ttl",
  group: "apis",
  severity: "error",
  topic: "appsync",
  messages: {
    outside: {
      en: "{id} caches for {ttl} seconds, but AppSync takes 1 to 3600. The stack will fail. Set Ttl within that range.",
      ja: "{id} のキャッシュの TTL が {ttl} 秒になっている。AppSync で指定できるのは 1〜3600 秒で、作成は失敗する。Ttl をこの範囲にすること。",
    },
  },
  check({ evaluator, template }, report) {
    const caches = [
      ...resourcesOf(evaluator, "AWS::AppSync::ApiCache"),
      ...resourcesOf(evaluator, "AWS::AppSync::Resolver").flatMap((resolver) =>
        partsIn(evaluator, resolver, "CachingConfig"),
      ),
    ];
    for (const cache of caches) {
      for (const ttl of settingOf(evaluator, cache, "Ttl", readNumber).known) {
        if (isWithin(range, ttl.value)) continue;
        const { id } = cache.owner;
        report({
          at: ttl.span,
          message: "outside",
          data: { id, ttl: ttl.value },
          because: [...basisOf(cache), ttl],
          fixes: () => toNearestBound(template, ttl, range, id, "Ttl"),
        });
      }
    }
  },
});
