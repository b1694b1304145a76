/**
 * What the conditions of a template allow: which outcomes go together. A parameter's default decides nothing (whoever
 * deploys may give another value); literals, and values that are assumed on purpose, do.
 */
import type { Localized } from "../base/localized.ts";
import { createConditionFormulas } from "./condition-formulas.ts";
import { createResolver } from "./resolve.ts";
import { type Formula, satisfiable } from "./satisfiability.ts";
import type { Template } from "./template.ts";
import { always, type Conditions, type EvaluationOptions, type Guard } from "./value.ts";

const MOST_SCENARIOS = 32;

export function createConditions(template: Template, options: EvaluationOptions = {}): Conditions {
  // Inside conditions an Fn::If decides nothing more than its own condition says.
  const undecided: Pick<Conditions, "both" | "when"> = { both: merge, when: (name, outcome) => guardOf(name, outcome) };
  const context = createResolver({ template, options, conditions: undecided, useDefaults: false });
  const formulas = createConditionFormulas(context);
  const possible = new Map<string, boolean>();

  function holds(guard: Guard): Formula {
    const parts = [...guard.outcomes].map(([name, outcome]): Formula => {
      const formula = formulas.of(name);
      return outcome ? formula : { kind: "not", part: formula };
    });
    return { kind: "all", parts };
  }

  function isPossible(guard: Guard): boolean {
    const names = [...guard.outcomes].map(([name, outcome]) => `${outcome ? "+" : "-"}${name}`);
    const key = names.sort().join("\n");
    const before = possible.get(key);
    if (before !== undefined) return before;
    const result = satisfiable([holds(guard)], formulas.domains);
    possible.set(key, result);
    return result;
  }

  function both(a: Guard, b: Guard): Guard | undefined {
    if (a.outcomes.size === 0) return b;
    if (b.outcomes.size === 0) return a;
    const merged = merge(a, b);
    if (merged === undefined || merged === a || merged === b) return merged;
    return isPossible(merged) ? merged : undefined;
  }

  function when(condition: string, outcome: boolean): Guard | undefined {
    const guard = guardOf(condition, outcome);
    if (!isPossible(guard)) return undefined;
    return isPossible(guardOf(condition, !outcome)) ? guard : always;
  }

  function scenarios(names: readonly string[], limit = MOST_SCENARIOS): readonly Guard[] | undefined {
    let found: readonly Guard[] = [always];
    for (const name of new Set(names)) {
      found = found.flatMap((guard) =>
        [true, false].flatMap((outcome) => {
          const next = when(name, outcome);
          return (next && both(guard, next)) ?? [];
        }),
      );
      if (found.length > limit) return undefined;
    }
    return found;
  }

  return {
    both,
    when,
    exhaustive: (guards) =>
      !satisfiable(
        guards.map((guard) => ({ kind: "not", part: holds(guard) })),
        formulas.domains,
      ),
    scenarios,
    describe,
  };
}

function guardOf(condition: string, outcome: boolean): Guard {
  return { outcomes: new Map([[condition, outcome]]) };
}

/** Both sets of outcomes; undefined where they name one condition with different outcomes. */
function merge(a: Guard, b: Guard): Guard | undefined {
  for (const [name, outcome] of b.outcomes) {
    if ((a.outcomes.get(name) ?? outcome) !== outcome) return undefined;
  }
  if ([...b.outcomes.keys()].every((name) => a.outcomes.has(name))) return a;
  if ([...a.outcomes.keys()].every((name) => b.outcomes.has(name))) return b;
  return { outcomes: new Map([...a.outcomes, ...b.outcomes]) };
}

function describe(guard: Guard): Localized {
  const outcomes = [...guard.outcomes];
  if (outcomes.length === 0) return { en: "", ja: "" };
  return {
    en: `when ${outcomes.map(([name, outcome]) => `${name} is ${outcome}`).join(" and ")}`,
    ja: `${outcomes.map(([name, outcome]) => `${name} が ${outcome}`).join("、")} の場合`,
  };
}
