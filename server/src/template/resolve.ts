/** The core of the evaluator: one expression to one value, memoised, total, bounded. */
import { memoised } from "../base/memoised.ts";
import type { ResolveContext } from "./context.ts";
import { decide } from "./distribute.ts";
import type { CallExpression, Expression, IntrinsicName, ScalarExpression } from "./expression.ts";
import { cidr } from "./intrinsics/cidr.ts";
import { getAZs, length, list, object, select } from "./intrinsics/lists.ts";
import { findInMap } from "./intrinsics/mappings.ts";
import { getAtt, ref } from "./intrinsics/references.ts";
import { base64, join, split, sub, toJsonString } from "./intrinsics/strings.ts";
import { always, type UnknownReason, type Value } from "./value.ts";
import { invalidCall, isDynamic, known, unknown } from "./values.ts";

type Intrinsic = (context: ResolveContext, call: CallExpression) => Value;

const MOST_DEPTH = 200;

/** Functions of conditions and rules give no value; loops stand here only where the front end could not expand them. */
const intrinsics: Readonly<Partial<Record<IntrinsicName, Intrinsic>>> = {
  Ref: ref,
  GetAtt: getAtt,
  Sub: sub,
  Join: join,
  Select: select,
  Split: split,
  FindInMap: findInMap,
  If: choose,
  Cidr: cidr,
  GetAZs: getAZs,
  Base64: base64,
  Length: length,
  ToJsonString: toJsonString,
  ImportValue: unknownBecause({ kind: "import" }),
  GetStackOutput: unknownBecause({ kind: "import" }),
  Transform: unknownBecause({ kind: "transform" }),
  ForEach: unknownBecause({ kind: "transform" }),
};

/** Gives a context whose `resolve` follows references through the template and never runs in circles. */
export function createResolver(base: Omit<ResolveContext, "resolve" | "blocks">): ResolveContext {
  const done = new Map<Expression, Value>();
  // Short: a look through it is quicker than a set that grows and shrinks.
  const running: Expression[] = [];
  const context: ResolveContext = { ...base, blocks: new Map(), resolve };

  function resolve(expression: Expression): Value {
    if (expression.kind === "scalar") return scalarValue(expression);
    const before = done.get(expression);
    if (before !== undefined) return before;
    if (running.length >= MOST_DEPTH || running.includes(expression))
      return unknown({ kind: "circular" }, expression.span);
    running.push(expression);
    const value = compute(expression);
    running.pop();
    done.set(expression, value);
    return value;
  }

  function compute(expression: Exclude<Expression, ScalarExpression>): Value {
    switch (expression.kind) {
      case "list":
        return list(context, expression);
      case "object":
        return object(context, expression);
      case "call":
        return (intrinsics[expression.name] ?? noValue)(context, expression);
      case "opaque":
        return unknown({ kind: base.template.source === "cdk" ? "code" : "transform" }, expression.span);
    }
  }

  return context;
}

/** A literal is the same value in every version of the document, so what was read of it stays too. */
const scalarValue = memoised(
  ({ value, span }: ScalarExpression): Value =>
    typeof value === "string" && isDynamic(value) ? unknown({ kind: "dynamic-reference" }, span) : known(value, span),
);

function choose(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const [condition, yes, no] = argument.kind === "list" ? argument.items : [];
  if (condition?.kind !== "scalar" || yes === undefined || no === undefined) return invalidCall("If", span);
  return decide(context, { condition: condition.text }, always, span, (outcome) => context.resolve(outcome ? yes : no));
}

function noValue(_context: ResolveContext, call: CallExpression): Value {
  return invalidCall(call.name, call.span);
}

function unknownBecause(reason: UnknownReason): Intrinsic {
  return (_context, call) => unknown(reason, call.span);
}
