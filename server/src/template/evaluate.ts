/**
 * Resolves the expressions of a template: what each comes to as far as it can be known without deploying. Pure,
 * total, memoised per template; a malformed or circular call is an unknown value, never an exception.
 */
import { createConditions } from "./conditions.ts";
import { isPseudoParameter, parameterValue } from "./parameters.ts";
import { createResolver } from "./resolve.ts";
import type { Template } from "./template.ts";
import { type Alternative, always, type EvaluationOptions, type Evaluator, type Guard, type Value } from "./value.ts";
import { unknown } from "./values.ts";

export function createEvaluator(template: Template, options: EvaluationOptions = {}): Evaluator {
  const conditions = createConditions(template, options);
  const context = createResolver({ template, options, conditions, useDefaults: true });

  function alternativesOf(value: Value, under: Guard = always): readonly Alternative[] {
    if (value.kind !== "choice") return [{ value, guard: under }];
    return [true, false].flatMap((outcome) => {
      const when = conditions.when(value.condition, outcome);
      const guard = when && conditions.both(under, when);
      return guard === undefined ? [] : alternativesOf(outcome ? value.then : value.else, guard);
    });
  }

  return {
    template,
    options,
    conditions,
    resolve: context.resolve,
    alternatives: (expression, under) => alternativesOf(context.resolve(expression), under),
    alternativesOf,
    parameter(name) {
      const span = template.parameters.get(name)?.idSpan ?? { block: { text: "" }, start: 0, end: 0 };
      const reason = isPseudoParameter(name) ? "pseudo-parameter" : "undefined-name";
      return parameterValue(context, name, span) ?? unknown({ kind: reason, name }, span);
    },
  };
}
