import { readOneOf } from "../../network/facts.ts";
import { propertyOf } from "../../template/expression.ts";
import { defineRule } from "../rule.ts";
import { callsLambda, methodIntegrations } from "./integrations.ts";
import { basisOf, readAnything, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html */
export const apigwIntegrationMethodMissing = defineRule({
  id: "apigw-integration-method-missing",
  group: "apis",
  severity: "error",
  topic: "api-gateway-request-response-flow",
  messages: {
    missing: {
      en: "{id} has an integration of type {type} without IntegrationHttpMethod, which all types but MOCK require. {advice}",
      ja: "{id} の {type} 統合に IntegrationHttpMethod がない。MOCK 以外の統合では必須。{advice}",
    },
  },
  check({ evaluator }, report) {
    for (const integration of methodIntegrations(evaluator)) {
      const { id, resource } = integration.owner;
      const method = settingOf(evaluator, integration, "IntegrationHttpMethod", readAnything(evaluator));
      const uris = settingOf(evaluator, integration, "Uri", (value) => callsLambda(value));
      const lambda = uris.unknown.length + uris.absent.length === 0 && uris.known.every(({ value }) => value);
      for (const type of settingOf(evaluator, integration, "Type", readType).known) {
        const post = lambda && type.value.startsWith("AWS");
        for (const guard of method.absent) {
          report({
            at: type.span,
            message: "missing",
            data: {
              id,
              type: type.value,
              advice: post
                ? { en: "A Lambda function is called with POST.", ja: "Lambda 関数なら POST を指定すること。" }
                : {
                    en: "Set the method that the backend expects.",
                    ja: "バックエンドが受け付けるメソッドを指定すること。",
                  },
            },
            because: [...basisOf(integration), type, { guard }],
            fixes: () =>
              post && !propertyOf(propertyOf(resource.properties, "Integration")?.value, "IntegrationHttpMethod")
                ? [
                    {
                      title: { en: `Call the function of ${id} with POST`, ja: `${id} の関数を POST で呼び出す` },
                      edits: [
                        {
                          kind: "set-property",
                          resource: id,
                          path: ["Integration", "IntegrationHttpMethod"],
                          value: "POST",
                        },
                      ],
                      preferred: true,
                    },
                  ]
                : [],
          });
        }
      }
    }
  },
});

const readType = readOneOf("AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY");
