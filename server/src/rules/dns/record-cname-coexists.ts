import type { Fact } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { allGuards, type Basis } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { writtenNames, zonesOf } from "./record-names.ts";
import { type DnsRecord, nameForPeople, recordsOf, typesOf } from "./records.ts";

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
export const recordCnameCoexists = defineRule({
  id: "record-cname-coexists",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  facts: ["private-hosted-zone-sharing.cname-alone"],
  messages: {
    beside: {
      en: "{name} is a CNAME in {id}, and {other} has a record of type {type} of the same name in the zone. A CNAME allows no other record beside it, so the stack will fail. Keep one of the two.",
      ja: "{name} は {id} で CNAME だが、同じゾーンの同じ名前に {other} の {type} レコードもある。CNAME は同じ名前の他のレコードと共存できず、作成は失敗する。どちらか 1 つにすること。",
    },
  },
  check({ evaluator }, report) {
    const byName = new Map<string, Place[]>();
    for (const place of recordsOf(evaluator).flatMap((record) => placesOf(evaluator, record))) {
      const before = byName.get(place.key);
      if (before) before.push(place);
      else byName.set(place.key, [place]);
    }
    for (const places of byName.values()) {
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

interface Place {
  readonly record: DnsRecord;
  readonly type: Fact<string>;
  /** Equal for the same name in the same zone. */
  readonly key: string;
  readonly because: readonly Basis[];
}

function placesOf(evaluator: Evaluator, record: DnsRecord): readonly Place[] {
  const written = propertyOf(record.resource.properties, "Name")?.value;
  const names = writtenNames(evaluator, written, record.guard);
  return typesOf(evaluator, record).known.flatMap((type) =>
    zonesOf(evaluator, record).flatMap((zone) =>
      names.flatMap((name) => {
        const because = [record, type, zone, name];
        const isPossible = allGuards(
          evaluator.conditions,
          because.map(({ guard }) => guard),
        );
        return isPossible ? [{ record, type, key: `${zone.key}\n${name.key}`, because }] : [];
      }),
    ),
  );
}
