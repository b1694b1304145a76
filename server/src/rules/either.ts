/** Properties of which a resource takes one: two at once, and none at all. */
import { factsOfAny } from "../network/facts.ts";
import type { Fact } from "../network/model.ts";
import { propertyOf } from "../template/expression.ts";
import type { Resource } from "../template/template.ts";
import type { Evaluator, Guard } from "../template/value.ts";
import { allGuards, existence } from "./basis.ts";
import type { Fix } from "./rule.ts";
import { presence } from "./ways-at.ts";

export interface TwoGiven {
  /** The properties, as they were asked for. */
  readonly names: readonly [string, string];
  /** What their being there rests on. */
  readonly because: readonly [Fact<true>, Fact<true>];
}

/** Each way in which both properties are there at once. */
export function bothGiven(
  evaluator: Evaluator,
  resource: Resource,
  first: string,
  second: string,
): readonly TwoGiven[] {
  return presence(evaluator, resource, first).known.flatMap((one) =>
    presence(evaluator, resource, second).known.flatMap((other): readonly TwoGiven[] =>
      allGuards(evaluator.conditions, [one.guard, other.guard])
        ? [{ names: [first, second], because: [one, other] }]
        : [],
    ),
  );
}

/** The guards under which the resource is there and none of the properties is. */
export function noneGiven(evaluator: Evaluator, resource: Resource, names: readonly string[]): readonly Guard[] {
  const guard = existence(evaluator.conditions, resource);
  const facts = names.map((name) => presence(evaluator, resource, name));
  return factsOfAny(evaluator, { resource, guard }, facts).absent;
}

/** A fix for each of the properties that removes the other one; nothing for one that depends on a condition. */
export function keepOne(
  evaluator: Evaluator,
  resource: Resource,
  [first, second]: readonly [string, string],
): readonly Fix[] {
  return [
    { keep: first, drop: second },
    { keep: second, drop: first },
  ].flatMap(({ keep, drop }) => {
    const written = propertyOf(resource.properties, drop);
    if (!written || evaluator.alternatives(written.value).length !== 1) return [];
    return [
      {
        title: { en: `Keep ${keep} only`, ja: `${keep} だけを残す` },
        edits: [{ kind: "remove-property", resource: resource.id, path: [drop] }],
      },
    ];
  });
}
