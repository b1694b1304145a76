import type { Network } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { canHold } from "../basis.ts";
import { waitFor } from "../routing/route-choices.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";
import { resourcesOf } from "./parts.ts";
import { resourcesOfApi } from "./rest-apis.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html */
export const apigwDeploymentMissingDependson = defineRule({
  id: "apigw-deployment-missing-dependson",
  group: "apis",
  severity: "error",
  topic: "api-gateway",
  messages: {
    none: {
      en: '{id} does not wait for any method of {api}. CloudFormation may deploy first and fail with "The REST API doesn\'t contain any methods". Add DependsOn: {methods}.',
      ja: '{id} は {api} のどのメソッドも待たない。CloudFormation が先にデプロイすると、"The REST API doesn\'t contain any methods" で失敗する。DependsOn に {methods} を加えること。',
    },
    some: {
      en: "{id} waits for some methods of {api} but not for {methods}. What is made after the deployment is missing on the stage until the next one. Add DependsOn: {methods}.",
      ja: "{id} は {api} のメソッドのうち {methods} を待たない。デプロイより後に作成されたメソッドは、次のデプロイまでステージに現れない。DependsOn に {methods} を加えること。",
    },
  },
  check({ evaluator, network, template }, report) {
    // Loops and macros may bring methods, and dependencies on them.
    if (template.open) return;
    for (const api of resourcesOf(evaluator, "AWS::ApiGateway::RestApi")) {
      if (bringsMethods(api.owner.resource)) continue;
      const methods = resourcesOfApi(evaluator, "AWS::ApiGateway::Method", api.owner.id);
      for (const deployment of resourcesOfApi(evaluator, "AWS::ApiGateway::Deployment", api.owner.id)) {
        const { owner } = deployment.part;
        if (owner.resource.open || network.isExposed(owner.id)) continue;
        const before = network.dependencies(owner.resource);
        const together = methods.filter(({ part }) => canHold(evaluator.conditions, owner.guard, part.owner.guard));
        const missing = together.filter(({ part }) => !before.has(part.owner.id));
        const ids = [...new Set(missing.map(({ part }) => part.owner.id))];
        // Each says the same; what holds in any case needs no word about conditions.
        for (const method of missing) {
          const none = missing.length === together.length;
          report({
            at: owner.resource.typeSpan,
            message: none ? "none" : "some",
            data: { id: owner.id, api: api.owner.id, methods: listed(ids) },
            related: ids.flatMap((id) => {
              const at = template.resources.get(id)?.idSpan;
              return at ? [{ at, message: { en: "A method", ja: "メソッド" } }] : [];
            }),
            severity: none ? undefined : "warning",
            because: [owner, api.owner, deployment.api, method.part.owner, method.api],
            fixes: () => waiting(network, owner.resource, ids),
          });
        }
      }
    }
  },
});

/** Whether methods may come from a definition or from another API. */
function bringsMethods({ open, properties }: Resource): boolean {
  return open || ["Body", "BodyS3Location", "CloneFrom"].some((name) => propertyOf(properties, name));
}

function waiting(network: Network, deployment: Resource, methods: readonly string[]): readonly Fix[] {
  const edits = methods.flatMap((id) => waitFor(network, deployment, id));
  if (edits.length < methods.length) return [];
  const names = listed(methods);
  return [
    {
      title: { en: `Make ${deployment.id} wait for ${names.en}`, ja: `${deployment.id} を ${names.ja} の後に作成する` },
      edits,
      preferred: true,
    },
  ];
}
