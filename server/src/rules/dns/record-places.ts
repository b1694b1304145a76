/** Records by name and zone: which ones stand under one name. */
import { memoised } from "../../base/memoised.ts";
import type { Fact } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { allGuards, type Basis } from "../basis.ts";
import { writtenNames, zonesOf } from "./record-names.ts";
import { type DnsRecord, recordsOf, typesOf } from "./records.ts";

/** A record under a name of its zone. */
export interface RecordPlace {
  readonly record: DnsRecord;
  readonly type: Fact<string>;
  /** Equal for the same name in the same zone. */
  readonly key: string;
  readonly because: readonly Basis[];
}

function placesOf(evaluator: Evaluator, record: DnsRecord): readonly RecordPlace[] {
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

/** All records whose zone and name are known, by both. */
export const recordsByName = memoised((evaluator: Evaluator): ReadonlyMap<string, readonly RecordPlace[]> => {
  const byName = new Map<string, RecordPlace[]>();
  for (const place of recordsOf(evaluator).flatMap((record) => placesOf(evaluator, record))) {
    const before = byName.get(place.key);
    if (before) before.push(place);
    else byName.set(place.key, [place]);
  }
  return byName;
});

/** The types of the other records that may stand under the same name. */
export function typesBeside(evaluator: Evaluator, record: DnsRecord): readonly string[] {
  const keys = new Set(placesOf(evaluator, record).map(({ key }) => key));
  return [...keys].flatMap((key) =>
    (recordsByName(evaluator).get(key) ?? []).flatMap((place) => (place.record === record ? [] : [place.type.value])),
  );
}
