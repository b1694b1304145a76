import { readText } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import type { Given } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { aliasesOf, cloudFrontZone, cloudFrontZoneOfChina, distributionOf } from "./alias-targets.ts";
import { type DnsRecord, isEditable, nameForPeople, recordsOf } from "./records.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html */
export const aliasCloudfrontZoneId = defineRule({
  id: "alias-cloudfront-zone-id",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    zone: {
      en: "{zone} is not the zone of CloudFront, where {name} leads: in an alias, HostedZoneId is the zone of the target, for every distribution {right}. The stack will fail. Set it to {right}.",
      ja: "{zone} は {name} の向かう CloudFront のゾーンではない。エイリアスの HostedZoneId はターゲット側のゾーンで、ディストリビューションなら常に {right}。作成は失敗する。{right} にすること。",
    },
    health: {
      en: "{name} leads to CloudFront, whose health Route 53 cannot evaluate. The stack will fail. Set EvaluateTargetHealth to false.",
      ja: "{name} は CloudFront に向かうエイリアスで、そのヘルスは Route 53 では評価できない。作成は失敗する。EvaluateTargetHealth を false にすること。",
    },
  },
  check({ evaluator }, report) {
    for (const record of recordsOf(evaluator)) {
      const name = nameForPeople(evaluator, record);
      for (const { health, names, zones } of aliasesOf(evaluator, record)) {
        for (const target of names) {
          const where = distributionOf(evaluator, target);
          if (!where) continue;
          const related = [{ at: target.span, message: { en: "The distribution", ja: "ディストリビューション" } }];
          const right = where === "china" ? cloudFrontZoneOfChina : cloudFrontZone;
          for (const zone of zones) {
            const wrong = otherZone(evaluator, zone, where);
            if (wrong === undefined) continue;
            report({
              at: zone.span,
              message: "zone",
              data: { zone: wrong, name, right },
              related,
              because: [record, target, zone],
              fixes: () => setting(record, "HostedZoneId", right, zone),
            });
          }
          for (const on of health) {
            report({
              at: on.span,
              message: "health",
              data: { name },
              related,
              because: [record, target, on],
              fixes: () => setting(record, "EvaluateTargetHealth", false, on),
            });
          }
        }
      }
    }
  },
});

/** The zone for people, where it is surely not CloudFront's. */
function otherZone({ template }: Evaluator, { value }: Given, where: "world" | "china" | "either"): string | undefined {
  if (value.kind === "reference") {
    const type = template.resources.get(value.logicalId)?.type;
    const isZone = type === "AWS::Route53::HostedZone" && (value.attribute ?? "Id") === "Id";
    const isBalancer = type?.startsWith("AWS::ElasticLoadBalancing") ?? false;
    return isZone || isBalancer ? value.logicalId : undefined;
  }
  const text = readText(value)?.trim();
  if (text === undefined) return undefined;
  const fitting = [
    ...(where === "china" ? [] : [cloudFrontZone]),
    ...(where === "world" ? [] : [cloudFrontZoneOfChina]),
  ];
  return fitting.includes(text) ? undefined : text;
}

function setting(record: DnsRecord, property: string, value: string | boolean, given: Given): readonly Fix[] {
  if (!isEditable(record) || given.from.length > 0) return [];
  return [
    {
      title: { en: `Set ${property} to ${value}`, ja: `${property} を ${value} にする` },
      edits: [{ kind: "replace-value", span: given.span, value }],
      preferred: true,
    },
  ];
}
