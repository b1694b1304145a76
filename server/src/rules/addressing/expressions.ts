/** Finding calls inside expressions. */
import { memoised } from "../../base/memoised.ts";
import { type CallExpression, type Expression, type IntrinsicName, visit } from "../../template/expression.ts";

/** The calls of a function inside an expression, the outer before the inner. */
export function callsOf(expression: Expression, name: IntrinsicName): readonly CallExpression[] {
  return callsIn(expression).filter((call) => call.name === name);
}

/** All calls inside an expression, the outer before the inner. */
export const callsIn = memoised((expression: Expression): readonly CallExpression[] => {
  const calls: CallExpression[] = [];
  visit(expression, (each) => {
    if (each.kind === "call") calls.push(each);
  });
  return calls;
});
