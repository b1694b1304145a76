import { readOneOf, readText } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule } from "../rule.ts";
import { basisOf, itemsOfSetting, type Part, partsIn, readSettings, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integrationresponse.html */
export const apigwIntegrationResponseUndeclared = defineRule({
  id: "apigw-integration-response-undeclared",
  group: "apis",
  severity: "error",
  topic: "api-gateway-request-response-flow",
  messages: {
    status: {
      en: "{id} maps answers of the backend to {status}, which its MethodResponses don't declare. Callers get 500 in place of such an answer. Add a method response with StatusCode {status}.",
      ja: "{id} はバックエンドの応答を {status} に対応付けているが、MethodResponses に {status} がない。その応答の代わりに、呼び出し元には 500 が返る。StatusCode {status} のメソッドレスポンスを追加すること。",
    },
    header: {
      en: "{id} sets {header} for {status}, but its method response for {status} doesn't declare that header. API Gateway refuses the mapping, so CloudFormation will fail. Declare {header} in ResponseParameters of the method response.",
      ja: "{id} は {status} で {header} を設定しているが、{status} のメソッドレスポンスにこのヘッダーの宣言がない。API Gateway に拒否され、作成は失敗する。メソッドレスポンスの ResponseParameters に {header} を宣言すること。",
    },
  },
  check({ evaluator }, report) {
    for (const method of resourcesOf(evaluator, "AWS::ApiGateway::Method")) {
      const { id } = method.owner;
      const declared = declaredResponses(evaluator, method);
      if (!declared) continue;
      for (const integration of partsIn(evaluator, method, "Integration")) {
        // A proxy integration passes on what the backend says.
        const types = settingOf(evaluator, integration, "Type", readOneOf("AWS", "HTTP", "MOCK")).known;
        for (const type of types) {
          const responses = partsIn(evaluator, integration, "IntegrationResponses");
          // Of several without a pattern only one can be the default, so the others answer nobody.
          const defaults = responses.filter((each) => isDefault(evaluator, each));
          for (const response of responses) {
            for (const status of settingOf(evaluator, response, "StatusCode", readText).known) {
              const because = [...basisOf(integration), ...basisOf(response), type, status];
              const matching = declared.get(status.value);
              if (!matching) {
                if (defaults.length > 1 && defaults.includes(response)) continue;
                report({
                  at: status.span,
                  message: "status",
                  severity: "warning",
                  data: { id, status: status.value },
                  because,
                });
                continue;
              }
              if (matching.mayHaveMore) continue;
              for (const mapping of settingOf(evaluator, response, "ResponseParameters", readSettings).known) {
                for (const [name, value] of mapping.value) {
                  if (!name.startsWith("method.response.header.") || value.kind === "absent") continue;
                  if (matching.headers.has(name.toLowerCase())) continue;
                  report({
                    at: value.span,
                    message: "header",
                    data: { id, status: status.value, header: name },
                    because: [...because, mapping],
                  });
                }
              }
            }
          }
        }
      }
    }
  },
});

function isDefault(evaluator: Evaluator, response: Part): boolean {
  return settingOf(evaluator, response, "SelectionPattern", readText).absent.length > 0;
}

interface Declared {
  /** In lower case; header names have no case. */
  readonly headers: Set<string>;
  mayHaveMore: boolean;
}

/** The method responses by status code; undefined where there may be others. */
function declaredResponses(evaluator: Evaluator, method: Part): ReadonlyMap<string, Declared> | undefined {
  if (itemsOfSetting(evaluator, method, "MethodResponses", readSettings).unknown.length > 0) return undefined;
  const declared = new Map<string, Declared>();
  for (const response of partsIn(evaluator, method, "MethodResponses")) {
    const codes = settingOf(evaluator, response, "StatusCode", readText);
    if (codes.unknown.length > 0) return undefined;
    const parameters = settingOf(evaluator, response, "ResponseParameters", readSettings);
    for (const { value: code } of codes.known) {
      const before = declared.get(code) ?? { headers: new Set<string>(), mayHaveMore: false };
      for (const { value } of parameters.known) for (const name of value.keys()) before.headers.add(name.toLowerCase());
      before.mayHaveMore ||= parameters.unknown.length > 0;
      declared.set(code, before);
    }
  }
  return declared;
}
