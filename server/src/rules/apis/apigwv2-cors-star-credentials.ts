import { readBoolean, readText } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { basisOf, itemsOfSetting, partsIn, resourcesOf, settingOf } from "./parts.ts";

/**
 * The service answers "allow-credentials is not supported if 'allow-origin' is *", as reported in
 * https://github.com/aws/aws-cdk/issues/9076. Settings: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export const apigwv2CorsStarCredentials = defineRule({
  id: "apigwv2-cors-star-credentials",
  group: "apis",
  severity: "error",
  topic: "api-gateway",
  messages: {
    both: {
      en: "{id} allows credentials from every origin (*), which API Gateway refuses, so the stack will fail. List the origins that may send cookies, or set AllowCredentials to false.",
      ja: "{id} の CORS は、すべてのオリジン (*) に資格情報の送信を許可している。この組み合わせは API Gateway に拒否され、作成は失敗する。Cookie などを送るオリジンを列挙するか、AllowCredentials を false にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const api of resourcesOf(evaluator, "AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi")) {
      for (const cors of partsIn(evaluator, api, "CorsConfiguration")) {
        for (const origin of itemsOfSetting(evaluator, cors, "AllowOrigins", readText).known) {
          if (origin.value.trim() !== "*") continue;
          for (const credentials of settingOf(evaluator, cors, "AllowCredentials", readBoolean).known) {
            if (!credentials.value) continue;
            const { id } = api.owner;
            report({
              at: origin.span,
              message: "both",
              data: { id },
              related: [
                { at: credentials.span, message: { en: "Credentials are allowed here", ja: "ここで資格情報を許可" } },
              ],
              because: [...basisOf(cors), origin, credentials],
              fixes: () =>
                rewriteValue(
                  template,
                  { span: credentials.span, from: credentials.from, text: "true" },
                  false,
                  { en: `Do without credentials in ${id}`, ja: `${id} で資格情報を許可しない` },
                  { preferred: false },
                ),
            });
          }
        }
      }
    }
  },
});
