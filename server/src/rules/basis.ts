/**
 * What a finding rests on, and how facts of the network combine.
 *
 * Two facts combine only where their guards can hold together; what is missing counts only where nothing unknown could
 * be there instead.
 */
import type { Span } from "../base/span.ts";
import type { Entity, Fact, Facts, Link } from "../network/model.ts";
import { type Expression, propertyOf } from "../template/expression.ts";
import type { Resource } from "../template/template.ts";
import {
  type AbsentValue,
  type Alternative,
  always,
  type Conditions,
  type Evaluator,
  type Guard,
  type Provenance,
  type Value,
} from "../template/value.ts";
import type { Report } from "./rule.ts";

export type Basis = NonNullable<Report<string>["because"]>[number];

/** A value that a deployment may choose differently: a parameter's default. */
export type Assumption = Extract<Provenance, { readonly kind: "default" | "assumed" }>;

/** All guards together; undefined where they exclude each other. */
export function allGuards(conditions: Conditions, guards: readonly (Guard | undefined)[]): Guard | undefined {
  let result: Guard | undefined = always;
  for (const guard of guards) {
    if (guard === undefined) continue;
    result = conditions.both(result, guard);
    if (result === undefined) return undefined;
  }
  return result;
}

/** Whether there is an outcome of the conditions under which all guards hold. */
export function canHold(conditions: Conditions, ...guards: readonly Guard[]): boolean {
  return allGuards(conditions, guards) !== undefined;
}

/** The assumptions of all facts, each parameter once, in the order met. */
export function assumptionsOf(because: readonly Basis[]): readonly Assumption[] {
  const byParameter = new Map<string, Assumption>();
  for (const { from = [] } of because) {
    for (const provenance of from) {
      if (provenance.kind !== "default" && provenance.kind !== "assumed") continue;
      if (!byParameter.has(provenance.parameter)) byParameter.set(provenance.parameter, provenance);
    }
  }
  return [...byParameter.values()];
}

/** Every unordered pair, in order. */
export function* pairsOf<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, first] of items.entries()) {
    for (const second of items.slice(index + 1)) yield [first, second];
  }
}

/** Whether the property may be there though nobody can say what it holds. */
export function mayBeUnknown(conditions: Conditions, facts: Facts<unknown>, under: Guard): boolean {
  return facts.unknown.some((guard) => canHold(conditions, guard, under));
}

/** Guards under which the property is given, with or without a known value. */
export function presentUnder(facts: Facts<unknown>): readonly Guard[] {
  return [...facts.known.map(({ guard }) => guard), ...facts.unknown];
}

/** A name that is equal for the same entity, or for the same thing elsewhere; undefined for what is something else. */
export function linkKey(link: Link<Entity>): string | undefined {
  switch (link.kind) {
    case "entity":
      return `entity ${link.entity.id}`;
    case "elsewhere":
      return `elsewhere ${link.key}`;
    case "other":
      return undefined;
  }
}

/** An entity that a link comes to in some cases. */
export interface LinkedEntity<T extends Entity> {
  readonly entity: T;
  readonly fact: Fact<Link<T>>;
}

/** The entities that a link may come to, each with its fact. */
export function linkedEntities<T extends Entity>({ known }: Facts<Link<T>>): readonly LinkedEntity<T>[] {
  const found: LinkedEntity<T>[] = [];
  // Most rules ask for most links: a loop, since flatMap makes a list per fact.
  for (const fact of known) if (fact.value.kind === "entity") found.push({ entity: fact.value.entity, fact });
  return found;
}

/** One way in which a property is there: its value, and what that rests on. */
export interface Given {
  readonly value: Exclude<Alternative["value"], AbsentValue>;
  readonly guard: Guard;
  readonly span: Span;
  readonly from: readonly Provenance[];
}

/**
 * The ways in which an expression of a resource comes out, where it is there at all; resource conditions included. An
 * empty text is a common placeholder for what is not given.
 */
export function waysOf(evaluator: Evaluator, resource: Resource, expression: Expression | undefined): readonly Given[] {
  if (expression === undefined) return [];
  return given(evaluator, evaluator.alternatives(expression, existence(evaluator.conditions, resource)));
}

/** The same for a value at hand: an item of a list, a property of an object. */
export function waysOfValue(evaluator: Evaluator, value: Value, under: Guard): readonly Given[] {
  return given(evaluator, evaluator.alternativesOf(value, under));
}

function given(evaluator: Evaluator, alternatives: readonly Alternative[]): readonly Given[] {
  return alternatives.flatMap(({ value, guard }) =>
    value.kind === "absent" || isEmpty(evaluator, value)
      ? []
      : [{ value, guard, span: value.span, from: value.kind === "unknown" ? [] : value.from }],
  );
}

/** Whether it is an empty text, also by a parameter's default. */
export function isEmpty({ template }: Evaluator, value: Given["value"]): boolean {
  if (value.kind === "known") return value.data === "";
  if (value.kind !== "unknown" || value.reason.kind !== "parameter") return false;
  const byDefault = template.parameters.get(value.reason.name)?.default;
  return byDefault?.kind === "scalar" && byDefault.text.trim() === "";
}

/** The same for a property, by its name. */
export function waysOfProperty(evaluator: Evaluator, resource: Resource, name: string): readonly Given[] {
  return waysOf(evaluator, resource, propertyOf(resource.properties, name)?.value);
}

/** The guard under which a resource exists; `always` where its condition can never be true, since then nobody asks. */
export function existence(conditions: Conditions, resource: Resource): Guard {
  return (resource.condition && conditions.when(resource.condition.name, true)) ?? always;
}
