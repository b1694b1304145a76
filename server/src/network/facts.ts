/**
 * Reads the properties of resources as facts: each way a property can come out, with the guard under which it does.
 * Types are normalised (`"80"`, `"true"`), an empty text is no value, and what cannot be read is unknown.
 */
import { parseCidr } from "../base/cidr.ts";
import { memoised } from "../base/memoised.ts";
import { propertyOf } from "../template/expression.ts";
import type { Resource } from "../template/template.ts";
import type {
  Alternative,
  Evaluator,
  Guard,
  KnownValue,
  ReferenceValue,
  UnknownValue,
  Value,
} from "../template/value.ts";
import { integerOf, isList, textOf } from "../template/values.ts";
import { remaining } from "./guards.ts";
import type { CidrText, Entity, Fact, Facts } from "./model.ts";

/** Gives undefined for what it cannot read; that is unknown then. */
export type Read<T> = (value: KnownValue | ReferenceValue | UnknownValue) => T | undefined;

/** A resource, and the guard under which it exists. */
export type Owner = Pick<Entity, "resource" | "guard">;

/** No way to come out at all: of a property that this kind of entity does not have. */
export const noFacts: Facts<never> = { known: [], unknown: [], absent: [] };

/** A property by its name. */
export function propertyFacts<T>(evaluator: Evaluator, owner: Owner, name: string, read: Read<T>): Facts<T> {
  const property = propertyOf(owner.resource.properties, name);
  return property === undefined
    ? missingFacts(owner.resource, owner.guard)
    : collect(evaluator.alternatives(property.value, owner.guard), read);
}

/** Each item of a list property. A single value counts as a list of one, as CloudFormation takes it. */
export function itemFacts<T>(evaluator: Evaluator, owner: Owner, name: string, read: Read<T>): Facts<T> {
  const property = propertyOf(owner.resource.properties, name);
  if (property === undefined) return missingFacts(owner.resource, owner.guard);
  return alternativeItemFacts(evaluator, evaluator.alternatives(property.value, owner.guard), read);
}

/** The same for a list at hand; undefined is absent. */
export function valueItemFacts<T>(
  evaluator: Evaluator,
  value: Value | undefined,
  under: Guard,
  read: Read<T>,
): Facts<T> {
  return value === undefined
    ? { known: [], unknown: [], absent: [under] }
    : alternativeItemFacts(evaluator, evaluator.alternativesOf(value, under), read);
}

/** The same for the ways in which a list comes out. */
export function alternativeItemFacts<T>(
  evaluator: Evaluator,
  alternatives: readonly Alternative[],
  read: Read<T>,
): Facts<T> {
  return joined(
    alternatives.map((alternative): Facts<T> => {
      const { value, guard } = alternative;
      if (value.kind !== "known" || !isList(value.data)) return collect([alternative], read);
      if (value.data.length === 0) return { known: [], unknown: [], absent: [guard] };
      return joined(value.data.map((item) => collect(evaluator.alternativesOf(item, guard), read)));
    }),
  );
}

/** A value at hand, such as one key of an object in a list; undefined is absent. */
export function valueFacts<T>(evaluator: Evaluator, value: Value | undefined, under: Guard, read: Read<T>): Facts<T> {
  return value === undefined
    ? { known: [], unknown: [], absent: [under] }
    : collect(evaluator.alternativesOf(value, under), read);
}

/**
 * Several properties that mean the same kind of thing, as far as they are written; absent only in the cases in which all
 * of them are.
 */
export function factsOfAny<T>(evaluator: Evaluator, owner: Owner, facts: readonly Facts<T>[]): Facts<T> {
  const { known, unknown } = joined(facts);
  if (owner.resource.open) return { known, unknown: [...unknown, owner.guard], absent: [] };
  const guards = [...known.map((fact) => fact.guard), ...unknown];
  // Too many cases to tell: then nothing is said to be missing.
  const absent = remaining(evaluator.conditions, owner.guard, guards) ?? [];
  return { known, unknown, absent };
}

export function joined<T>(parts: readonly Facts<T>[]): Facts<T> {
  const [only, ...more] = parts;
  if (only && more.length === 0) return only;
  return {
    known: parts.flatMap((part) => part.known),
    unknown: parts.flatMap((part) => part.unknown),
    absent: parts.flatMap((part) => part.absent),
  };
}

/** The same facts as something else. */
export function mapFacts<T, U>(facts: Facts<T>, convert: (value: T, fact: Fact<T>) => U): Facts<U> {
  return { ...facts, known: facts.known.map((fact) => ({ ...fact, value: convert(fact.value, fact) })) };
}

function missingFacts<T>(resource: Resource, guard: Guard): Facts<T> {
  return resource.open ? { known: [], unknown: [guard], absent: [] } : { known: [], unknown: [], absent: [guard] };
}

function collect<T>(alternatives: readonly Alternative[], read: Read<T>): Facts<T> {
  const known: Fact<T>[] = [];
  const unknown: Guard[] = [];
  const absent: Guard[] = [];
  for (const { value, guard } of alternatives) {
    if (value.kind === "absent") {
      absent.push(guard);
      continue;
    }
    const result = read(value);
    if (result === undefined) unknown.push(guard);
    else known.push({ value: result, guard, span: value.span, from: value.kind === "unknown" ? [] : value.from });
  }
  return { known, unknown, absent };
}

/** A text that is not empty; numbers and booleans as text. */
export function readText(value: Value): string | undefined {
  const text = textOf(value);
  return text === undefined || text.trim() === "" ? undefined : text;
}

export function readBoolean(value: Value): boolean | undefined {
  const text = textOf(value)?.toLowerCase();
  return text === "true" ? true : text === "false" ? false : undefined;
}

/** A whole number; -1 stands for "all" in ports and protocols. */
export function readInteger(value: Value): number | undefined {
  return textOf(value)?.trim() === "-1" ? -1 : integerOf(value);
}

export const readCidr = memoised((value: Value): CidrText | undefined => {
  const text = readText(value);
  if (text === undefined) return undefined;
  const parsed = parseCidr(text);
  return parsed.ok
    ? { text, cidr: parsed.cidr, hasHostBits: parsed.hasHostBits }
    : { text, cidr: undefined, hasHostBits: false };
});

/** One of a set of texts, whatever their case. */
export function readOneOf<T extends string>(...options: readonly T[]): Read<T> {
  return (value) => {
    const text = readText(value)?.toLowerCase();
    return options.find((option) => option.toLowerCase() === text);
  };
}
