import { readOneOf } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { methodIntegrations } from "./integrations.ts";
import { basisOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html */
export const apigwStreamNotProxy = defineRule({
  id: "apigw-stream-not-proxy",
  group: "apis",
  severity: "error",
  topic: "api-gateway-payload-limits",
  messages: {
    notProxy: {
      en: "{id} is to stream its response, which only AWS_PROXY and HTTP_PROXY integrations can; this one is {type}. Set Type to {proxy}, or ResponseTransferMode to BUFFERED.",
      ja: "{id} は応答をストリーミングする設定だが、それができるのは AWS_PROXY と HTTP_PROXY の統合だけで、ここは {type}。Type を {proxy} にするか、ResponseTransferMode を BUFFERED にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const integration of methodIntegrations(evaluator)) {
      const { id } = integration.owner;
      for (const mode of settingOf(evaluator, integration, "ResponseTransferMode", readOneOf("STREAM")).known) {
        for (const type of settingOf(evaluator, integration, "Type", readOneOf("AWS", "HTTP", "MOCK")).known) {
          report({
            at: mode.span,
            message: "notProxy",
            data: {
              id,
              type: type.value,
              proxy:
                type.value === "MOCK"
                  ? { en: "AWS_PROXY or HTTP_PROXY", ja: "AWS_PROXY か HTTP_PROXY" }
                  : `${type.value}_PROXY`,
            },
            related: [{ at: type.span, message: { en: "The integration's type", ja: "統合の種類" } }],
            because: [...basisOf(integration), mode, type],
            fixes: () =>
              rewriteValue(
                template,
                { span: mode.span, from: mode.from, text: "STREAM" },
                "BUFFERED",
                { en: `Buffer the response of ${id}`, ja: `${id} の応答をバッファリングする` },
                {},
              ),
          });
        }
      }
    }
  },
});
