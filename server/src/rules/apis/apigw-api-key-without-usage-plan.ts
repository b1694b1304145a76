import { readBoolean, readText } from "../../network/facts.ts";
import { remaining } from "../../network/guards.ts";
import type { Network } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator, Guard } from "../../template/value.ts";
import { allGuards } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { basisOf, itemsOfSetting, partsIn, readReference, readSettings, resourcesOf, settingOf } from "./parts.ts";
import { resourcesOfApi } from "./rest-apis.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html */
export const apigwApiKeyWithoutUsagePlan = defineRule({
  id: "apigw-api-key-without-usage-plan",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-usage-plan",
  messages: {
    noPlan: {
      en: "{id} requires an API key, but no usage plan covers a stage of {api}, so no key is valid there and every call gets 403 Forbidden. Add an AWS::ApiGateway::UsagePlan with the stage in ApiStages, and a UsagePlanKey for each key.",
      ja: "{id} は API キーを必須にしているが、{api} のステージを含む使用量プランがない。有効なキーが 1 つもないため、呼び出しはすべて 403 Forbidden になる。ApiStages にステージを入れた AWS::ApiGateway::UsagePlan と、キーごとの UsagePlanKey を加えること。",
    },
  },
  check({ evaluator, network, template }, report) {
    if (template.open) return;
    for (const api of resourcesOf(evaluator, "AWS::ApiGateway::RestApi")) {
      const { id } = api.owner;
      if (!isClosed(evaluator, network, id)) continue;
      const covered = coveringPlans(evaluator, id);
      if (covered === undefined) continue;
      for (const method of resourcesOfApi(evaluator, "AWS::ApiGateway::Method", id)) {
        for (const required of settingOf(evaluator, method.part, "ApiKeyRequired", readBoolean).known) {
          if (!required.value) continue;
          const under = allGuards(evaluator.conditions, [required.guard, api.owner.guard]);
          for (const guard of under ? (remaining(evaluator.conditions, under, covered) ?? []) : []) {
            report({
              at: required.span,
              message: "noPlan",
              data: { id: method.part.owner.id, api: id },
              related: [{ at: api.owner.resource.idSpan, message: { en: "The API", ja: "API はここ" } }],
              because: [...basisOf(method.part), api.owner, method.api, required, { guard }],
              fixes: () => newPlan(evaluator, api.owner.resource),
            });
          }
        }
      }
    }
  },
});

/** A plan for the API's one stage, with a key; nothing where there are several stages to choose from. */
function newPlan(evaluator: Evaluator, api: Resource): readonly Fix[] {
  const { template } = evaluator;
  const [stage, ...more] = resourcesOfApi(evaluator, "AWS::ApiGateway::Stage", api.id);
  if (!stage || more.length > 0) return [];
  const { resource } = stage.part.owner;
  const [plan, key, member] = ["UsagePlan", "ApiKey", "UsagePlanKey"].map((name) =>
    freshId(template, `${api.id}${name}`),
  );
  if (plan === undefined || key === undefined || member === undefined) return [];
  const condition = resource.condition?.name;
  return [
    {
      title: {
        en: `Add the usage plan ${plan} for ${resource.id}, and the key ${key}`,
        ja: `${resource.id} の使用量プラン ${plan} とキー ${key} を追加する`,
      },
      edits: [
        {
          kind: "add-resource",
          id: plan,
          type: "AWS::ApiGateway::UsagePlan",
          properties: { ApiStages: [{ object: { ApiId: refTo(api.id), Stage: refTo(resource.id) } }] },
          condition,
          after: resource.id,
        },
        {
          kind: "add-resource",
          id: key,
          type: "AWS::ApiGateway::ApiKey",
          properties: { Enabled: true },
          condition,
          after: resource.id,
        },
        {
          kind: "add-resource",
          id: member,
          type: "AWS::ApiGateway::UsagePlanKey",
          properties: { KeyId: refTo(key), KeyType: "API_KEY", UsagePlanId: refTo(plan) },
          condition,
          after: resource.id,
        },
      ],
    },
  ];
}

/** Whether the stages of the API are in the template, and nobody else gets to know the API or one of them. */
function isClosed(evaluator: Evaluator, network: Network, apiId: string): boolean {
  const stages = [
    ...resourcesOfApi(evaluator, "AWS::ApiGateway::Stage", apiId),
    ...resourcesOfApi(evaluator, "AWS::ApiGateway::Deployment", apiId).filter(
      ({ part }) => settingOf(evaluator, part, "StageName", readText).absent.length === 0,
    ),
  ];
  return stages.length > 0 && ![apiId, ...stages.map(({ part }) => part.owner.id)].some((id) => network.isExposed(id));
}

/** The guards under which a plan covers the API; undefined where one may cover it, for all that can be read. */
function coveringPlans(evaluator: Evaluator, apiId: string): readonly Guard[] | undefined {
  const covering: Guard[] = [];
  for (const plan of resourcesOf(evaluator, "AWS::ApiGateway::UsagePlan")) {
    if (itemsOfSetting(evaluator, plan, "ApiStages", readSettings).unknown.length > 0) return undefined;
    for (const stage of partsIn(evaluator, plan, "ApiStages")) {
      const { known } = settingOf(evaluator, stage, "ApiId", readReference("RestApiId"));
      covering.push(...known.filter(({ value }) => value === apiId).map(({ guard }) => guard));
    }
  }
  return covering;
}
