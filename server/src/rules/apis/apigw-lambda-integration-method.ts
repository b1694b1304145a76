import { readOneOf, readText } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { callsLambda, methodIntegrations } from "./integrations.ts";
import { basisOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
export const apigwLambdaIntegrationMethod = defineRule({
  id: "apigw-lambda-integration-method",
  group: "apis",
  severity: "error",
  topic: "api-gateway-request-response-flow",
  messages: {
    notPost: {
      en: "{id} calls its Lambda function with {method}, but Lambda is invoked by POST only, whatever the client's method is. The stack is made and the calls fail. Set IntegrationHttpMethod to POST.",
      ja: "{id} は Lambda 関数を {method} で呼び出す。クライアント側のメソッドに関係なく、Lambda の呼び出しは POST に限られる。作成は成功しても呼び出しが失敗するため、IntegrationHttpMethod を POST にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const integration of methodIntegrations(evaluator)) {
      const types = settingOf(evaluator, integration, "Type", readOneOf("AWS", "AWS_PROXY")).known;
      const uris = settingOf(evaluator, integration, "Uri", (value) => callsLambda(value)).known;
      for (const method of settingOf(evaluator, integration, "IntegrationHttpMethod", readText).known) {
        if (method.value.toUpperCase() === "POST") continue;
        for (const type of types) {
          for (const uri of uris) {
            if (!uri.value) continue;
            const { id } = integration.owner;
            report({
              at: method.span,
              message: "notPost",
              data: { id, method: method.value },
              related: [{ at: uri.span, message: { en: "The function is called here", ja: "呼び出す関数はここ" } }],
              because: [...basisOf(integration), method, type, uri],
              fixes: () =>
                rewriteValue(template, { span: method.span, from: method.from, text: method.value }, "POST", {
                  en: `Call the function of ${id} with POST`,
                  ja: `${id} の関数を POST で呼び出す`,
                }),
            });
          }
        }
      }
    }
  },
});
