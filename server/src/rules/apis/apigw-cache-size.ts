import { type Read, readText } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { stagesOf } from "./cache-places.ts";
import { basisOf, settingOf } from "./parts.ts";

/** In gigabytes. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
const sizes = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237];

export const apigwCacheSize = defineRule({
  id: "apigw-cache-size",
  group: "apis",
  severity: "error",
  topic: "api-gateway-caching",
  messages: {
    noSuchSize: {
      en: "{id} asks for a cache of {size} GB, a size that API Gateway does not have, so the stack will fail. The sizes are 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 and 237: take {next}.",
      ja: "{id} のキャッシュ容量 {size} GB は API Gateway にないサイズで、作成は失敗する。選べるのは 0.5、1.6、6.1、13.5、28.4、58.2、118、237 なので、{next} にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const stage of stagesOf(evaluator)) {
      for (const size of settingOf(evaluator, stage, "CacheClusterSize", readSize).known) {
        if (sizes.includes(Number(size.value))) continue;
        const { id } = stage.owner;
        const next = sizeFor(Number(size.value));
        report({
          at: size.span,
          message: "noSuchSize",
          data: { id, size: size.value, next },
          because: [...basisOf(stage), size],
          fixes: () =>
            rewriteValue(template, { span: size.span, from: size.from, text: size.value }, String(next), {
              en: `Give ${id} a cache of ${next} GB`,
              ja: `${id} のキャッシュを ${next} GB にする`,
            }),
        });
      }
    }
  },
});

/** The number as it is written. */
const readSize: Read<string> = (value) => {
  const text = readText(value);
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? text : undefined;
};

/** The smallest size that holds as much; the largest where none does. */
function sizeFor(size: number): number {
  return sizes.find((each) => each >= size) ?? Math.max(...sizes);
}
