import { readOneOf, readText } from "../../network/facts.ts";
import { propertyOf } from "../../template/expression.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule, type Fix } from "../rule.ts";
import { protocolsOfApiOf } from "./http-api.ts";
import { type Part, readAnything, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html */
export const apigwv2PayloadFormat = defineRule({
  id: "apigwv2-payload-format",
  group: "apis",
  severity: "error",
  topic: "api-gateway-request-response-flow",
  messages: {
    missing: {
      en: "{id} has no PayloadFormatVersion, which HTTP APIs require on every integration. Set {versions}.",
      ja: "{id} に PayloadFormatVersion がない。HTTP API ではどの統合にも必要なので、{versions} を指定すること。",
    },
    notForIt: {
      en: "{id} asks for payload format {version}, but {kind} takes 1.0 only. The stack will fail. Set PayloadFormatVersion to 1.0.",
      ja: "{id} のペイロード形式は {version} だが、{kind} で使えるのは 1.0 だけで、作成は失敗する。PayloadFormatVersion を 1.0 にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const integration of resourcesOf(evaluator, "AWS::ApiGatewayV2::Integration")) {
      const { owner } = integration;
      const version = settingOf(evaluator, integration, "PayloadFormatVersion", readText);
      const subtype = settingOf(evaluator, integration, "IntegrationSubtype", readAnything(evaluator));
      for (const { because, protocol } of protocolsOfApiOf(evaluator, integration)) {
        if (protocol !== "HTTP") continue;
        for (const type of settingOf(evaluator, integration, "IntegrationType", readType).known) {
          // AWS_PROXY is a Lambda function, unless a subtype names an action of another service.
          const services = type.value === "HTTP_PROXY" ? [{ guard: type.guard }] : subtype.known;
          const functions = type.value === "HTTP_PROXY" ? [] : subtype.absent.map((guard) => ({ guard }));
          for (const guard of version.absent) {
            for (const target of [...services, ...functions]) {
              const only = services.some((each) => each === target);
              report({
                at: type.span,
                message: "missing",
                data: {
                  id: owner.id,
                  versions: only ? "1.0" : { en: "2.0 (the newer format) or 1.0", ja: "2.0 (新しい形式) か 1.0" },
                },
                because: [owner, ...because, type, { guard }, target],
                fixes: () => choosing(integration, only ? ["1.0"] : ["2.0", "1.0"]),
              });
            }
          }
          for (const given of version.known) {
            if (Number(given.value) !== 2) continue;
            for (const target of services) {
              report({
                at: given.span,
                message: "notForIt",
                data: {
                  id: owner.id,
                  version: given.value,
                  kind:
                    type.value === "HTTP_PROXY"
                      ? { en: "an HTTP integration", ja: "HTTP 統合" }
                      : { en: "an integration with an AWS service", ja: "AWS サービス統合" },
                },
                related: [{ at: type.span, message: { en: "The integration's type", ja: "統合の種類" } }],
                because: [owner, ...because, type, given, target],
                fixes: () =>
                  rewriteValue(template, { span: given.span, from: given.from, text: given.value }, "1.0", {
                    en: `Set PayloadFormatVersion of ${owner.id} to 1.0`,
                    ja: `${owner.id} の PayloadFormatVersion を 1.0 にする`,
                  }),
              });
            }
          }
        }
      }
    }
  },
});

const readType = readOneOf("AWS_PROXY", "HTTP_PROXY");

/** One fix per version, the first preferred. */
function choosing({ owner: { id, resource } }: Part, versions: readonly string[]): readonly Fix[] {
  if (propertyOf(resource.properties, "PayloadFormatVersion")) return [];
  return versions.map((version, index) => ({
    title: {
      en: `Set PayloadFormatVersion of ${id} to ${version}`,
      ja: `${id} の PayloadFormatVersion を ${version} にする`,
    },
    edits: [{ kind: "set-property", resource: id, path: ["PayloadFormatVersion"], value: version }],
    preferred: index === 0,
  }));
}
