import type { Span } from "../../base/span.ts";
import { readBoolean, readText } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { canHold } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";
import { type Part, readAnything, readReference, readSettings, resourcesOf, settingOf } from "./parts.ts";
import { resourcesOfApi } from "./rest-apis.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const apigwRequestValidatorMissing = defineRule({
  id: "apigw-request-validator-missing",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-request-response-flow",
  messages: {
    parameter: {
      en: "{id} declares {name} as required, but has no request validator, so calls without it reach the backend all the same. Set RequestValidatorId to a validator with ValidateRequestParameters.",
      ja: "{id} は {name} を必須と宣言しているが、リクエストバリデーターがない。指定のない呼び出しもそのままバックエンドに届くので、ValidateRequestParameters を有効にしたバリデーターを RequestValidatorId に指定すること。",
    },
    parameters: {
      en: "{id} declares {names} as required, but has no request validator, so calls without them reach the backend all the same. Set RequestValidatorId to a validator with ValidateRequestParameters.",
      ja: "{id} は {names} を必須と宣言しているが、リクエストバリデーターがない。指定のない呼び出しもそのままバックエンドに届くので、ValidateRequestParameters を有効にしたバリデーターを RequestValidatorId に指定すること。",
    },
    model: {
      en: "{id} has a model for the request body, but no request validator, so no body is held against it. Set RequestValidatorId to a validator with ValidateRequestBody.",
      ja: "{id} にはリクエスト本文のモデルがあるが、リクエストバリデーターがなく、本文は検証されない。ValidateRequestBody を有効にしたバリデーターを RequestValidatorId に指定すること。",
    },
  },
  check({ evaluator }, report) {
    for (const method of resourcesOf(evaluator, "AWS::ApiGateway::Method")) {
      const { id } = method.owner;
      const validator = settingOf(evaluator, method, "RequestValidatorId", readAnything(evaluator));
      if (validator.absent.length === 0) continue;
      const required = requiredParameters(evaluator, method);
      const [parameter] = required;
      const [model] = bodyModels(evaluator, method);
      const needs = { parameters: parameter !== undefined, body: model !== undefined };
      for (const guard of validator.absent) {
        const found = [parameter, model].find((each) => each && canHold(evaluator.conditions, each.guard, guard));
        if (!found) continue;
        report({
          at: found.at,
          ...(found === parameter
            ? missing(id, namesOf(parameter, required))
            : ({ message: "model", data: { id } } as const)),
          because: [method.owner, found, { guard }],
          fixes: () => validated(evaluator, method, needs),
        });
      }
    }
  },
});

interface Declared extends Fact<string> {
  readonly at: Span;
}

/** Headers and query strings that are declared as required. A path parameter is there whenever the path matches. */
function requiredParameters(evaluator: Evaluator, method: Part): readonly Declared[] {
  return settingOf(evaluator, method, "RequestParameters", readSettings).known.flatMap((parameters) =>
    [...parameters.value.keys()]
      .filter((name) => /^method\.request\.(?:header|querystring)\./.test(name))
      .flatMap((name) =>
        settingOf(evaluator, { owner: method.owner, inside: parameters }, name, readBoolean)
          .known.filter(({ value }) => value)
          .map((required) => ({ ...required, value: name, at: required.span })),
      ),
  );
}

/** The parameter and those that are required in any case, for one of them is no more at fault than the other. */
function namesOf(parameter: Declared, required: readonly Declared[]): readonly string[] {
  const sure = required.filter(({ guard, from }) => guard.outcomes.size === 0 && from.length === 0);
  return [...new Set([parameter, ...sure].map(({ value }) => value))];
}

function missing(id: string, names: readonly string[]) {
  const [name = ""] = names;
  return names.length === 1
    ? ({ message: "parameter", data: { id, name } } as const)
    : ({ message: "parameters", data: { id, names: listed(names) } } as const);
}

/** Models of bodies. Every API has `Empty`, which takes anything. */
function bodyModels(evaluator: Evaluator, method: Part): readonly Declared[] {
  return settingOf(evaluator, method, "RequestModels", readSettings).known.flatMap((models) =>
    [...models.value.keys()].flatMap((type) => {
      const model = { owner: method.owner, inside: models };
      const names = settingOf(evaluator, model, type, readText).known.filter(({ value }) => value !== "Empty");
      const references = settingOf(evaluator, model, type, readReference()).known;
      return [...names, ...references].map((each) => ({ ...each, at: each.span }));
    }),
  );
}

interface Needs {
  readonly parameters: boolean;
  readonly body: boolean;
}

/** Names a validator of the API that checks what is declared, or adds one. */
function validated(evaluator: Evaluator, method: Part, needs: Needs): readonly Fix[] {
  const { id, resource } = method.owner;
  if (propertyOf(resource.properties, "RequestValidatorId")) return [];
  const [api, ...others] = settingOf(evaluator, method, "RestApiId", readReference("RestApiId")).known;
  if (!api || others.length > 0) return [];
  const existing = resourcesOfApi(evaluator, "AWS::ApiGateway::RequestValidator", api.value).filter(
    ({ part }) => part.owner.guard.outcomes.size === 0 && checks(evaluator, part, needs),
  );
  const naming = existing.map(
    ({ part }, index): Fix => ({
      title: {
        en: `Validate requests of ${id} with ${part.owner.id}`,
        ja: `${id} のリクエストを ${part.owner.id} で検証する`,
      },
      edits: [{ kind: "set-property", resource: id, path: ["RequestValidatorId"], value: refTo(part.owner.id) }],
      preferred: index === 0,
    }),
  );
  if (naming.length > 0) return naming;
  const validator = freshId(evaluator.template, `${id}Validator`);
  return [
    {
      title: {
        en: `Add the request validator ${validator} and let ${id} use it`,
        ja: `リクエストバリデーター ${validator} を追加し、${id} で使う`,
      },
      edits: [
        { kind: "set-property", resource: id, path: ["RequestValidatorId"], value: refTo(validator) },
        {
          kind: "add-resource",
          id: validator,
          type: "AWS::ApiGateway::RequestValidator",
          properties: {
            RestApiId: refTo(api.value),
            ...(needs.body ? { ValidateRequestBody: true } : {}),
            ...(needs.parameters ? { ValidateRequestParameters: true } : {}),
          },
          condition: resource.condition?.name,
          after: id,
        },
      ],
      preferred: true,
    },
  ];
}

function checks(evaluator: Evaluator, validator: Part, { body, parameters }: Needs): boolean {
  const does = (name: string): boolean =>
    settingOf(evaluator, validator, name, readBoolean).known.some(({ value }: { readonly value: boolean }) => value);
  return (!body || does("ValidateRequestBody")) && (!parameters || does("ValidateRequestParameters"));
}
