import { allGuards } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { recordsByName } from "./record-places.ts";
import { nameForPeople } from "./records.ts";

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
export const recordCnameCoexists = defineRule({
  id: "record-cname-coexists",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    beside: {
      en: "{name} is a CNAME in {id}, and {other} has a record of type {type} of the same name in the zone. A CNAME allows no other record beside it, so the stack will fail. Keep one of the two.",
      ja: "{name} は {id} で CNAME だが、同じゾーンの同じ名前に {other} の {type} レコードもある。CNAME は同じ名前の他のレコードと共存できず、作成は失敗する。どちらか 1 つにすること。",
    },
  },
  check({ evaluator }, report) {
    for (const places of recordsByName(evaluator).values()) {
      if (places.length < 2) continue;
      const others = places.filter(({ type }) => type.value !== "CNAME");
      for (const alias of places.filter(({ type }) => type.value === "CNAME")) {
        const other = others.find(
          (each) =>
            each.record !== alias.record &&
            allGuards(
              evaluator.conditions,
              [...alias.because, ...each.because].map(({ guard }) => guard),
            ),
        );
        if (!other) continue;
        report({
          at: alias.type.span,
          message: "beside",
          data: {
            name: nameForPeople(evaluator, alias.record),
            id: alias.record.id,
            other: other.record.id,
            type: other.type.value,
          },
          related: [
            {
              at: other.type.span,
              message: { en: "The other record of this name", ja: "同じ名前のもう 1 つのレコード" },
            },
          ],
          because: [...alias.because, ...other.because],
        });
      }
    }
  },
});
