/** Finding calls inside expressions. */
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

export function* callsOf(expression: Expression, name: IntrinsicName): Generator<CallExpression> {
  for (const inner of walk(expression)) if (inner.kind === "call" && inner.name === name) yield inner;
}
