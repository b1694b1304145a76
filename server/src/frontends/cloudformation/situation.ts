/** The focus in a template, and the functions around it. */
import type { Span, TextRange } from "../../base/span.ts";
import type { SyntaxNode, SyntaxTree } from "../../syntax/tree.ts";
import type { CallExpression, Expression } from "../../template/expression.ts";
import type { Template } from "../../template/template.ts";
import { expressionOf, intrinsicOfKey } from "./expressions.ts";
import { type Focus, isEmpty, type Step } from "./focus.ts";

/** What a place is made of: the focus, its text, and the template. */
export interface Situation {
  readonly tree: SyntaxTree;
  readonly template: Template;
  readonly focus: Focus;
  readonly offset: number;
  /** What is, or is being, typed. */
  readonly typed: { readonly span: Span; readonly text: string };
}

/** What is written at the focus, without quotes. */
export function typedAt({ layout }: SyntaxTree, focus: Focus): Situation["typed"] {
  const written = layout.text.slice(focus.range.start, focus.range.end);
  const text =
    focus.kind === "value" && focus.node.kind === "scalar" && !isEmpty(focus.node)
      ? focus.node.text
      : unquoted(written);
  return { span: spanOf({ layout }, focus.range), text };
}

function unquoted(written: string): string {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(written);
  return quoted?.[2] ?? written.replace(/^["']/, "");
}

/** A range of the document as a span of the block it lies in. */
export function spanOf({ layout }: Pick<SyntaxTree, "layout">, { start, end }: TextRange): Span {
  const { block, offset } = layout.locate(start);
  return { block, start: offset, end: offset + end - start };
}

/** The expression at the focus; nothing, where nothing is typed. */
export function expressionAt({ focus, typed }: Situation): Expression {
  if (focus.kind === "value" || focus.kind === "tag") {
    if (!isEmpty(focus.node) || focus.node.tag !== undefined) return expressionOf(focus.node);
  }
  return { kind: "scalar", value: null, text: "", span: typed.span };
}

/** The innermost call around the focus. */
export interface SurroundingCall {
  readonly call: CallExpression;
  readonly node: SyntaxNode;
  /** The steps inside its argument. */
  readonly steps: readonly Step[];
}

interface Trail {
  readonly path: readonly string[];
  readonly index: number | undefined;
  readonly call: SurroundingCall | undefined;
}

/** Follows the steps: names of properties, list indexes left out; functions do not count, but are remembered. */
export function trail(steps: readonly Step[], from: number): Trail {
  const path: string[] = [];
  let index: number | undefined;
  let call: SurroundingCall | undefined;
  for (const [position, step] of steps.entries()) {
    if (position < from) {
      if (position === from - 1) call = callIn(step, steps, position) ?? call;
      continue;
    }
    const container = step.kind === "entry" ? step.mapping : step.sequence;
    const longForm = isLongCall(container) ? callOf(container, steps.slice(position + 1)) : undefined;
    if (longForm) {
      // The function's name is no property.
      call = longForm;
    } else if (isArgument(call, position, steps)) {
      // A list of arguments, or an object among them.
    } else if (step.kind === "entry") {
      path.push(step.entry.key.text);
      index = undefined;
      call = undefined;
    } else {
      index = step.index;
    }
    call = callIn(step, steps, position) ?? call;
  }
  return { path, index, call };
}

function isArgument(call: SurroundingCall | undefined, position: number, steps: readonly Step[]): boolean {
  return call !== undefined && (call.call.name !== "If" || steps.length - position === call.steps.length);
}

/** The call that a step's value is, by its tag. */
function callIn(step: Step, steps: readonly Step[], position: number): SurroundingCall | undefined {
  if (step.kind === "item" && step.isNew) return undefined;
  const node = step.kind === "entry" ? step.entry.value : step.sequence.items[step.index];
  return node?.tag === undefined ? undefined : callOf(node, steps.slice(position + 1));
}

function isLongCall(node: SyntaxNode): boolean {
  const [entry] = node.kind === "mapping" && node.entries.length === 1 ? node.entries : [];
  return entry !== undefined && intrinsicOfKey(entry.key.text) !== undefined;
}

function callOf(node: SyntaxNode, steps: readonly Step[]): SurroundingCall | undefined {
  const call = expressionOf(node);
  return call.kind === "call" ? { call, node, steps } : undefined;
}
