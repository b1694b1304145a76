/**
 * What an expression comes to, as far as it can be known without deploying: total, and honest about what is unknown.
 */
import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Expression, Scalar } from "./expression.ts";
import type { Template } from "./template.ts";

export type Value = KnownValue | ReferenceValue | UnknownValue | ChoiceValue | AbsentValue;

export type Data = Scalar | readonly Value[] | ReadonlyMap<string, Value>;

/** Where a known value comes from, beyond the text itself. Literals leave no trace. */
export type Provenance =
  | { readonly kind: "default"; readonly parameter: string; readonly value: string }
  | { readonly kind: "assumed"; readonly parameter: string; readonly value: string }
  | { readonly kind: "mapping"; readonly mapping: string; readonly keys: readonly string[] }
  | { readonly kind: "computed"; readonly function: string };

export interface KnownValue {
  readonly kind: "known";
  readonly data: Data;
  readonly from: readonly Provenance[];
  readonly span: Span;
}

/** Identity is known, text is not until deployment: `!Ref Vpc`, `!GetAtt Eip.AllocationId`. */
export interface ReferenceValue {
  readonly kind: "reference";
  readonly logicalId: string;
  /** Undefined for `Ref`. */
  readonly attribute?: string | undefined;
  readonly from: readonly Provenance[];
  readonly span: Span;
}

export type UnknownReason =
  | { readonly kind: "parameter"; readonly name: string; readonly type: string }
  | { readonly kind: "pseudo-parameter"; readonly name: string }
  | { readonly kind: "import" }
  | { readonly kind: "dynamic-reference" }
  | { readonly kind: "transform" }
  | { readonly kind: "undefined-name"; readonly name: string }
  | { readonly kind: "attribute"; readonly logicalId: string; readonly attribute: string }
  | { readonly kind: "code" }
  | { readonly kind: "invalid-call"; readonly function: string }
  | { readonly kind: "zones" }
  | { readonly kind: "circular" };

export interface UnknownValue {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** What it may be, where that is known (AllowedValues without a default; mapping over regions). */
  readonly candidates?: readonly KnownValue[] | undefined;
  readonly span: Span;
}

/** `Fn::If`. */
export interface ChoiceValue {
  readonly kind: "choice";
  readonly condition: string;
  readonly then: Value;
  readonly else: Value;
  readonly span: Span;
}

/** `AWS::NoValue`: the property is as if not written. */
export interface AbsentValue {
  readonly kind: "absent";
  readonly span: Span;
}

/**
 * Under which outcomes of the template's conditions a fact holds: a conjunction. The empty guard always holds.
 * Made only by `Conditions`.
 */
export interface Guard {
  readonly outcomes: ReadonlyMap<string, boolean>;
}

export const always: Guard = { outcomes: new Map() };

export interface Conditions {
  /** Both guards together; undefined where they exclude each other (`IsProd` true and false; two Equals of one parameter). */
  both(a: Guard, b: Guard): Guard | undefined;
  /** The guard under which the named condition comes out so; undefined where it never can. An unknown name is free. */
  when(condition: string, outcome: boolean): Guard | undefined;
  /** Whether the set of cases is complete: there is no outcome of all conditions in which every guard fails. */
  exhaustive(guards: readonly Guard[]): boolean;
  /** Every satisfiable combination of the named conditions' outcomes, at most `limit`; undefined where there are more. */
  scenarios(names: readonly string[], limit?: number): readonly Guard[] | undefined;
  /** "when IsProd is true and HasNat is false"; empty texts for the empty guard. */
  describe(guard: Guard): Localized;
}

/** One way a value can come out. */
export interface Alternative<T extends Value = Exclude<Value, ChoiceValue>> {
  readonly value: T;
  readonly guard: Guard;
}

export interface EvaluationOptions {
  /** Values to assume for parameters instead of their defaults. */
  readonly parameters?: ReadonlyMap<string, string> | undefined;
  readonly region?: string | undefined;
}

/** Resolves the expressions of one template; memoised. */
export interface Evaluator {
  readonly template: Template;
  /** What it assumes. */
  readonly options: EvaluationOptions;
  readonly conditions: Conditions;
  resolve(expression: Expression): Value;
  /** The ways an expression comes out, each with the guard under which it does, impossible ones left out. */
  alternatives(expression: Expression, under?: Guard): readonly Alternative[];
  /** The same for a value at hand: an item of a list, a property of an object. */
  alternativesOf(value: Value, under?: Guard): readonly Alternative[];
  /** The value of a parameter, pseudo parameter. */
  parameter(name: string): Value;
}
