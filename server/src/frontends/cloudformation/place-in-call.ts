/** Places on and in intrinsic functions. */
import type { Expression } from "../../template/expression.ts";
import type { Place, ValueUse } from "../../workspace/snapshot.ts";
import { expressionOf, intrinsicOfKey } from "./expressions.ts";
import { expressionAt, type Situation, type SurroundingCall, spanOf } from "./situation.ts";

/**
 * The place, if a function decides what it is; with `place: undefined` where the function leaves nothing to say.
 *
 * @param around the innermost call around the focus
 */
export function placeInCall(
  situation: Situation,
  around: SurroundingCall | undefined,
  use: ValueUse | undefined,
): { readonly place: Place | undefined } | undefined {
  const { focus, typed } = situation;
  if (focus.kind === "tag") {
    const call = expressionOf(focus.node);
    if (call.kind === "call") return { place: { kind: "intrinsic-name", call, use, ...typed } };
  }
  if (focus.kind === "key" && focus.mapping.entries.length === 1 && intrinsicOfKey(focus.entry.key.text)) {
    const call = expressionOf(focus.mapping);
    if (call.kind === "call") return { place: { kind: "intrinsic-name", call, use, ...typed } };
  }
  if (!around) return undefined;
  const [first, second] = around.steps;
  if (focus.kind === "key" || focus.kind === "new-key") {
    // Objects in Fn::If are written as without it; in others they are functions, but for Sub's variables.
    const { name } = around.call;
    if (name === "If" && first !== undefined && second === undefined) return undefined;
    const mayBeCall = focus.mapping === undefined || focus.mapping.entries.length <= 1;
    if (name === "Sub" || name === "Transform" || !mayBeCall) return { place: undefined };
    return { place: { kind: "function-key", call: around.call, use, ...typed } };
  }
  if (second !== undefined) return undefined;
  const index = first?.kind === "item" ? first.index : 0;
  if (around.call.name === "Sub" && index === 0) {
    const variable = variableAt(situation);
    if (variable) return { place: { kind: "sub-variable", call: around.call, use, ...variable } };
  }
  if (around.call.name === "GetAtt" && first === undefined && focus.kind === "value") {
    return { place: attributePlace(situation, around, use) };
  }
  const { call } = around;
  const expression = argumentAt(situation, around);
  return { place: { kind: "intrinsic-argument", name: call.name, call, index, use, expression, ...typed } };
}

/** The argument at the focus; a tag stands on the node of its argument, and is left out. */
function argumentAt(situation: Situation, { call, node }: SurroundingCall): Expression {
  const { focus } = situation;
  if (focus.kind !== "value" || focus.node !== node) return expressionAt(situation);
  const [only] = call.argument.kind === "list" ? call.argument.items : [];
  return call.name === "GetAtt" && only ? only : call.argument;
}

/** The name in `${…}` around the cursor, also where the brace is still open. `${!Literal}` is none. */
function variableAt({ tree, focus, offset }: Situation): Situation["typed"] | undefined {
  const { text } = tree.layout;
  const before = text.slice(focus.range.start, offset);
  const open = before.lastIndexOf("${");
  if (open < 0 || /[}!\s]/.test(before.slice(open + 2).trimStart())) return undefined;
  const start = focus.range.start + open + 2;
  const rest = /^[\w:.]*/.exec(text.slice(offset, focus.range.end))?.[0] ?? "";
  const range = { start, end: offset + rest.length };
  return { span: spanOf(tree, range), text: text.slice(range.start, range.end) };
}

/** One side of the dot in `Vpc.CidrBlock`. */
function attributePlace(situation: Situation, around: SurroundingCall, use: ValueUse | undefined): Place {
  const { call } = around;
  const { tree, focus, offset, typed } = situation;
  const written = tree.layout.text.slice(focus.range.start, focus.range.end);
  const quote = /^["']/.test(written) ? 1 : 0;
  const end = focus.range.end - (quote === 1 && written.length > 1 && written.endsWith(written[0] ?? "") ? 1 : 0);
  const start = Math.min(focus.range.start + quote, end);
  const dot = tree.layout.text.slice(start, end).indexOf(".");
  const place = { kind: "intrinsic-argument", name: "GetAtt", call, use } as const;
  if (dot < 0 || offset < start || offset > end)
    return { ...place, index: 0, expression: argumentAt(situation, around), ...typed };
  const index = offset <= start + dot ? 0 : 1;
  const range = index === 0 ? { start, end: start + dot } : { start: start + dot + 1, end };
  const text = tree.layout.text.slice(range.start, range.end);
  const span = spanOf(tree, range);
  return { ...place, index, expression: { kind: "scalar", value: text, text, span }, span, text };
}
