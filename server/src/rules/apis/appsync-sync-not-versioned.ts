import { readBoolean, readOneOf } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import type { Basis } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { basisOf, type Part, partsIn, readReference, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/appsync/latest/devguide/conflict-detection-and-sync.html */
export const appsyncSyncNotVersioned = defineRule({
  id: "appsync-sync-not-versioned",
  group: "apis",
  severity: "warning",
  topic: "appsync",
  messages: {
    notVersioned: {
      en: "{id} is to detect conflicts by version, but its data source {source} keeps none: DynamoDBConfig.Versioned is not true. Set it, along with a DeltaSyncConfig, or drop SyncConfig.",
      ja: "{id} はバージョンで競合を検出する設定だが、データソース {source} はバージョンを管理していない (DynamoDBConfig.Versioned が true でない)。DeltaSyncConfig とともに true にするか、SyncConfig を外すこと。",
    },
  },
  check({ evaluator }, report) {
    const sources = new Map(resourcesOf(evaluator, "AWS::AppSync::DataSource").map((part) => [part.owner.id, part]));
    for (const resolver of resourcesOf(evaluator, "AWS::AppSync::Resolver", "AWS::AppSync::FunctionConfiguration")) {
      for (const sync of partsIn(evaluator, resolver, "SyncConfig")) {
        for (const detection of settingOf(evaluator, sync, "ConflictDetection", readOneOf("VERSION")).known) {
          for (const named of settingOf(evaluator, resolver, "DataSourceName", readReference("Name")).known) {
            const source = sources.get(named.value);
            for (const because of source ? waysWithoutVersions(evaluator, source) : []) {
              report({
                at: detection.span,
                message: "notVersioned",
                data: { id: resolver.owner.id, source: named.value },
                related: source
                  ? [{ at: source.owner.resource.idSpan, message: { en: "The data source", ja: "データソースはここ" } }]
                  : [],
                because: [...basisOf(sync), detection, named, ...because],
              });
            }
          }
        }
      }
    }
  },
});

/** The ways in which a DynamoDB source comes out without versions. */
function waysWithoutVersions(evaluator: Evaluator, source: Part): readonly (readonly Basis[])[] {
  return settingOf(evaluator, source, "Type", readOneOf("AMAZON_DYNAMODB")).known.flatMap((type) =>
    partsIn(evaluator, source, "DynamoDBConfig").flatMap((config) => {
      const { absent, known } = settingOf(evaluator, config, "Versioned", readBoolean);
      const without = [...known.filter(({ value }) => !value), ...absent.map((guard) => ({ guard }))];
      return without.map((each) => [...basisOf(config), type, each]);
    }),
  );
}
