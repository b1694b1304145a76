import { resourcesOfType } from "../../template/resources-by-type.ts";
import { allGuards } from "../basis.ts";
import { numbersOf } from "../numbers.ts";
import { defineRule } from "../rule.ts";

/** Where the seconds stand, by type. */
const places: Readonly<Record<string, { readonly interval: readonly string[]; readonly timeout: readonly string[] }>> =
  {
    "AWS::ElasticLoadBalancingV2::TargetGroup": {
      interval: ["HealthCheckIntervalSeconds"],
      timeout: ["HealthCheckTimeoutSeconds"],
    },
    "AWS::ElasticLoadBalancing::LoadBalancer": {
      interval: ["HealthCheck", "Interval"],
      timeout: ["HealthCheck", "Timeout"],
    },
  };

/**
 * In no page of AWS's; the answer of Elastic Load Balancing is "Health check interval must be greater than the timeout":
 * https://github.com/hashicorp/terraform-provider-aws/issues/2366, https://github.com/aws/aws-cdk/pull/29075
 */
export const targetGroupHealthTiming = defineRule({
  id: "target-group-health-timing",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    tooLong: {
      en: "{id} waits {timeout} seconds for the answer to a health check, but checks every {interval} seconds. The timeout has to be shorter than the interval, so CloudFormation will fail. Shorten the timeout, or check less often.",
      ja: "{id} のヘルスチェックは {interval} 秒ごとだが、応答を {timeout} 秒待つ。タイムアウトは間隔より短い必要があり、作成は失敗する。タイムアウトを短くするか、間隔を延ばすこと。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, ...Object.keys(places))) {
      const place = places[resource.type];
      if (!place) continue;
      for (const timeout of numbersOf(evaluator, resource, place.timeout)) {
        for (const interval of numbersOf(evaluator, resource, place.interval)) {
          if (timeout.number < interval.number) continue;
          if (!allGuards(evaluator.conditions, [timeout.guard, interval.guard])) continue;
          report({
            at: timeout.span,
            message: "tooLong",
            data: { id: resource.id, timeout: timeout.number, interval: interval.number },
            related: [{ at: interval.span, message: { en: "The interval", ja: "間隔はここ" } }],
            because: [timeout, interval],
          });
        }
      }
    }
  },
});
