import { readOneOf } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule, type Fix } from "../rule.ts";
import { type Part, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html */
export const appsyncOpensearchOldName = defineRule({
  id: "appsync-opensearch-old-name",
  group: "apis",
  severity: "info",
  topic: "appsync",
  messages: {
    old: {
      en: "{id} uses AMAZON_ELASTICSEARCH, the old name of AMAZON_OPENSEARCH_SERVICE, kept for older templates. Use the new one, with OpenSearchServiceConfig in place of ElasticsearchConfig.",
      ja: "{id} の AMAZON_ELASTICSEARCH は AMAZON_OPENSEARCH_SERVICE の旧名で、互換のために残っている。新しい名前と、ElasticsearchConfig に代わる OpenSearchServiceConfig を使うこと。",
    },
  },
  check({ evaluator }, report) {
    for (const source of resourcesOf(evaluator, "AWS::AppSync::DataSource")) {
      const { owner } = source;
      for (const type of settingOf(evaluator, source, "Type", readOneOf("AMAZON_ELASTICSEARCH")).known) {
        report({
          at: type.span,
          message: "old",
          data: { id: owner.id },
          tags: ["deprecated"],
          because: [owner, type],
          fixes: () => renamed(evaluator, source, type),
        });
      }
    }
  },
});

/** Both names at once; the settings are the same. */
function renamed(evaluator: Evaluator, { owner: { id, resource } }: Part, type: Fact<string>): readonly Fix[] {
  const written = propertyOf(resource.properties, "Type");
  if (!written || type.from.length > 0 || evaluator.alternatives(written.value).length !== 1) return [];
  const has = (name: string): boolean => propertyOf(resource.properties, name) !== undefined;
  if (has("OpenSearchServiceConfig")) return [];
  return [
    {
      title: { en: `Use the name of OpenSearch Service in ${id}`, ja: `${id} を OpenSearch Service の名前にする` },
      edits: [
        { kind: "replace-value", span: type.span, value: "AMAZON_OPENSEARCH_SERVICE" },
        ...(has("ElasticsearchConfig")
          ? [
              {
                kind: "rename-property" as const,
                resource: id,
                path: ["ElasticsearchConfig"],
                to: "OpenSearchServiceConfig",
              },
            ]
          : []),
      ],
      preferred: true,
    },
  ];
}
