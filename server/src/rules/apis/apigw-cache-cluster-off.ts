import type { Span } from "../../base/span.ts";
import { readBoolean } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule } from "../rule.ts";
import { cachingSettingsOf, stagesOf } from "./cache-places.ts";
import { basisOf, type Part, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html */
export const apigwCacheClusterOff = defineRule({
  id: "apigw-cache-cluster-off",
  group: "apis",
  // The stack is made and the API answers; it only never caches.
  severity: "warning",
  topic: "api-gateway-caching",
  messages: {
    noCache: {
      en: "{id} lets methods use a cache (CachingEnabled) but has none, because CacheClusterEnabled is not true. Every call goes to the backend. Enable the cache cluster, which is charged by the hour, or drop CachingEnabled.",
      ja: "{id} ではメソッドのキャッシュ (CachingEnabled) が有効なのに、CacheClusterEnabled が true でないためキャッシュ自体がない。すべての呼び出しがバックエンドに届く。CacheClusterEnabled を true にする (時間課金) か、CachingEnabled を外すこと。",
    },
  },
  check({ evaluator }, report) {
    for (const stage of stagesOf(evaluator)) {
      // The Globals of a SAM template may say what the API itself doesn't.
      if (stage.owner.resource.type === "AWS::Serverless::Api") continue;
      const off = alwaysOff(evaluator, stage);
      if (off === undefined) continue;
      for (const settings of cachingSettingsOf(evaluator, stage)) {
        for (const caching of settingOf(evaluator, settings, "CachingEnabled", readBoolean).known) {
          if (!caching.value) continue;
          report({
            at: caching.span,
            message: "noCache",
            data: { id: stage.owner.id },
            related: off.at
              ? [{ at: off.at, message: { en: "The cache is off here", ja: "ここでキャッシュが無効" } }]
              : [],
            because: [...basisOf(settings), caching],
            fixes: () => [
              {
                title: {
                  en: `Give ${stage.owner.id} a cache (charged by the hour)`,
                  ja: `${stage.owner.id} にキャッシュを付ける (時間課金)`,
                },
                edits: [
                  {
                    kind: "set-property",
                    resource: stage.owner.id,
                    path: [...(stage.inside ? ["StageDescription"] : []), "CacheClusterEnabled"],
                    value: true,
                  },
                ],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});

/**
 * Where it says so, if the stage has no cache in any case. A parameter or a condition that switches the cache off is a
 * choice for some deployments, and the settings of the methods wait for the others.
 */
function alwaysOff(evaluator: Evaluator, stage: Part): { readonly at?: Span } | undefined {
  const { absent, known, unknown } = settingOf(evaluator, stage, "CacheClusterEnabled", readBoolean);
  const [enabled, ...others] = known;
  if (unknown.length > 0 || others.length > 0) return undefined;
  if (enabled === undefined) return {};
  return absent.length === 0 && !enabled.value && enabled.from.length === 0 ? { at: enabled.span } : undefined;
}
