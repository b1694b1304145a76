import type { Span } from "../base/span.ts";
import type { ResolveContext } from "./context.ts";
import { always, type ChoiceValue, type Guard, type Value } from "./value.ts";
import { type PlainValue, unknown } from "./values.ts";

/** Beyond this many ways to come out, a value counts as unknown. */
const MOST_ALTERNATIVES = 64;

/**
 * Computes with values that may be choices: `combine` sees each combination of branches that the conditions allow, and
 * the results become a choice again. A condition that occurs in several inputs is decided once for all of them.
 */
export function distribute(
  context: ResolveContext,
  inputs: readonly Value[],
  span: Span,
  combine: (plain: readonly PlainValue[]) => Value,
): Value {
  let count = 0;

  function go(values: readonly Value[], guard: Guard): Value {
    const choice = values.find((value) => value.kind === "choice");
    if (choice === undefined) {
      count += 1;
      return count > MOST_ALTERNATIVES ? tooMany(span) : combine(values.filter((value) => value.kind !== "choice"));
    }
    if (count > MOST_ALTERNATIVES) return tooMany(span);
    return decide(context, choice, guard, span, (outcome, under) =>
      go(
        values.map((value) => branchOf(value, choice.condition, outcome)),
        under,
      ),
    );
  }

  const result = go(inputs, always);
  return count > MOST_ALTERNATIVES || leaves(result) > MOST_ALTERNATIVES ? tooMany(span) : result;
}

/** Both branches of a choice, or only the one that can be taken. */
export function decide(
  context: ResolveContext,
  choice: Pick<ChoiceValue, "condition">,
  guard: Guard,
  span: Span,
  branch: (outcome: boolean, under: Guard) => Value,
): Value {
  const { conditions } = context;
  const under = (outcome: boolean): Guard | undefined => {
    const when = conditions.when(choice.condition, outcome);
    return when && conditions.both(guard, when);
  };
  const [yes, no] = [under(true), under(false)];
  if (yes === undefined) return branch(false, no ?? guard);
  if (no === undefined) return branch(true, yes);
  // biome-ignore lint/suspicious/noThenProperty: named as in Fn::If; no value is ever awaited
  return { kind: "choice", condition: choice.condition, then: branch(true, yes), else: branch(false, no), span };
}

function branchOf(value: Value, condition: string, outcome: boolean): Value {
  let at = value;
  while (at.kind === "choice" && at.condition === condition) at = outcome ? at.then : at.else;
  return at;
}

function leaves(value: Value): number {
  return value.kind === "choice" ? leaves(value.then) + leaves(value.else) : 1;
}

function tooMany(span: Span): Value {
  return unknown({ kind: "code" }, span);
}
