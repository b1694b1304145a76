/** A value as it is written in a template or program, and what it comes to. */
import type { Span } from "../../../base/span.ts";
import type { Expression, ObjectExpression } from "../../../template/expression.ts";
import type { Evaluator } from "../../../template/value.ts";
import type { Snapshot, ValueUse } from "../../../workspace/snapshot.ts";
import { placeOf } from "./places.ts";

export interface WrittenValue {
  /** What it comes to; parts that only the deployment knows stand as `${…}`. */
  readonly text: string;
  /** Property path with its type (`AWS::EC2::Route.GatewayId`) or CDK symbol (`ec2.Port.tcp`). */
  readonly place: string;
  /** Undefined for an argument in a program. */
  readonly use?: ValueUse | undefined;
  readonly snapshot: Snapshot;
  /** What a property beside it comes to; `""` is the object around, so `sibling("", "Protocol")` is beside that. */
  sibling(...path: readonly string[]): string | undefined;
  /** Whether there is such a property at all, known or not. */
  isWritten(...path: readonly string[]): boolean;
  /** The resource of this template to which a property beside it, or further outside, refers. */
  referenceBeside(name: string): string | undefined;
  /** Both ends, where the value is one argument of a function that takes two. */
  readonly ends?: { readonly from: string; readonly to: string } | undefined;
}

/** The value of a property of which `span` is a part; undefined where it can't be read at all. */
export function writtenAt(use: ValueUse, span: Span, snapshot: Snapshot): WrittenValue | undefined {
  const found = locate(use.resource.properties, span);
  const text = found && textOf(found.expression, snapshot.evaluator);
  if (!found || text === undefined) return undefined;
  const beside = (path: readonly string[]): Expression | undefined => {
    const outwards = path.filter((name) => name === "").length;
    let at: Expression | undefined = found.around[found.around.length - 1 - outwards];
    for (const name of path.slice(outwards)) at = propertyIn(at, name);
    return at;
  };
  return {
    text,
    place: placeOf(use.resource, use.path),
    use,
    snapshot,
    sibling(...path) {
      const expression = beside(path);
      return expression && knownText(expression, snapshot.evaluator);
    },
    isWritten: (...path) => beside(path) !== undefined,
    referenceBeside(name) {
      const at = found.around.findLast((object) => propertyIn(object, name));
      const expression = propertyIn(at, name);
      const value = expression && snapshot.evaluator.resolve(expression);
      return value?.kind === "reference" ? value.logicalId : undefined;
    },
  };
}

/** An argument of a function or construct of the CDK; nothing is beside it. */
export function argumentOf(text: string, place: string, snapshot: Snapshot, ends?: WrittenValue["ends"]): WrittenValue {
  return { text, place, snapshot, sibling: nothing, isWritten: () => false, referenceBeside: nothing, ends };
}

function nothing(): undefined {
  return undefined;
}

interface Located {
  readonly expression: Expression;
  /** The objects around it, the innermost last. */
  readonly around: readonly ObjectExpression[];
}

/** Goes down to the value at the span, through objects, lists and the branches of `Fn::If`, not into other functions. */
function locate(properties: ObjectExpression, span: Span): Located | undefined {
  const around: ObjectExpression[] = [];
  let at: Expression | undefined = properties;
  while (at) {
    const next: readonly Expression[] = partsOf(at);
    if (at.kind === "object") around.push(at);
    else if (next.length === 0) return { expression: at, around };
    at = next.find((part) => covers(part.span, span));
  }
  return undefined;
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "object") return expression.properties.map(({ value }) => value);
  if (expression.kind === "list") return expression.items;
  const isChoice = expression.kind === "call" && expression.name === "If" && expression.argument.kind === "list";
  return isChoice && expression.argument.kind === "list" ? expression.argument.items.slice(1) : [];
}

function covers(outer: Span, inner: Span): boolean {
  return outer.block === inner.block && outer.start <= inner.start && inner.end <= outer.end;
}

function propertyIn(expression: Expression | undefined, name: string): Expression | undefined {
  return expression?.kind === "object" ? expression.properties.findLast(({ key }) => key === name)?.value : undefined;
}

/** What an expression comes to as one text; undefined where that is not known. */
export function knownText(expression: Expression, evaluator: Evaluator): string | undefined {
  if (expression.kind === "scalar") return expression.text;
  if (expression.kind !== "call") return undefined;
  const value = evaluator.resolve(expression);
  return value.kind === "known" && typeof value.data !== "object" ? String(value.data) : undefined;
}

/** The same with `${…}` for what is not known inside a text that is put together. */
function textOf(expression: Expression, evaluator: Evaluator): string | undefined {
  const known = knownText(expression, evaluator);
  if (known !== undefined || expression.kind !== "call") return known;
  const { name, argument } = expression;
  const [first, second] = argument.kind === "list" ? argument.items : [argument];
  if (name === "Sub" && first?.kind === "scalar") return first.text;
  if (name !== "Join" || first?.kind !== "scalar" || second?.kind !== "list") return undefined;
  return second.items.map((item) => textOf(item, evaluator) ?? "${…}").join(first.text);
}
