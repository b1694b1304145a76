import type { Localized } from "../../base/localized.ts";
import type { Evaluator } from "../../template/value.ts";
import type { Basis } from "../basis.ts";
import { isWithin, type Range, readNumber, toNearestBound } from "../numbers.ts";
import { defineRule, type Severity } from "../rule.ts";
import { endpointTypes } from "./endpoint-type.ts";
import { protocolsOfApiOf } from "./http-api.ts";
import { methodIntegrations } from "./integrations.ts";
import { basisOf, type Part, readReference, resourcesOf, settingOf } from "./parts.ts";

/**
 * In milliseconds. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 * and https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
const restRange = { from: 50, to: 29_000 };
const webSocketRange = restRange;
const httpRange = { from: 50, to: 30_000 };

export const apigwIntegrationTimeout = defineRule({
  id: "apigw-integration-timeout",
  group: "apis",
  severity: "error",
  topic: "api-gateway-errors",
  messages: {
    tooLong: {
      en: "{id} waits {timeout} ms for its integration, but {kind} waits {to} ms at most. The stack will fail. Set TimeoutInMillis to {to} or less, and move longer work to a queue or Step Functions.",
      ja: "{id} の統合タイムアウト {timeout} ミリ秒は、{kind} の上限 {to} ミリ秒を超えていて、作成は失敗する。TimeoutInMillis を {to} 以下にし、長い処理はキューや Step Functions に回すこと。",
    },
    tooShort: {
      en: "{id} waits {timeout} ms for its integration, but {kind} takes no less than {from} ms. The stack will fail. TimeoutInMillis counts milliseconds: 29 seconds are 29000.",
      ja: "{id} の統合タイムアウト {timeout} ミリ秒は、{kind} の下限 {from} ミリ秒より短く、作成は失敗する。TimeoutInMillis の単位はミリ秒で、29 秒なら 29000 と書く。",
    },
    quota: {
      en: "{id} waits {timeout} ms for its integration, more than the {to} ms that an account starts with. It deploys only where this quota was raised, which AWS does for Regional and private REST APIs. Otherwise stay at {to} or less.",
      ja: "{id} の統合タイムアウト {timeout} ミリ秒は、初期の上限 {to} ミリ秒を超えている。デプロイできるのは、このクォータを引き上げたアカウントだけ (対象はリージョンとプライベートの REST API)。そうでなければ {to} 以下にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const place of [...restPlaces(evaluator), ...otherPlaces(evaluator)]) {
      const { part, limits } = place;
      for (const timeout of settingOf(evaluator, part, "TimeoutInMillis", readNumber).known) {
        for (const { range, kind, raisable, because } of limits) {
          if (isWithin(range, timeout.value)) continue;
          const quota = raisable && timeout.value > range.to;
          const severity: Severity | undefined = quota ? "warning" : undefined;
          report({
            at: timeout.span,
            message: timeout.value < range.from ? "tooShort" : quota ? "quota" : "tooLong",
            data: { id: part.owner.id, timeout: timeout.value, kind, ...range },
            severity,
            because: [...basisOf(part), timeout, ...because],
            fixes: () =>
              toNearestBound(template, timeout, range, part.owner.id, "TimeoutInMillis").map((fix) => ({
                ...fix,
                preferred: !quota,
              })),
          });
        }
      }
    }
  },
});

/** What holds for an integration in one of the ways its API can come out. */
interface Limit {
  readonly range: Range;
  readonly kind: Localized;
  /** AWS may allow more than the upper bound. */
  readonly raisable: boolean;
  readonly because: readonly Basis[];
}

interface Place {
  readonly part: Part;
  readonly limits: readonly Limit[];
}

function restPlaces(evaluator: Evaluator): readonly Place[] {
  const apis = resourcesOf(evaluator, "AWS::ApiGateway::RestApi");
  return methodIntegrations(evaluator).map((part) => {
    const references = settingOf(evaluator, { owner: part.owner }, "RestApiId", readReference("RestApiId")).known;
    const limits = references.flatMap((reference) =>
      apis
        .filter(({ owner }) => owner.id === reference.value)
        .flatMap((api) => endpointTypes(evaluator, api))
        .map(({ type, because }) => restLimit(type !== "EDGE", [reference, ...because])),
    );
    // An API that lies elsewhere may be of any type.
    return { part, limits: limits.length > 0 ? limits : [restLimit(true, [])] };
  });
}

function restLimit(raisable: boolean, because: readonly Basis[]): Limit {
  const kind = raisable
    ? { en: "a REST API", ja: "REST API" }
    : { en: "an edge-optimized REST API", ja: "エッジ最適化 REST API" };
  return { range: restRange, kind, raisable, because };
}

function otherPlaces(evaluator: Evaluator): readonly Place[] {
  return resourcesOf(evaluator, "AWS::ApiGatewayV2::Integration").map((part) => {
    const limits = protocolsOfApiOf(evaluator, part).map(
      ({ because, protocol }): Limit =>
        protocol === "HTTP"
          ? { range: httpRange, kind: { en: "an HTTP API", ja: "HTTP API" }, raisable: false, because }
          : { range: webSocketRange, kind: { en: "a WebSocket API", ja: "WebSocket API" }, raisable: false, because },
    );
    const kind = { en: "an HTTP or WebSocket API", ja: "HTTP API と WebSocket API" };
    return { part, limits: limits.length > 0 ? limits : [{ range: httpRange, kind, raisable: false, because: [] }] };
  });
}
