import { readOneOf } from "../../network/facts.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator, KnownValue, ReferenceValue, UnknownValue } from "../../template/value.ts";
import { isList, isMap } from "../../template/values.ts";
import { defineRule, type Fix } from "../rule.ts";
import { methodIntegrations } from "./integrations.ts";
import { basisOf, type Part, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html */
export const apigwProxyMappingUnused = defineRule({
  id: "apigw-proxy-mapping-unused",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-request-response-flow",
  messages: {
    requests: {
      en: "{id} has RequestTemplates, but a proxy integration ({type}) hands the request on as it is and never uses them. Remove them, or take {custom} if the body is to be reshaped.",
      ja: "{id} に RequestTemplates があるが、プロキシ統合 ({type}) はリクエストをそのまま渡し、マッピングテンプレートを使わない。削除するか、本文を変換したいなら {custom} にすること。",
    },
    responses: {
      en: "{id} has IntegrationResponses, but a proxy integration ({type}) returns what the backend says and never uses them. Remove them, and let the backend set status code and headers, those for CORS included.",
      ja: "{id} に IntegrationResponses があるが、プロキシ統合 ({type}) はバックエンドの応答をそのまま返し、これを使わない。削除し、ステータスコードとヘッダー (CORS 用も) はバックエンドで付けること。",
    },
  },
  check({ evaluator }, report) {
    for (const integration of methodIntegrations(evaluator)) {
      const { id } = integration.owner;
      const { absent, known, unknown } = settingOf(evaluator, integration, "Type", readType);
      const [type, ...others] = known;
      // What another type would use is not to no purpose.
      if (!type || others.length + absent.length + unknown.length + type.from.length > 0) continue;
      for (const [name, message] of mappings) {
        for (const mapping of settingOf(evaluator, integration, name, readFilled).known) {
          report({
            at: mapping.span,
            message,
            data: { id, type: type.value, custom: type.value === "AWS_PROXY" ? "AWS" : "HTTP" },
            tags: ["unnecessary"],
            related: [{ at: type.span, message: { en: "A proxy integration", ja: "プロキシ統合の指定" } }],
            because: [...basisOf(integration), type, mapping],
            fixes: () => withoutIt(evaluator, integration, name),
          });
        }
      }
    }
  },
});

const readType = readOneOf("AWS_PROXY", "HTTP_PROXY");
const mappings = [
  ["RequestTemplates", "requests"],
  ["IntegrationResponses", "responses"],
] as const;

/** A list or an object that holds something. */
function readFilled(value: KnownValue | ReferenceValue | UnknownValue): true | undefined {
  if (value.kind !== "known") return undefined;
  const { data } = value;
  return (isList(data) && data.length > 0) || (isMap(data) && data.size > 0) ? true : undefined;
}

function withoutIt(evaluator: Evaluator, { owner: { id, resource } }: Part, name: string): readonly Fix[] {
  const written = propertyOf(resource.properties, "Integration");
  if (!written || evaluator.alternatives(written.value).length !== 1) return [];
  return [
    {
      title: { en: `Remove ${name} from ${id}`, ja: `${id} の ${name} を削除する` },
      edits: [{ kind: "remove-property", resource: id, path: ["Integration", name] }],
      preferred: true,
    },
  ];
}
