import { factsOfAny, propertyFacts, readText } from "../../network/facts.ts";
import { getAtt } from "../../template/edit.ts";
import type { Resource, Template } from "../../template/template.ts";
import { type Basis, canHold, existence, waysOfProperty } from "../basis.ts";
import { isWritten, keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { flowLogsOf, logsDestination } from "./flow-logs.ts";

/** The service that a role for flow logs has to trust. */
const service = "vpc-flow-logs.amazonaws.com";
const destinations: ReadonlyMap<string, string> = new Map([
  ["AWS::S3::Bucket", "s3"],
  ["AWS::KinesisFirehose::DeliveryStream", "kinesis-data-firehose"],
]);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html */
export const flowLogRoleMissing = defineRule({
  id: "flow-log-role-missing",
  group: "endpoints",
  severity: "error",
  topic: "traffic-mirroring",
  messages: {
    none: {
      en: "{id} writes to CloudWatch Logs{byDefault} but has no DeliverLogsPermissionArn, the role that permits it. CloudFormation will fail. Name a role that {service} can assume, or write to S3, which needs none.",
      ja: "{id} の出力先は CloudWatch Logs{byDefault}だが、書き込みに使うロール DeliverLogsPermissionArn がなく、作成は失敗する。{service} が引き受けられるロールを指定するか、ロールのいらない S3 に出力すること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const log of flowLogsOf(evaluator)) {
      const owner = { resource: log, guard: existence(evaluator.conditions, log) };
      const role = factsOfAny(evaluator, owner, [presence(evaluator, log, "DeliverLogsPermissionArn")]);
      const type = propertyFacts(evaluator, owner, "LogDestinationType", readText);
      const byDefault = type.absent.map((guard) => ({ guard, byDefault: true }));
      const written = type.known.flatMap((fact) =>
        fact.value === logsDestination ? [{ ...fact, byDefault: false }] : [],
      );
      for (const logs of [...byDefault, ...written]) {
        for (const guard of role.absent) {
          if (!canHold(evaluator.conditions, logs.guard, guard)) continue;
          const because: readonly Basis[] = [logs, { guard }];
          report({
            at: logs.byDefault ? log.idSpan : keySpan(log, "LogDestinationType"),
            message: "none",
            data: {
              id: log.id,
              service,
              byDefault: logs.byDefault ? { en: " (the default)", ja: " (既定) " } : { en: "", ja: " " },
            },
            because,
            fixes: () => [...toItsDestination(log), ...withRole(log)],
          });
        }
      }
    }

    /** A bucket or a stream as destination says what the type should have been. */
    function toItsDestination(log: Resource): readonly Fix[] {
      const [destination, more] = waysOfProperty(evaluator, log, "LogDestination");
      if (destination?.value.kind !== "reference" || more) return [];
      const target = template.resources.get(destination.value.logicalId);
      const type = destinations.get(target?.type ?? "");
      if (!target || type === undefined) return [];
      return [
        {
          title: {
            en: `Deliver ${log.id} to ${target.id}: LogDestinationType ${type}`,
            ja: `${log.id} を ${target.id} に出力する (LogDestinationType: ${type})`,
          },
          edits: [{ kind: "set-property", resource: log.id, path: ["LogDestinationType"], value: type }],
          preferred: true,
        },
      ];
    }

    function withRole(log: Resource): readonly Fix[] {
      if (isWritten(log, "DeliverLogsPermissionArn")) return [];
      return rolesFor(template).map((role) => ({
        title: {
          en: `Let ${log.id} write with the role ${role.id}`,
          ja: `${log.id} の書き込みにロール ${role.id} を使う`,
        },
        edits: [
          { kind: "set-property", resource: log.id, path: ["DeliverLogsPermissionArn"], value: getAtt(role.id, "Arn") },
        ],
      }));
    }
  },
});

/** The roles of the template that the service of flow logs can assume. */
function rolesFor({ resources }: Template): readonly Resource[] {
  return [...resources.values()].filter(
    ({ type, body: { span } }) =>
      type === "AWS::IAM::Role" && span.block.text.slice(span.start, span.end).includes(service),
  );
}
