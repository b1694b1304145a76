import { readOneOf } from "../../network/facts.ts";
import { defineRule } from "../rule.ts";
import { readAnything, resourcesOf, settingOf } from "./parts.ts";

/** All kinds but HTTP and NONE. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html */
const kindsWithRole = [
  "AWS_LAMBDA",
  "AMAZON_DYNAMODB",
  "AMAZON_ELASTICSEARCH",
  "AMAZON_OPENSEARCH_SERVICE",
  "AMAZON_EVENTBRIDGE",
  "AMAZON_BEDROCK_RUNTIME",
  "RELATIONAL_DATABASE",
] as const;

export const appsyncDataSourceRole = defineRule({
  id: "appsync-data-source-role",
  group: "apis",
  severity: "error",
  topic: "appsync",
  messages: {
    missing: {
      en: "{id} reads from {type} but has no ServiceRoleArn, which AppSync requires for this kind of source. Set it to a role that appsync.amazonaws.com may assume and that may use the source.",
      ja: "{id} のデータソースは {type} なのに ServiceRoleArn がない。この種類には必須なので、appsync.amazonaws.com が引き受けられ、データソースへのアクセス権を持つロールを指定すること。",
    },
  },
  check({ evaluator }, report) {
    for (const source of resourcesOf(evaluator, "AWS::AppSync::DataSource")) {
      const { owner } = source;
      const role = settingOf(evaluator, source, "ServiceRoleArn", readAnything(evaluator));
      for (const type of settingOf(evaluator, source, "Type", readOneOf(...kindsWithRole)).known) {
        for (const guard of role.absent) {
          report({
            at: type.span,
            message: "missing",
            data: { id: owner.id, type: type.value },
            because: [owner, type, { guard }],
          });
        }
      }
    }
  },
});
