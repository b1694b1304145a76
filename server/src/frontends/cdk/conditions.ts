/**
 * The branches of the program as conditions of the template, so that what excludes each other in code is never
 * compared. A condition is named by the text of its test; what the test comes to stays unknown, but equal texts are
 * one condition, and `!`, `&&` and `||` mean what they say.
 */
import type { CodeExpression, CodeRange } from "../../syntax/code/ast.ts";
import type { Expression } from "../../template/expression.ts";
import { call, opaqueAt, scalarAt } from "./expressions.ts";
import { type Reading, spanOf, textOf } from "./reading.ts";

const LONGEST_NAME = 80;

/** The condition that a test stands for; undefined where it always holds as far as a synthesis is concerned. */
export function conditionOf(reading: Reading, test: CodeExpression): string | undefined {
  if (test.kind === "operation") {
    const [first, second] = test.operands;
    if (test.operator === "!" && first && !second) {
      const inner = conditionOf(reading, first);
      return inner === undefined ? undefined : negation(reading, inner, test);
    }
    if ((test.operator === "&&" || test.operator === "||") && first && second) {
      const parts = [conditionOf(reading, first), conditionOf(reading, second)].filter((part) => part !== undefined);
      return combine(reading, test.operator, parts, test);
    }
    if (test.operator === "===" && first && second) {
      if (textOf(reading, first) === "__name__") return undefined;
      return declareCondition(
        reading,
        `${short(reading, first)} ${equalsSign(reading)} ${short(reading, second)}`,
        test,
      );
    }
  }
  return declareCondition(reading, short(reading, test), test);
}

/** The condition that holds where the other doesn't. */
export function negation(reading: Reading, condition: string, at: CodeRange): string {
  const sign = reading.dialect === "snake" ? "not " : "!";
  if (condition.startsWith(sign) && reading.conditions.get(condition)?.body.kind === "call") {
    return unwrapped(condition.slice(sign.length));
  }
  const plain = /^[\w.$?[\]]+$/.test(condition) ? condition : `(${condition})`;
  return declare(reading, `${sign}${plain}`, at, [condition], "Not");
}

/** Both conditions; either may be missing. */
export function conjunction(
  reading: Reading,
  outer: string | undefined,
  inner: string | undefined,
  at: CodeRange,
): string | undefined {
  const parts = [outer, inner].filter((part) => part !== undefined);
  return combine(reading, "&&", [...new Set(parts)], at);
}

function combine(reading: Reading, operator: "&&" | "||", parts: readonly string[], at: CodeRange): string | undefined {
  const [only, second] = parts;
  if (second === undefined) return only;
  const word = reading.dialect === "snake" ? { "&&": "and", "||": "or" }[operator] : operator;
  const name = parts.map((part) => (/ (?:and|or|&&|\|\|) /.test(part) ? `(${part})` : part)).join(` ${word} `);
  return declare(reading, name, at, parts, operator === "&&" ? "And" : "Or");
}

/** A condition that stands for itself: nothing is known of when it holds. */
export function declareCondition(reading: Reading, name: string, at: CodeRange): string {
  if (!reading.conditions.has(name)) {
    const span = spanOf(reading, at);
    reading.conditions.set(name, { id: name, idSpan: span, span, body: opaqueAt(reading, at) });
  }
  return name;
}

function declare(
  reading: Reading,
  name: string,
  at: CodeRange,
  parts: readonly string[],
  operator: "And" | "Or" | "Not",
): string {
  if (!reading.conditions.has(name)) {
    const span = spanOf(reading, at);
    const items = parts.map((part): Expression => call(reading, "Condition", scalarAt(reading, part, at), at));
    const body = call(reading, operator, { kind: "list", items, span }, at);
    reading.conditions.set(name, { id: name, idSpan: span, span, body });
  }
  return name;
}

function short(reading: Reading, range: CodeRange): string {
  const text = textOf(reading, range).replace(/\s+/g, " ");
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}… (${range.start})` : text;
}

function unwrapped(text: string): string {
  return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
}

function equalsSign(reading: Reading): string {
  return reading.dialect === "snake" ? "==" : "===";
}
