import { numbersAt } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

/**
 * In seconds.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-globalaccelerator-endpointgroup.html
 */
const intervals: readonly number[] = [10, 30];
const usual = 30;

export const acceleratorHealthInterval = defineRule({
  id: "accelerator-health-interval",
  group: "edge",
  severity: "error",
  topic: "global-accelerator-components",
  messages: {
    neither: {
      en: "{id} checks its endpoints every {seconds} seconds, but Global Accelerator offers 10 or 30. CloudFormation will fail. Take 30, the default, or 10 to notice failures sooner.",
      ja: "{id} のヘルスチェック間隔は {seconds} 秒だが、Global Accelerator で指定できるのは 10 秒か 30 秒で、作成は失敗する。既定の 30 秒か、障害に早く気づきたいなら 10 秒にすること。",
    },
  },
  check({ template, evaluator }, report) {
    const found = numbersAt(evaluator, ["AWS::GlobalAccelerator::EndpointGroup"], ["HealthCheckIntervalSeconds"]);
    for (const seconds of found) {
      if (intervals.includes(seconds.number)) continue;
      const { id } = seconds.resource;
      report({
        at: seconds.span,
        message: "neither",
        data: { id, seconds: seconds.text },
        because: [seconds],
        fixes: () =>
          intervals.toReversed().flatMap((interval) =>
            rewriteValue(
              template,
              seconds,
              interval,
              {
                en: `Check the endpoints of ${id} every ${interval} seconds`,
                ja: `${id} のヘルスチェック間隔を ${interval} 秒にする`,
              },
              { preferred: interval === usual },
            ),
          ),
      });
    }
  },
});
