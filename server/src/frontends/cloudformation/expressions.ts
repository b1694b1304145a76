/** Syntax nodes -> expressions: both forms of the intrinsic functions become the same calls. */
import type { Span } from "../../base/span.ts";
import type { Entry, MappingNode, ScalarNode, SyntaxNode } from "../../syntax/tree.ts";
import {
  type CallExpression,
  type Expression,
  type IntrinsicName,
  intrinsicNames,
  type ListExpression,
  type Property,
  type ScalarExpression,
} from "../../template/expression.ts";
import { type Bindings, expandLoop, isLoopKey, noBindings, substitute } from "./loops.ts";

/** The expression of a node. @param bindings the loop variables of the `Fn::ForEach` around it */
export function expressionOf(node: SyntaxNode, bindings: Bindings = noBindings): Expression {
  if (node.tag === undefined) return untagged(node, bindings);
  const nameSpan = node.tagSpan ?? node.span;
  const span = { ...node.span, start: Math.min(nameSpan.start, node.span.start) };
  const name = intrinsicOfTag(node.tag);
  if (!name) return { kind: "opaque", reason: node.tag, span };
  const argument = untagged(node, bindings);
  return call({ name, argument, form: "short", nameSpan, span }, bindings);
}

function untagged(node: SyntaxNode, bindings: Bindings): Expression {
  switch (node.kind) {
    case "scalar":
      return scalar(node, bindings);
    case "sequence":
      return { kind: "list", items: node.items.map((item) => expressionOf(item, bindings)), span: node.span };
    case "mapping":
      return longForm(node, bindings) ?? { kind: "object", properties: properties(node, bindings), span: node.span };
  }
}

function scalar(node: ScalarNode, bindings: Bindings): ScalarExpression {
  const text = substitute(node.text, bindings);
  const value = text === node.text ? node.value : text;
  return { kind: "scalar", value, text, span: node.span };
}

function properties(node: MappingNode, bindings: Bindings): Property[] {
  return node.entries.flatMap((entry) => {
    const expanded = isLoopKey(entry.key.text) ? expandLoop(entry, bindings) : undefined;
    if (!expanded) return [property(entry, bindings)];
    return expanded.flatMap((step) => step.body.entries.map((inner) => property(inner, step.bindings)));
  });
}

function property(entry: Entry, bindings: Bindings): Property {
  return {
    key: substitute(entry.key.text, bindings),
    keySpan: entry.key.span,
    value: expressionOf(entry.value, bindings),
    span: entry.span,
  };
}

/** `{ "Ref": … }`, `{ "Fn::…": … }`, and `{ "Condition": name }` as conditions use it. */
function longForm(node: MappingNode, bindings: Bindings): Expression | undefined {
  const [entry] = node.entries;
  if (!entry || node.entries.length !== 1) return undefined;
  const key = entry.key.text;
  if (isLoopKey(key)) return undefined;
  const name = intrinsicOfKey(key);
  if (!name) {
    return key.startsWith("Fn::") ? { kind: "opaque", reason: key, span: node.span } : undefined;
  }
  if (name === "Condition" && (entry.value.kind !== "scalar" || entry.value.tag !== undefined)) return undefined;
  const argument = expressionOf(entry.value, bindings);
  return call({ name, argument, form: "long", nameSpan: entry.key.span, span: node.span }, bindings);
}

function intrinsicOfTag(tag: string): IntrinsicName | undefined {
  return intrinsicNames.find((name) => tag === `!${name}`);
}

/** The function that a mapping key names. */
export function intrinsicOfKey(key: string): IntrinsicName | undefined {
  if (key === "Ref" || key === "Condition") return key;
  if (!key.startsWith("Fn::")) return undefined;
  const bare = key.slice("Fn::".length);
  return bare === "Ref" || bare === "Condition" ? undefined : intrinsicNames.find((name) => name === bare);
}

type CallParts = Omit<CallExpression, "kind">;

function call(parts: CallParts, bindings: Bindings): Expression {
  if (parts.name === "Ref" && parts.argument.kind === "scalar") {
    // Inside a loop, Ref reads the loop's variable.
    const bound = bindings.get(parts.argument.text);
    if (bound !== undefined) return { kind: "scalar", value: bound, text: bound, span: parts.span };
  }
  const argument = parts.name === "GetAtt" ? attributePath(parts.argument) : parts.argument;
  return { kind: "call", ...parts, argument };
}

/** `Vpc.CidrBlock` as a list of two, each with its own span. A resource's attribute may hold dots itself. */
function attributePath(argument: Expression): Expression {
  if (argument.kind !== "scalar" || argument.value === null) return argument;
  const { text, span } = argument;
  const quote = Math.max(0, Math.floor((span.end - span.start - text.length) / 2));
  const start = span.start + quote;
  const part = (from: number, to: number): ScalarExpression => {
    const written = text.slice(from, to);
    return { kind: "scalar", value: written, text: written, span: within(span, start + from, start + to) };
  };
  const dot = text.indexOf(".");
  const items = dot < 0 ? [part(0, text.length)] : [part(0, dot), part(dot + 1, text.length)];
  const list: ListExpression = { kind: "list", items, span };
  return list;
}

function within(span: Span, start: number, end: number): Span {
  return { block: span.block, start: Math.min(start, span.end), end: Math.min(end, span.end) };
}

/** Whether what an expression comes to cannot be listed in full: a transform, or a loop that is not unrolled here. */
export function isOpen(expression: Expression): boolean {
  switch (expression.kind) {
    case "scalar":
    case "opaque":
      return false;
    case "list":
      return expression.items.some(isOpen);
    case "object":
      return expression.properties.some(({ key, value }) => key === "Fn::Transform" || isLoopKey(key) || isOpen(value));
    case "call":
      return expression.name === "Transform" || isOpen(expression.argument);
  }
}
