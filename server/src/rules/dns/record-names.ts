/**
 * Names of records and zones, and how they lie to one another. Names are compared by how they are put together, so that
 * `www.${Domain}` lies in the zone `${Domain}` whatever the parameter is; where that says nothing, by their known texts.
 */
import { readText } from "../../network/facts.ts";
import { keyOfText, type TextPart, writtenTexts } from "../../network/written-text.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator, Guard } from "../../template/value.ts";
import { allGuards, type Basis, existence } from "../basis.ts";
import type { DnsRecord } from "./records.ts";

/** A name without the dot at its end; `key` is equal for equal names. */
export interface Name extends Basis {
  readonly parts: readonly TextPart[];
  readonly key: string;
  readonly guard: Guard;
}

/** The ways in which a name is put together. */
export function writtenNames(evaluator: Evaluator, expression: Expression | undefined, under: Guard): readonly Name[] {
  return writtenTexts(evaluator, expression, under).flatMap(({ parts, guard }) => asName(parts, guard));
}

/** The known texts of a name. */
function knownNames(evaluator: Evaluator, expression: Expression | undefined, under: Guard): readonly Name[] {
  if (!expression) return [];
  return evaluator.alternatives(expression, under).flatMap(({ value, guard }) => {
    const text = readText(value);
    if (text === undefined || value.kind !== "known") return [];
    return asName([{ kind: "text", text }], guard).map((name) => ({ ...name, from: value.from }));
  });
}

/** Case does not count, nor does a dot at the end; `\052` is a star. */
function asName(parts: readonly TextPart[], guard: Guard): readonly Name[] {
  const normal = parts.map((part, index): TextPart => {
    if (part.kind === "name") return part;
    const text = part.text.trim().toLowerCase().replaceAll("\\052", "*");
    return { kind: "text", text: index === parts.length - 1 ? text.replace(/\.$/, "") : text };
  });
  const filled = normal.filter((part) => part.kind === "name" || part.text !== "");
  return filled.length === 0 ? [] : [{ parts: filled, key: keyOfText({ parts: filled }), guard }];
}

/** The zone that a record is in. */
export interface ZoneOfRecord extends Basis {
  /** Equal for the same zone; zones given by id and by name are never known to be the same. */
  readonly key: string;
  /** The hosted zone of this template, where it is one. */
  readonly resource: Resource | undefined;
  /** The expression of the zone's name and the case in which it is. */
  readonly name: Expression | undefined;
  readonly guard: Guard;
}

/** The zones that the record may be in, as far as they are known: its own, else that of the group around it. */
export function zonesOf(evaluator: Evaluator, record: DnsRecord): readonly ZoneOfRecord[] {
  const holder = [record.resource, record.group].find(
    (resource) => resource && ["HostedZoneId", "HostedZoneName"].some((name) => propertyOf(resource.properties, name)),
  );
  if (!holder) return [];
  const byId = propertyOf(holder.properties, "HostedZoneId")?.value;
  const byName = propertyOf(holder.properties, "HostedZoneName")?.value;
  if (byId && byName) return [];
  if (byName) {
    return writtenNames(evaluator, byName, record.guard).map(({ key, guard }) => ({
      key: `name ${key}`,
      resource: undefined,
      name: byName,
      guard,
    }));
  }
  if (!byId) return [];
  return writtenTexts(evaluator, byId, record.guard).map(({ parts, guard }) => {
    const [only, ...more] = parts;
    const target = only?.kind === "name" && more.length === 0 ? only.key.replace(/\.Id$/, "") : undefined;
    const resource = target === undefined ? undefined : evaluator.template.resources.get(target);
    const zone = resource?.type === "AWS::Route53::HostedZone" ? resource : undefined;
    const key = zone ? `zone ${zone.id}` : `id ${keyOfText({ parts })}`;
    return { key, resource: zone, name: zone && propertyOf(zone.properties, "Name")?.value, guard };
  });
}

/** `apex`: the name of the zone itself; `inside`: below it; `outside`: surely elsewhere. */
export type Position = "apex" | "inside" | "outside";

export interface Placed {
  readonly position: Position;
  readonly zone: ZoneOfRecord;
  readonly because: readonly Basis[];
}

/** Where the record lies in its zone, in each case in which that can be told. */
export function positionsOf(evaluator: Evaluator, record: DnsRecord): readonly Placed[] {
  const own = propertyOf(record.resource.properties, "Name")?.value;
  return zonesOf(evaluator, record).flatMap((zone) => {
    const under = evaluator.conditions.both(record.guard, zone.guard);
    if (!under) return [];
    const exists = zone.resource ? [{ guard: existence(evaluator.conditions, zone.resource) }] : [];
    const rest = [record, zone, ...exists];
    const byParts = pairs(evaluator, writtenNames(evaluator, own, under), writtenNames(evaluator, zone.name, under));
    const placed = byParts.flatMap(({ a, b }) => {
      const position = positionByParts(a, b);
      return position ? [{ position, zone, because: [...rest, a, b] }] : [];
    });
    if (placed.length === byParts.length && placed.length > 0) return placed;
    const byText = pairs(evaluator, knownNames(evaluator, own, under), knownNames(evaluator, zone.name, under));
    const further = byText.flatMap(({ a, b }) => {
      const position = positionByParts(a, b);
      return position ? [{ position, zone, because: [...rest, a, b] }] : [];
    });
    return placed.length > 0 ? placed : further;
  });
}

function pairs(evaluator: Evaluator, names: readonly Name[], zones: readonly Name[]) {
  return names.flatMap((a) =>
    zones.flatMap((b) => (allGuards(evaluator.conditions, [a.guard, b.guard]) ? [{ a, b }] : [])),
  );
}

function positionByParts(name: Name, zone: Name): Position | undefined {
  if (name.key === zone.key) return "apex";
  if (name.key.endsWith(`.${zone.key}`)) return "inside";
  const [only, ...more] = zone.parts;
  if (only?.kind !== "text" || more.length > 0) return undefined;
  // What the end of the name is written as is enough to see that the zone is another one.
  const last = name.parts.at(-1);
  if (last?.kind !== "text") return undefined;
  const isWhole = name.parts.length === 1;
  return isWhole || last.text.length > only.text.length ? "outside" : undefined;
}
