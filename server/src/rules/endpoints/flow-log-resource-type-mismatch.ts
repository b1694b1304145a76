import { textOf } from "../../template/values.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { flowLogsOf, kindOfWatched, typesOf, watchedName } from "./flow-logs.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html */
export const flowLogResourceTypeMismatch = defineRule({
  id: "flow-log-resource-type-mismatch",
  group: "endpoints",
  severity: "error",
  topic: "traffic-mirroring",
  messages: {
    other: {
      en: "{id} has ResourceType {type}, but {watched} is a {kind}. EC2 looks for the ID among resources of the wrong kind, so CloudFormation will fail. Set ResourceType to {kind}, or name a {type} in ResourceId.",
      ja: "{id} の ResourceType は {type} だが、{watched} は {kind}。種類の違うリソースから ID を探すことになり、作成は失敗する。ResourceType を {kind} にするか、ResourceId に {type} を指定すること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const log of flowLogsOf(evaluator)) {
      for (const type of typesOf(evaluator, log)) {
        const text = textOf(type.value);
        if (text === undefined) continue;
        for (const watched of waysOfProperty(evaluator, log, "ResourceId")) {
          const kind = kindOfWatched(evaluator, watched);
          if (kind === undefined || kind === text || !canHold(evaluator.conditions, type.guard, watched.guard))
            continue;
          report({
            at: type.span,
            message: "other",
            data: { id: log.id, type: text, kind, watched: watchedName(watched) },
            related: [{ at: watched.span, message: { en: `A ${kind}`, ja: kind } }],
            because: [type, watched],
            fixes: () =>
              rewriteValue(template, { ...type, text }, kind, {
                en: `Set ResourceType of ${log.id} to ${kind}`,
                ja: `${log.id} の ResourceType を ${kind} にする`,
              }),
          });
        }
      }
    }
  },
});
