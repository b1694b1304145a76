/** Finding calls inside expressions. */
import { memoised } from "../../base/memoised.ts";
import type { CallExpression, Expression, IntrinsicName } from "../../template/expression.ts";

/** Every expression inside, the outer before the inner, itself first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.kind) {
    case "list":
      for (const item of expression.items) yield* walk(item);
      break;
    case "object":
      for (const property of expression.properties) yield* walk(property.value);
      break;
    case "call":
      yield* walk(expression.argument);
      break;
  }
}

/** The calls of a function inside an expression, the outer before the inner. */
export function callsOf(expression: Expression, name: IntrinsicName): readonly CallExpression[] {
  return callsIn(expression).filter((call) => call.name === name);
}

const callsIn = memoised((expression: Expression): readonly CallExpression[] => {
  const calls: CallExpression[] = [];
  collectCalls(expression, calls);
  return calls;
});

/** `walk` without its generators: it goes through every resource of each version. */
function collectCalls(expression: Expression, calls: CallExpression[]): void {
  switch (expression.kind) {
    case "list":
      for (const item of expression.items) collectCalls(item, calls);
      break;
    case "object":
      for (const property of expression.properties) collectCalls(property.value, calls);
      break;
    case "call":
      calls.push(expression);
      collectCalls(expression.argument, calls);
      break;
  }
}
