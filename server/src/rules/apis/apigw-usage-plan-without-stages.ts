import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule, type Fix } from "../rule.ts";
import { itemsOfSetting, type Part, readAnything, readReference, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-usageplan.html */
export const apigwUsagePlanWithoutStages = defineRule({
  id: "apigw-usage-plan-without-stages",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-usage-plan",
  messages: {
    none: {
      en: "{id} covers no stage, so its limits apply to nobody and its keys open nothing. List the stages in ApiStages.",
      ja: "{id} の対象となるステージがない。制限は誰にも適用されず、プランのキーで呼び出せる API もないので、ApiStages にステージを指定すること。",
    },
  },
  check({ evaluator, network, template }, report) {
    if (template.open) return;
    for (const plan of resourcesOf(evaluator, "AWS::ApiGateway::UsagePlan")) {
      const { id, resource } = plan.owner;
      // Whoever is handed the plan may add stages.
      if (network.isExposed(id)) continue;
      for (const guard of itemsOfSetting(evaluator, plan, "ApiStages", readAnything(evaluator)).absent) {
        report({
          at: resource.idSpan,
          message: "none",
          data: { id },
          because: [plan.owner, { guard }],
          fixes: () => covering(evaluator, plan),
        });
      }
    }
  },
});

/** One fix for each stage of the template. */
function covering(evaluator: Evaluator, plan: Part): readonly Fix[] {
  const { id, resource } = plan.owner;
  if (propertyOf(resource.properties, "ApiStages")) return [];
  const stages = resourcesOf(evaluator, "AWS::ApiGateway::Stage").flatMap((stage) => {
    const [api] = settingOf(evaluator, stage, "RestApiId", readReference("RestApiId")).known;
    return api && stage.owner.guard.outcomes.size === 0 ? [{ stage: stage.owner.id, api: api.value }] : [];
  });
  return stages.map(({ stage, api }) => ({
    title: { en: `Let ${id} cover ${stage}`, ja: `${id} の対象に ${stage} を加える` },
    edits: [
      {
        kind: "set-property",
        resource: id,
        path: ["ApiStages"],
        value: [{ object: { ApiId: refTo(api), Stage: refTo(stage) } }],
      },
    ],
    preferred: stages.length === 1,
  }));
}
