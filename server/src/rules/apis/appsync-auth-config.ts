import { readOneOf } from "../../network/facts.ts";
import { remaining } from "../../network/guards.ts";
import type { Network } from "../../network/model.ts";
import { getAtt } from "../../template/edit.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { Evaluator, Guard } from "../../template/value.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { basisOf, partsIn, readAnything, readReference, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html */
const configs = {
  AWS_LAMBDA: "LambdaAuthorizerConfig",
  OPENID_CONNECT: "OpenIDConnectConfig",
  AMAZON_COGNITO_USER_POOLS: "UserPoolConfig",
} as const;

export const appsyncAuthConfig = defineRule({
  id: "appsync-auth-config",
  group: "apis",
  severity: "error",
  topic: "appsync",
  messages: {
    noConfig: {
      en: "{id} authorizes by {type} but has no {config}, so AppSync has nothing to check callers against. Add {config} next to AuthenticationType.",
      ja: "{id} の認証方式は {type} だが、その設定である {config} がなく、呼び出し元を確かめられない。AuthenticationType と同じ場所に {config} を加えること。",
    },
    noKey: {
      en: "{id} authorizes by API key but the template makes none, so nobody can call it yet. Add an AWS::AppSync::ApiKey, which expires after 7 days unless Expires says otherwise.",
      ja: "{id} の認証方式は API キーだが、テンプレートにキーがない。このままでは誰も呼び出せないので、AWS::AppSync::ApiKey を加えること。Expires を省くと 7 日で期限が切れる。",
    },
  },
  check({ evaluator, network, template }, report) {
    for (const api of resourcesOf(evaluator, "AWS::AppSync::GraphQLApi")) {
      const { id } = api.owner;
      const keys = template.open || network.isExposed(id) ? undefined : keysOf(evaluator, network, id);
      for (const way of [api, ...partsIn(evaluator, api, "AdditionalAuthenticationProviders")]) {
        for (const type of settingOf(evaluator, way, "AuthenticationType", readType).known) {
          if (type.value === "API_KEY") {
            for (const guard of keys ? (remaining(evaluator.conditions, type.guard, keys) ?? []) : []) {
              report({
                at: type.span,
                message: "noKey",
                data: { id },
                severity: "warning",
                because: [...basisOf(way), type, { guard }],
                fixes: () => [newKey(template, api.owner.resource)],
              });
            }
            continue;
          }
          const config = configs[type.value];
          for (const guard of settingOf(evaluator, way, config, readAnything(evaluator)).absent) {
            report({
              at: type.span,
              message: "noConfig",
              data: { id, type: type.value, config },
              because: [...basisOf(way), type, { guard }],
            });
          }
        }
      }
    }
  },
});

const readType = readOneOf("API_KEY", "AWS_LAMBDA", "OPENID_CONNECT", "AMAZON_COGNITO_USER_POOLS");

function newKey(template: Template, api: Resource): Fix {
  const id = freshId(template, `${api.id}Key`);
  return {
    title: { en: `Add the API key ${id}, valid for 7 days`, ja: `API キー ${id} を追加する (有効期限 7 日)` },
    edits: [
      {
        kind: "add-resource",
        id,
        type: "AWS::AppSync::ApiKey",
        properties: { ApiId: getAtt(api.id, "ApiId") },
        condition: api.condition?.name,
        after: api.id,
      },
    ],
    preferred: true,
  };
}

/** The guards under which the API has a key; undefined where a key may be one of it, for all that can be read. */
function keysOf(evaluator: Evaluator, network: Network, apiId: string): readonly Guard[] | undefined {
  const guards: Guard[] = [];
  for (const key of resourcesOf(evaluator, "AWS::AppSync::ApiKey")) {
    const { known, unknown } = settingOf(evaluator, key, "ApiId", readReference("ApiId"));
    if (unknown.length > 0 && network.dependencies(key.owner.resource).has(apiId)) return undefined;
    guards.push(...known.filter(({ value }) => value === apiId).map(({ guard }) => guard));
  }
  return guards;
}
