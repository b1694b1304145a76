import { canHold } from "../basis.ts";
import { numbersOf } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { flowLogsOf, typesOf, watchesTransitGateway } from "./flow-logs.ts";

const [minute, tenMinutes] = [60, 600];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html */
export const flowLogInterval = defineRule({
  id: "flow-log-interval",
  group: "endpoints",
  severity: "error",
  topic: "traffic-mirroring",
  messages: {
    other: {
      en: "{id} has MaxAggregationInterval {seconds}, but flow logs are put together every 60 or every 600 seconds. CloudFormation will fail. Take one of the two.",
      ja: "{id} の MaxAggregationInterval は {seconds} だが、フローログの集約間隔は 60 秒か 600 秒で、作成は失敗する。どちらかにすること。",
    },
    transitGateway: {
      en: "{id} has MaxAggregationInterval {seconds}, but the flow logs of a {type} are put together every 60 seconds. CloudFormation will fail. Set 60, or leave it out.",
      ja: "{id} の MaxAggregationInterval は {seconds} だが、{type} のフローログの集約間隔は 60 秒のみで、作成は失敗する。60 にするか、省略すること。",
    },
    noTraffic: {
      en: "{id} does not say in TrafficType which traffic of the {type} it records. That is required here, so CloudFormation will fail. ALL records accepted and rejected traffic.",
      ja: "{id} に TrafficType がない。{type} のフローログでは必須のため、作成は失敗する。許可と拒否の両方を記録するなら ALL。",
    },
    traffic: {
      en: "{id} has a TrafficType, but transit gateways accept and reject nothing, and their flow logs take none. CloudFormation will fail. Remove it.",
      ja: "{id} に TrafficType があるが、Transit Gateway のフローログには指定できず、作成は失敗する。削除すること。",
    },
  },
  check({ evaluator, template }, report) {
    const { conditions } = evaluator;
    for (const log of flowLogsOf(evaluator)) {
      const intervals = numbersOf(evaluator, log, ["MaxAggregationInterval"]);
      for (const interval of intervals) {
        if (interval.number === minute || interval.number === tenMinutes) continue;
        report({
          at: interval.span,
          message: "other",
          data: { id: log.id, seconds: interval.text },
          because: [interval],
          fixes: () => [minute, tenMinutes].flatMap((seconds) => setInterval(interval, seconds)),
        });
      }
      const trafficType = presence(evaluator, log, "TrafficType");
      for (const type of typesOf(evaluator, log)) {
        const data = { id: log.id, type: String(type.value.kind === "known" ? type.value.data : "") };
        const isTransit = watchesTransitGateway(type);
        if (isTransit === undefined) continue;
        for (const interval of isTransit ? intervals : []) {
          if (interval.number !== tenMinutes || !canHold(conditions, type.guard, interval.guard)) continue;
          report({
            at: interval.span,
            message: "transitGateway",
            data: { ...data, seconds: interval.text },
            related: [{ at: type.span, message: { en: "What it watches", ja: "監視対象" } }],
            because: [type, interval],
            fixes: () => setInterval(interval, minute),
          });
        }
        for (const traffic of isTransit ? trafficType.known : []) {
          if (!canHold(conditions, type.guard, traffic.guard)) continue;
          report({
            at: keySpan(log, "TrafficType"),
            message: "traffic",
            data,
            because: [type, traffic],
            fixes: () => [
              {
                title: { en: `Remove TrafficType from ${log.id}`, ja: `${log.id} の TrafficType を削除する` },
                edits: [{ kind: "remove-property", resource: log.id, path: ["TrafficType"] }],
                preferred: true,
              },
            ],
          });
        }
        for (const guard of isTransit ? [] : trafficType.absent) {
          if (!canHold(conditions, type.guard, guard)) continue;
          report({
            at: log.idSpan,
            message: "noTraffic",
            data,
            because: [type, { guard }],
            fixes: () => [
              {
                title: {
                  en: `Record all traffic in ${log.id} (TrafficType ALL)`,
                  ja: `${log.id} に全トラフィックを記録する (TrafficType: ALL)`,
                },
                edits: [{ kind: "set-property", resource: log.id, path: ["TrafficType"], value: "ALL" }],
                preferred: true,
              },
            ],
          });
        }
      }

      function setInterval(interval: (typeof intervals)[number], seconds: number) {
        return rewriteValue(
          template,
          interval,
          seconds,
          {
            en: `Set MaxAggregationInterval of ${log.id} to ${seconds}`,
            ja: `${log.id} の MaxAggregationInterval を ${seconds} にする`,
          },
          { preferred: seconds === minute },
        );
      }
    }
  },
});
