import { readBoolean, readText } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html */
export const apigwv2SimpleResponsesFormat = defineRule({
  id: "apigwv2-simple-responses-format",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-lambda-authorizer",
  messages: {
    format: {
      en: "{id} has EnableSimpleResponses, but its payload format is {version}, with which the function must answer with an IAM policy; a plain isAuthorized is for 2.0. Set AuthorizerPayloadFormatVersion to 2.0, or EnableSimpleResponses to false.",
      ja: "{id} は EnableSimpleResponses が有効なのに、ペイロード形式が {version}。この形式の関数は IAM ポリシーを返す必要があり、isAuthorized だけの応答は 2.0 のもの。AuthorizerPayloadFormatVersion を 2.0 にするか、EnableSimpleResponses を false にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const authorizer of resourcesOf(evaluator, "AWS::ApiGatewayV2::Authorizer")) {
      const { owner } = authorizer;
      for (const simple of settingOf(evaluator, authorizer, "EnableSimpleResponses", readBoolean).known) {
        if (!simple.value) continue;
        for (const version of settingOf(evaluator, authorizer, "AuthorizerPayloadFormatVersion", readText).known) {
          if (Number(version.value) !== 1) continue;
          report({
            at: simple.span,
            message: "format",
            data: { id: owner.id, version: version.value },
            related: [{ at: version.span, message: { en: "The payload format", ja: "ペイロード形式" } }],
            because: [owner, simple, version],
            fixes: () => [
              ...rewriteValue(
                template,
                { span: version.span, from: version.from, text: version.value },
                "2.0",
                {
                  en: `Set AuthorizerPayloadFormatVersion of ${owner.id} to 2.0`,
                  ja: `${owner.id} の AuthorizerPayloadFormatVersion を 2.0 にする`,
                },
                {},
              ),
              ...rewriteValue(
                template,
                { span: simple.span, from: simple.from, text: "true" },
                false,
                {
                  en: `Let ${owner.id} answer with IAM policies`,
                  ja: `${owner.id} は IAM ポリシーで応答する`,
                },
                {},
              ),
            ],
          });
        }
      }
    }
  },
});
