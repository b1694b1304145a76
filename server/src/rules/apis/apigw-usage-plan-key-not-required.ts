import { readBoolean, readText } from "../../network/facts.ts";
import type { Network } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule, type Fix } from "../rule.ts";
import { basisOf, type Part, partsIn, readReference, resourcesOf, settingOf } from "./parts.ts";
import { resourcesOfApi } from "./rest-apis.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-restapi.html */
export const apigwUsagePlanKeyNotRequired = defineRule({
  id: "apigw-usage-plan-key-not-required",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-usage-plan",
  messages: {
    open: {
      en: "{plan} covers a stage of {api}, but no method of {api} requires an API key. Calls without a key go through, past the plan's throttle and quota. Set ApiKeyRequired: true on the methods that the plan is to govern.",
      ja: "{plan} は {api} のステージを対象にしているが、API キーを必須にしたメソッドが {api} にない。キーなしの呼び出しが通り、プランのスロットリングもクォータも効かないので、対象のメソッドに ApiKeyRequired: true を指定すること。",
    },
  },
  check({ evaluator, network, template }, report) {
    if (template.open) return;
    const open = new Map<string, readonly Resource[] | undefined>();
    for (const plan of resourcesOf(evaluator, "AWS::ApiGateway::UsagePlan")) {
      for (const stage of partsIn(evaluator, plan, "ApiStages")) {
        for (const api of settingOf(evaluator, stage, "ApiId", readReference("RestApiId")).known) {
          const id = api.value;
          if (!open.has(id)) open.set(id, methodsWithoutKey(evaluator, network, id));
          const methods = open.get(id);
          if (!methods) continue;
          report({
            at: api.span,
            message: "open",
            data: { plan: plan.owner.id, api: id },
            related: methods.slice(0, 3).map((method) => ({
              at: method.idSpan,
              message: { en: "Requires no API key", ja: "API キーは不要" },
            })),
            because: [...basisOf(stage), api],
            fixes: () => requiringKeys(evaluator, id, methods),
          });
        }
      }
    }
  },
});

/** The methods of the API where it is certain that there are no others and none requires a key. */
function methodsWithoutKey(evaluator: Evaluator, network: Network, apiId: string): readonly Resource[] | undefined {
  const api = resourcesOf(evaluator, "AWS::ApiGateway::RestApi").find(({ owner }) => owner.id === apiId);
  if (!api || network.isExposed(apiId) || isDescribed(api)) return undefined;
  const methods = resourcesOfApi(evaluator, "AWS::ApiGateway::Method", apiId).map(({ part }) => part);
  const all = resourcesOf(evaluator, "AWS::ApiGateway::Method");
  const strangers = all.some(
    (method) => settingOf(evaluator, method, "RestApiId", readReference("RestApiId")).unknown.length > 0,
  );
  if (methods.length === 0 || strangers) return undefined;
  const may = methods.some((method) => {
    const { known, unknown } = settingOf(evaluator, method, "ApiKeyRequired", readBoolean);
    return unknown.length > 0 || known.some(({ value, from }) => value || from.length > 0);
  });
  return may ? undefined : methods.map(({ owner }) => owner.resource);
}

/** Methods of an imported definition are not in the template. */
function isDescribed({ owner: { resource } }: Part): boolean {
  return ["Body", "BodyS3Location", "CloneFrom"].some((name) => propertyOf(resource.properties, name));
}

/** Browsers send no key with the request that asks for permission. */
function requiringKeys(evaluator: Evaluator, apiId: string, methods: readonly Resource[]): readonly Fix[] {
  const callable = resourcesOfApi(evaluator, "AWS::ApiGateway::Method", apiId)
    .filter(
      ({ part }) => !settingOf(evaluator, part, "HttpMethod", readText).known.some(({ value }) => value === "OPTIONS"),
    )
    .map(({ part }) => part.owner.resource)
    .filter((resource) => methods.includes(resource));
  if (callable.length === 0) return [];
  const names = callable.length === 1 ? callable[0]?.id : undefined;
  return [
    {
      title: {
        en: `Require an API key on ${names ?? `the ${callable.length} methods of ${apiId}`}`,
        ja: names
          ? `${names} で API キーを必須にする`
          : `${apiId} の ${callable.length} つのメソッドで API キーを必須にする`,
      },
      edits: callable.map(({ id }) => ({ kind: "set-property", resource: id, path: ["ApiKeyRequired"], value: true })),
    },
  ];
}
