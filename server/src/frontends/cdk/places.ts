/** Offset in the program -> place in the template. */
import type { CodeRange } from "../../syntax/code/ast.ts";
import type { CallExpression, Expression, Property } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Place, ValueUse } from "../../workspace/snapshot.ts";
import { argumentPlace } from "./arguments.ts";
import { emptyObject, type OtherConstruct, type Reading, spanOf } from "./reading.ts";
import { symbolAt } from "./symbols.ts";
import type { Assembled } from "./template.ts";

export function placeAt(reading: Reading, { template }: Assembled, offset: number): Place | undefined {
  const around = [...template.resources.values()].filter(
    ({ span, impliedBy }) => impliedBy === undefined && touches(span, offset),
  );
  // Constructs may stand inside each other: the innermost one.
  const resource = around.sort((a, b) => length(a.span) - length(b.span))[0];
  const other = reading.others
    .filter(({ callee, idRange }) => touches(callee, offset) || touches(idRange, offset))
    .sort((a, b) => length(a.range) - length(b.range))[0];
  if (other && (!resource || length(other.range) < length(resource.span))) {
    return otherPlace(reading, other, template.resources.get(other.id), offset);
  }
  return (
    (resource && inResource(reading, resource, offset)) ??
    dependency(template.resources.values(), offset) ??
    symbolPlace(reading, offset) ??
    argumentPlace(reading, offset)
  );
}

function touches({ start, end }: CodeRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

function length({ start, end }: CodeRange): number {
  return end - start;
}

function inResource(reading: Reading, resource: Resource, offset: number): Place | undefined {
  if (touches(resource.typeSpan, offset)) {
    const construct = reading.constructs.find(({ id }) => id === resource.id);
    const symbol = construct?.symbol ?? textAt(reading, resource.typeSpan);
    return { kind: "construct", resource, symbol, span: resource.typeSpan, text: symbol };
  }
  if (touches(resource.idSpan, offset)) {
    return { kind: "declaration", of: resource, section: "Resources", span: resource.idSpan, text: resource.id };
  }
  return inObject(resource, resource.properties.properties, [], offset);
}

function inObject(
  resource: Resource,
  properties: readonly Property[],
  path: readonly string[],
  offset: number,
): Place | undefined {
  const present = properties.map(({ key }) => key);
  const onKey = properties.find(({ keySpan }) => touches(keySpan, offset));
  if (onKey) {
    const { key, keySpan, value } = onKey;
    return { kind: "property-key", resource, path, present, value, span: keySpan, text: key };
  }
  for (const { key, value } of properties) {
    if (touches(value.span, offset)) return inValue({ resource, path: [...path, key] }, value, offset, undefined);
  }
  return undefined;
}

function inValue(use: ValueUse, expression: Expression, offset: number, index: number | undefined): Place | undefined {
  const { resource, path } = use;
  switch (expression.kind) {
    case "object":
      return inObject(resource, expression.properties, path, offset);
    case "list": {
      const at = expression.items.findIndex(({ span }) => touches(span, offset));
      const item = expression.items[at];
      return item && inValue(use, item, offset, at);
    }
    case "call":
      return inCall(use, expression, offset) ?? valuePlace(use, expression, index);
    default:
      return valuePlace(use, expression, index);
  }
}

function valuePlace({ resource, path }: ValueUse, expression: Expression, index: number | undefined): Place {
  return {
    kind: "property-value",
    resource,
    path,
    ...(index !== undefined && { index }),
    expression,
    span: expression.span,
    text: textOf(expression),
  };
}

function textOf(expression: Expression): string {
  if (expression.kind === "scalar") return expression.text;
  return expression.span.block.text.slice(expression.span.start, expression.span.end);
}

function inCall(use: ValueUse, call: CallExpression, offset: number): Place | undefined {
  const args = call.argument.kind === "list" ? call.argument.items : [call.argument];
  const index = args.findIndex(({ span }) => touches(span, offset) && length(span) > 0);
  const argument = args[index];
  const isOnName = touches(call.nameSpan, offset) && length(call.nameSpan) < length(call.span);
  if (argument && !(isOnName && argument.span.start >= call.nameSpan.start && call.name !== "GetAtt")) {
    const inner = argument.kind === "scalar" ? undefined : inArgument(use, argument, offset);
    return (
      inner ?? {
        kind: "intrinsic-argument",
        name: call.name,
        call,
        index,
        use,
        expression: argument,
        span: argument.span,
        text: textOf(argument),
      }
    );
  }
  if (isOnName) return { kind: "intrinsic-name", call, use, span: call.nameSpan, text: writtenName(call) };
  return undefined;
}

/** A function inside a function, or a list inside one. */
function inArgument(use: ValueUse, argument: Expression, offset: number): Place | undefined {
  if (argument.kind === "call") return inCall(use, argument, offset);
  if (argument.kind !== "list") return undefined;
  const item = argument.items.find(({ span }) => touches(span, offset));
  return item && inArgument(use, item, offset);
}

function writtenName({ nameSpan: { block, start, end } }: CallExpression): string {
  return block.text.slice(start, end);
}

function textAt({ program }: Reading, { start, end }: CodeRange): string {
  return program.text.slice(start, end);
}

/** A name of the library anywhere else: a method, a member of an enum, a property of a higher-level construct. */
function symbolPlace(reading: Reading, offset: number): Place | undefined {
  const use = symbolAt(reading, offset);
  if (!use) return undefined;
  const { symbols, range } = use;
  return { kind: "symbol", symbols, span: spanOf(reading, range), text: textAt(reading, range) };
}

/** A construct that isn't read any closer stands for itself, or for the main one of the resources it makes. */
function otherPlace(reading: Reading, other: OtherConstruct, main: Resource | undefined, offset: number): Place {
  const resource: Resource = main ?? {
    id: other.id,
    idSpan: spanOf(reading, other.idRange),
    span: spanOf(reading, other.range),
    type: "",
    typeSpan: spanOf(reading, other.callee),
    dependsOn: [],
    properties: {
      kind: "object",
      properties: [],
      span: spanOf(reading, { start: other.range.end, end: other.range.end }),
    },
    body: emptyObject(reading, other.range.end),
    open: true,
  };
  if (!touches(other.callee, offset)) {
    return {
      kind: "declaration",
      of: resource,
      section: "Resources",
      span: spanOf(reading, other.idRange),
      text: other.id,
    };
  }
  return { kind: "construct", resource, symbol: other.symbol, span: spanOf(reading, other.callee), text: other.symbol };
}

/** The target in `a.addDependency(b)`. */
function dependency(resources: Iterable<Resource>, offset: number): Place | undefined {
  for (const resource of resources) {
    const use = resource.dependsOn.find(({ span }) => touches(span, offset));
    if (use) return { kind: "depends-on", resource, span: use.span, text: use.name };
  }
  return undefined;
}
