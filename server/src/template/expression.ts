/**
 * What a template says, before anything is resolved. Both front ends produce it: `!Ref Vpc` in YAML and `vpc.ref` in
 * TypeScript are the same call.
 */
import type { Span } from "../base/span.ts";

export type Expression = ScalarExpression | ListExpression | ObjectExpression | CallExpression | OpaqueExpression;

export type Scalar = string | number | boolean | null;

export interface ScalarExpression {
  readonly kind: "scalar";
  readonly value: Scalar;
  /** The text as written, before a schema made it a number or boolean. */
  readonly text: string;
  readonly span: Span;
}

export interface ListExpression {
  readonly kind: "list";
  readonly items: readonly Expression[];
  readonly span: Span;
}

export interface ObjectExpression {
  readonly kind: "object";
  /** In the order written. A key written twice appears twice; `propertyOf` gives the last. */
  readonly properties: readonly Property[];
  readonly span: Span;
}

export interface Property {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Expression;
  readonly span: Span;
}

/** The intrinsic functions, without `Fn::`. A name that is not among them gives an opaque expression. */
export const intrinsicNames = [
  "Ref",
  "GetAtt",
  "Sub",
  "Join",
  "Select",
  "Split",
  "FindInMap",
  "If",
  "Cidr",
  "GetAZs",
  "ImportValue",
  "Base64",
  "Length",
  "ToJsonString",
  "Transform",
  "Equals",
  "And",
  "Or",
  "Not",
  "Condition",
  "ForEach",
  "GetStackOutput",
  "Contains",
  "EachMemberEquals",
  "EachMemberIn",
  "RefAll",
  "ValueOf",
  "ValueOfAll",
] as const;
export type IntrinsicName = (typeof intrinsicNames)[number];

export interface CallExpression {
  readonly kind: "call";
  readonly name: IntrinsicName;
  /**
   * The argument in one shape for both forms. `GetAtt` is always a list [logical ID, attribute] (the dotted string is
   * split, with spans for both parts); all else is as written.
   */
  readonly argument: Expression;
  /** `code`: made by a program (CDK), not written as a function. */
  readonly form: "short" | "long" | "code";
  /** The function's name: `!Ref`, `Fn::GetAtt`. */
  readonly nameSpan: Span;
  readonly span: Span;
}

/** Something whose value cannot be read: an unknown tag, a macro's result, an expression of a program. */
export interface OpaqueExpression {
  readonly kind: "opaque";
  readonly reason: string;
  readonly span: Span;
}

/** Shows an expression and every one inside it, the outer before the inner. */
export function visit(expression: Expression, see: (each: Expression) => void): void {
  see(expression);
  switch (expression.kind) {
    case "list":
      for (const item of expression.items) visit(item, see);
      return;
    case "object":
      for (const { value } of expression.properties) visit(value, see);
      return;
    case "call":
      visit(expression.argument, see);
      return;
    default:
  }
}

/** The property with this key (the last, where it is written twice). */
export function propertyOf(expression: Expression | undefined, key: string): Property | undefined {
  if (expression?.kind !== "object") return undefined;
  const { properties } = expression;
  // Asked thousands of times per keystroke: a loop is several times faster here than findLast.
  for (let index = properties.length - 1; index >= 0; index -= 1) {
    const property = properties[index];
    if (property?.key === key) return property;
  }
  return undefined;
}
