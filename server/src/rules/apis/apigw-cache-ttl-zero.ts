import { readBoolean } from "../../network/facts.ts";
import { readNumber } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { cachingSettingsOf, stagesOf } from "./cache-places.ts";
import { basisOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html */
export const apigwCacheTtlZero = defineRule({
  id: "apigw-cache-ttl-zero",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-caching",
  messages: {
    zero: {
      en: "{id} lets methods use the cache (CachingEnabled), but a CacheTtlInSeconds of 0 switches caching off, so every call goes to the backend. Set a TTL of 1 to 3600, or CachingEnabled to false.",
      ja: "{id} ではメソッドのキャッシュ (CachingEnabled) が有効なのに、CacheTtlInSeconds が 0 のためキャッシュされない。すべての呼び出しがバックエンドに届くので、TTL を 1〜3600 にするか、CachingEnabled を false にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const stage of stagesOf(evaluator)) {
      const { id } = stage.owner;
      for (const settings of cachingSettingsOf(evaluator, stage)) {
        for (const caching of settingOf(evaluator, settings, "CachingEnabled", readBoolean).known) {
          if (!caching.value) continue;
          for (const ttl of settingOf(evaluator, settings, "CacheTtlInSeconds", readNumber).known) {
            if (ttl.value !== 0) continue;
            report({
              at: ttl.span,
              message: "zero",
              data: { id },
              related: [{ at: caching.span, message: { en: "Caching is enabled here", ja: "ここでキャッシュが有効" } }],
              because: [...basisOf(settings), caching, ttl],
              fixes: () => [
                ...rewriteValue(
                  template,
                  { span: ttl.span, from: ttl.from, text: "0" },
                  300,
                  { en: `Cache for 300 seconds in ${id}`, ja: `${id} で 300 秒キャッシュする` },
                  {},
                ),
                ...rewriteValue(
                  template,
                  { span: caching.span, from: caching.from, text: "true" },
                  false,
                  { en: `Switch caching off in ${id}`, ja: `${id} のキャッシュを無効にする` },
                  {},
                ),
              ],
            });
          }
        }
      }
    }
  },
});
