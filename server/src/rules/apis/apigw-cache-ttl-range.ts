import { isWithin, readNumber, toNearestBound } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { cachingSettingsOf, stagesOf } from "./cache-places.ts";
import { basisOf, settingOf } from "./parts.ts";

/** In seconds. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html */
const range = { from: 0, to: 3600 };

export const apigwCacheTtlRange = defineRule({
  id: "apigw-cache-ttl-range",
  group: "apis",
  severity: "error",
  topic: "api-gateway-caching",
  messages: {
    tooLong: {
      en: "{id} caches responses for {ttl} seconds, but API Gateway keeps them for 3600 at most and that quota can't be raised. The stack will fail. Set CacheTtlInSeconds to 3600 or less.",
      ja: "{id} のキャッシュの TTL が {ttl} 秒になっている。API Gateway の上限は 3600 秒で引き上げもできず、作成は失敗する。CacheTtlInSeconds を 3600 以下にすること。",
    },
    negative: {
      en: "{id} has a cache TTL of {ttl} seconds, but it starts at 0, which means that nothing is cached. The stack will fail. Set CacheTtlInSeconds between 0 and 3600.",
      ja: "{id} のキャッシュの TTL が {ttl} 秒になっている。指定できるのは 0 (キャッシュしない) から 3600 までで、作成は失敗する。CacheTtlInSeconds をこの範囲にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const stage of stagesOf(evaluator)) {
      for (const settings of cachingSettingsOf(evaluator, stage)) {
        for (const ttl of settingOf(evaluator, settings, "CacheTtlInSeconds", readNumber).known) {
          if (isWithin(range, ttl.value)) continue;
          const { id } = stage.owner;
          report({
            at: ttl.span,
            message: ttl.value > range.to ? "tooLong" : "negative",
            data: { id, ttl: ttl.value },
            because: [...basisOf(settings), ttl],
            fixes: () => toNearestBound(template, ttl, range, id, "CacheTtlInSeconds"),
          });
        }
      }
    }
  },
});
