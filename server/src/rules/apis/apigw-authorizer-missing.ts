import { readOneOf } from "../../network/facts.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule, type Fix } from "../rule.ts";
import { type Part, readAnything, readReference, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html */
export const apigwAuthorizerMissing = defineRule({
  id: "apigw-authorizer-missing",
  group: "apis",
  severity: "error",
  topic: "api-gateway-lambda-authorizer",
  messages: {
    missing: {
      en: "{id} is to be authorized by {type} but names no authorizer, which API Gateway refuses, so the stack will fail. Set AuthorizerId, or another AuthorizationType.",
      ja: "{id} の AuthorizationType は {type} だが、オーソライザーの指定がない。API Gateway に拒否され、作成は失敗する。AuthorizerId を指定するか、AuthorizationType を変えること。",
    },
    unused: {
      en: "{id} names an authorizer, but AuthorizationType {type} never asks one. AuthorizerId belongs with CUSTOM (Lambda) or COGNITO_USER_POOLS: set that type, or remove AuthorizerId.",
      ja: "{id} にはオーソライザーの指定があるが、AuthorizationType が {type} では使われない。AuthorizerId と組み合わせるのは CUSTOM (Lambda) か COGNITO_USER_POOLS なので、AuthorizationType を変えるか、AuthorizerId を外すこと。",
    },
  },
  check({ evaluator }, report) {
    for (const method of resourcesOf(evaluator, "AWS::ApiGateway::Method")) {
      const { id } = method.owner;
      const authorizer = settingOf(evaluator, method, "AuthorizerId", readAnything(evaluator));
      for (const type of settingOf(evaluator, method, "AuthorizationType", readType).known) {
        const asks = type.value === "CUSTOM" || type.value === "COGNITO_USER_POOLS";
        for (const guard of asks ? authorizer.absent : []) {
          report({
            at: type.span,
            message: "missing",
            data: { id, type: type.value },
            because: [method.owner, type, { guard }],
            fixes: () => naming(evaluator, method, type.value),
          });
        }
        // A parameter that may switch authorization off leaves the authorizer for when it is on.
        for (const named of asks || type.from.length > 0 ? [] : authorizer.known) {
          report({
            at: named.span,
            message: "unused",
            data: { id, type: type.value },
            related: [{ at: type.span, message: { en: "The authorization type", ja: "AuthorizationType はここ" } }],
            because: [method.owner, type, named],
            fixes: () => asking(evaluator, method),
          });
        }
      }
    }
  },
});

const readType = readOneOf("NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS");

/** How a method asks an authorizer of the type. */
function authorizationFor(evaluator: Evaluator, authorizer: Part): string | undefined {
  const [type, ...others] = settingOf(
    evaluator,
    authorizer,
    "Type",
    readOneOf("TOKEN", "REQUEST", "COGNITO_USER_POOLS"),
  ).known;
  if (!type || others.length > 0) return undefined;
  return type.value === "COGNITO_USER_POOLS" ? type.value : "CUSTOM";
}

function authorizers(evaluator: Evaluator): readonly Part[] {
  return resourcesOf(evaluator, "AWS::ApiGateway::Authorizer");
}

function apiOf(evaluator: Evaluator, part: Part): string | undefined {
  return settingOf(evaluator, part, "RestApiId", readReference("RestApiId")).known[0]?.value;
}

/** Names the one authorizer of the API that fits. */
function naming(evaluator: Evaluator, method: Part, type: string): readonly Fix[] {
  const { id, resource } = method.owner;
  if (propertyOf(resource.properties, "AuthorizerId")) return [];
  const api = apiOf(evaluator, method);
  const fitting = authorizers(evaluator).filter(
    (each) =>
      api !== undefined &&
      apiOf(evaluator, each) === api &&
      authorizationFor(evaluator, each) === type &&
      each.owner.guard.outcomes.size === 0,
  );
  const [only, ...others] = fitting;
  if (!only || others.length > 0) return [];
  return [
    {
      title: { en: `Authorize ${id} by ${only.owner.id}`, ja: `${id} を ${only.owner.id} で認可する` },
      edits: [{ kind: "set-property", resource: id, path: ["AuthorizerId"], value: refTo(only.owner.id) }],
      preferred: true,
    },
  ];
}

/** Lets the method ask the authorizer that it names. */
function asking(evaluator: Evaluator, method: Part): readonly Fix[] {
  const { id } = method.owner;
  const named = settingOf(evaluator, method, "AuthorizerId", readReference("AuthorizerId")).known[0]?.value;
  const authorizer = authorizers(evaluator).find(({ owner }) => owner.id === named);
  const type = authorizer && authorizationFor(evaluator, authorizer);
  const removal: Fix = {
    title: { en: `Remove AuthorizerId from ${id}`, ja: `${id} の AuthorizerId を削除する` },
    edits: [{ kind: "remove-property", resource: id, path: ["AuthorizerId"] }],
  };
  if (!authorizer || !type) return [removal];
  return [
    {
      title: {
        en: `Let ${authorizer.owner.id} authorize ${id} (${type})`,
        ja: `${id} を ${authorizer.owner.id} で認可する (${type})`,
      },
      edits: [{ kind: "set-property", resource: id, path: ["AuthorizationType"], value: type }],
      preferred: true,
    },
    removal,
  ];
}
