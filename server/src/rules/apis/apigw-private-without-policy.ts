import { readText } from "../../network/facts.ts";
import type { Network } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { canHold } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { endpointTypes } from "./endpoint-type.ts";
import { type Part, partsIn, readAnything, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html */
export const apigwPrivateWithoutPolicy = defineRule({
  id: "apigw-private-without-policy",
  group: "apis",
  severity: "error",
  topic: "api-gateway-private-api",
  messages: {
    notDeployable: {
      en: "{id} is private but has no resource policy, and API Gateway does not deploy a private API without one. {deployment} will fail. Add a Policy that allows execute-api:Invoke from your VPC endpoint.",
      ja: "{id} はプライベート API なのにリソースポリシーがない。ポリシーのないプライベート API はデプロイできず、{deployment} の作成は失敗する。VPC エンドポイントからの execute-api:Invoke を許可する Policy を加えること。",
    },
    notCallable: {
      en: "{id} is private but has no resource policy, so it can be made but never deployed. Add a Policy that allows execute-api:Invoke from your VPC endpoint.",
      ja: "{id} はプライベート API なのにリソースポリシーがない。作成はできてもデプロイできない。VPC エンドポイントからの execute-api:Invoke を許可する Policy を加えること。",
    },
  },
  check({ evaluator, network }, report) {
    const deployments = resourcesOf(evaluator, "AWS::ApiGateway::Deployment");
    for (const api of resourcesOf(evaluator, "AWS::ApiGateway::RestApi")) {
      const { id, resource } = api.owner;
      if (mayBringPolicy(evaluator, api)) continue;
      const { absent } = settingOf(evaluator, api, "Policy", readAnything(evaluator));
      const users = network.usersOf(id);
      const deployment = deployments.find(({ owner }) => users.includes(owner.resource));
      for (const { because, type, written } of endpointTypes(evaluator, api)) {
        if (type !== "PRIVATE" || !written) continue;
        for (const guard of absent) {
          report({
            at: written.span,
            message: deployment ? "notDeployable" : "notCallable",
            data: { id, deployment: deployment?.owner.id ?? "" },
            related: deployment
              ? [{ at: deployment.owner.resource.idSpan, message: { en: "The deployment", ja: "デプロイメント" } }]
              : [],
            severity: deployment ? undefined : "warning",
            because: [...because, { guard }],
            fixes: () => (propertyOf(resource.properties, "Policy") ? [] : policyFixes(network, evaluator, api)),
          });
        }
      }
    }
  },
});

/** An imported or cloned definition may hold the policy, unless it can be read and holds none. */
function mayBringPolicy(evaluator: Evaluator, api: Part): boolean {
  const { properties } = api.owner.resource;
  if (["BodyS3Location", "CloneFrom"].some((name) => propertyOf(properties, name))) return true;
  const body = propertyOf(properties, "Body");
  if (!body) return false;
  const parts = partsIn(evaluator, api, "Body");
  return parts.length === 0 || parts.some(({ inside }) => inside?.value.has("x-amazon-apigateway-policy"));
}

/** The policy for the one endpoint of the template that leads to private APIs. */
function policyFixes(network: Network, evaluator: Evaluator, { owner }: Part): readonly Fix[] {
  const endpoints = resourcesOf(evaluator, "AWS::EC2::VPCEndpoint").filter((endpoint) =>
    leadsToApis(evaluator, endpoint),
  );
  const [endpoint] = endpoints;
  if (!endpoint || endpoints.length > 1 || !canHold(evaluator.conditions, owner.guard, endpoint.owner.guard)) return [];
  const { id } = endpoint.owner;
  // An endpoint that comes and goes with a condition, or that waits for the API, can't be named there.
  if (endpoint.owner.guard.outcomes.size > 0 || network.dependencies(endpoint.owner.resource).has(owner.id)) return [];
  return [
    {
      title: { en: `Let ${id} call ${owner.id}`, ja: `${id} からの ${owner.id} の呼び出しを許可する` },
      edits: [
        {
          kind: "set-property",
          resource: owner.id,
          path: ["Policy"],
          value: {
            object: {
              Version: "2012-10-17",
              Statement: [
                {
                  object: {
                    Effect: "Allow",
                    Principal: "*",
                    Action: "execute-api:Invoke",
                    Resource: "execute-api:/*",
                    Condition: { object: { StringEquals: { object: { "aws:SourceVpce": refTo(id) } } } },
                  },
                },
              ],
            },
          },
        },
      ],
      preferred: true,
    },
  ];
}

function leadsToApis(evaluator: Evaluator, endpoint: Part): boolean {
  const property = propertyOf(endpoint.owner.resource.properties, "ServiceName");
  if (!property) return false;
  // The Region is only known at deployment; the service stands in the text.
  const { block, start, end } = property.value.span;
  const known = settingOf(evaluator, endpoint, "ServiceName", readText).known;
  return [block.text.slice(start, end), ...known.map(({ value }) => value)].some((text) =>
    /\.execute-api\b/.test(text),
  );
}
