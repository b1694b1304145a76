import { readText } from "../../network/facts.ts";
import { propertyOf } from "../../template/expression.ts";
import { defineRule } from "../rule.ts";
import { positionsOf } from "./record-names.ts";
import { nameForPeople, recordFacts, recordsOf } from "./records.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export const recordOutsideZone = defineRule({
  id: "record-outside-zone",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    outside: {
      en: "{name} is not in the zone {zone}: Route 53 takes record names as complete, it appends nothing. The stack will fail. Write a name that ends in {zone}, or name the zone that {name} belongs to.",
      ja: "{name} はゾーン {zone} の名前ではない。Route 53 はレコード名を完全な名前として扱い、ゾーン名を補わない。作成は失敗する。{zone} で終わる名前にするか、{name} の属するゾーンを指定すること。",
    },
  },
  check({ evaluator }, report) {
    for (const record of recordsOf(evaluator)) {
      const written = propertyOf(record.resource.properties, "Name")?.value;
      if (!written) continue;
      for (const { position, zone, because } of positionsOf(evaluator, record)) {
        if (position !== "outside" || !zone.name) continue;
        const names = recordFacts(evaluator, record, "Name", readText).known;
        const name = names.length === 1 && names[0] ? names[0].value : nameForPeople(evaluator, record);
        const zoneText = readText(evaluator.resolve(zone.name)) ?? zone.resource?.id;
        if (zoneText === undefined) continue;
        report({
          at: written.span,
          message: "outside",
          data: { name: withoutDot(name), zone: withoutDot(zoneText) },
          related: [{ at: zone.name.span, message: { en: "The name of the zone", ja: "ゾーンの名前" } }],
          because,
        });
      }
    }
  },
});

/** A dot at the end changes nothing, and would end the sentence. */
function withoutDot(name: string): string {
  return name.replace(/\.$/, "");
}
