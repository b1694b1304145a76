/** Values deeper in a resource: items of lists, properties of objects in them, with what they rest on. */
import { propertyFacts, valueFacts } from "../network/facts.ts";
import type { Facts } from "../network/model.ts";
import type { Resource } from "../template/template.ts";
import type { Evaluator, KnownValue, ReferenceValue, UnknownValue } from "../template/value.ts";
import { isList, isMap, textOf } from "../template/values.ts";
import { existence, type Given, waysOfProperty, waysOfValue } from "./basis.ts";

/**
 * The ways in which the value at a path comes out, where it is there at all. `*` stands for each item of a list; where a
 * list is meant, CloudFormation takes a single value, too.
 */
export function waysAt(evaluator: Evaluator, resource: Resource, path: readonly string[]): readonly Given[] {
  const [name = "", ...rest] = path;
  return waysOfProperty(evaluator, resource, name).flatMap((given) => waysIn(evaluator, given, rest));
}

/** The same from a value at hand. */
export function waysIn(evaluator: Evaluator, given: Given, path: readonly string[]): readonly Given[] {
  const [step, ...rest] = path;
  if (step === undefined) return [given];
  if (given.value.kind !== "known") return [];
  const { data } = given.value;
  const inner = step === "*" ? (isList(data) ? data : [given.value]) : isMap(data) ? [data.get(step)] : [];
  return inner.flatMap((value) => {
    if (value === undefined) return [];
    return waysOfValue(evaluator, value, given.guard).flatMap((way) => {
      const from = value === given.value ? given.from : [...given.from, ...way.from];
      return waysIn(evaluator, { ...way, from }, rest);
    });
  });
}

/** Whether a property is there, whatever it holds: unknown where its value may turn out to be empty. */
export function presence(evaluator: Evaluator, resource: Resource, name: string): Facts<true> {
  return propertyFacts(evaluator, { resource, guard: existence(evaluator.conditions, resource) }, name, isThere);
}

/** The same for a property of an object at hand. */
export function presenceIn(evaluator: Evaluator, { value, guard }: Given, name: string): Facts<true> {
  if (value.kind !== "known" || !isMap(value.data)) return { known: [], unknown: [guard], absent: [] };
  // What a transform in it will add is not known.
  const isOpen = [...value.data.keys()].some((key) => key.startsWith("Fn::"));
  const found = value.data.get(name);
  if (found === undefined && isOpen) return { known: [], unknown: [guard], absent: [] };
  return valueFacts(evaluator, found, guard, isThere);
}

/** Templates without conditions hand an empty text to a parameter for what they do not want. */
function isThere(value: KnownValue | ReferenceValue | UnknownValue): true | undefined {
  if (value.kind === "unknown" && value.reason.kind === "parameter") return undefined;
  return textOf(value)?.trim() === "" ? undefined : true;
}
