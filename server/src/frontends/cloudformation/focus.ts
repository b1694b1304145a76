/**
 * Where an offset is in a syntax tree: which entries and items lead there, and whether a key, a value or nothing yet
 * stands there. In YAML an empty place has no node; its indentation says which mapping it belongs to.
 */
import type { Span, TextRange } from "../../base/span.ts";
import type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from "../../syntax/tree.ts";

export type Step =
  | { readonly kind: "entry"; readonly mapping: MappingNode; readonly entry: Entry }
  | {
      readonly kind: "item";
      readonly sequence: SequenceNode;
      readonly index: number;
      /** Nothing is written there yet; what the sequence has at the index stands behind it. */
      readonly isNew?: true;
    };

/** What stands at the offset, at the end of the steps. */
export type Focus = { readonly steps: readonly Step[]; readonly range: TextRange } & (
  | { readonly kind: "key"; readonly mapping: MappingNode; readonly entry: Entry }
  /** A place for a new key; `mapping` is undefined where it would be the first. */
  | { readonly kind: "new-key"; readonly mapping: MappingNode | undefined }
  | { readonly kind: "value"; readonly node: SyntaxNode }
  /** A place for a new value. */
  | { readonly kind: "new-value" }
  | { readonly kind: "tag"; readonly node: SyntaxNode }
);

/** Undefined in comments, in white space between tokens, and outside the root. */
export function focusAt(tree: SyntaxTree, offset: number): Focus | undefined {
  const { layout, root } = tree;
  const { text } = layout;
  if (!root) return undefined;
  const view: View = { tree, text, offset, lineStart: text.lastIndexOf("\n", offset - 1) + 1 };
  const focus = inMapping(view, root, []);
  if (!focus) return undefined;
  const empty = focus.kind === "new-key" || focus.kind === "new-value";
  return empty && (isInComment(view) || isInIndentation(view)) ? undefined : focus;
}

interface View {
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly offset: number;
  /** Of the line with the offset. */
  readonly lineStart: number;
}

function rangeOf(view: View, span: Span): TextRange {
  return view.tree.layout.rangeOf(span);
}

/** From the tag on. */
function fullRange(view: View, node: SyntaxNode): TextRange {
  const { start, end } = rangeOf(view, node.span);
  return { start: node.tagSpan ? rangeOf(view, node.tagSpan).start : start, end };
}

function here(view: View): TextRange {
  return { start: view.offset, end: view.offset };
}

function columnOf(view: View, offset: number): number {
  return offset - (view.text.lastIndexOf("\n", offset - 1) + 1);
}

function inMapping(view: View, mapping: MappingNode, steps: readonly Step[]): Focus | undefined {
  const { offset, lineStart } = view;
  const entries = mapping.entries.filter((entry) => !entry.merged || rangeOf(view, entry.span).start > 0);
  const entry = entries.findLast(({ key }) => rangeOf(view, key.span).start <= offset);
  const newKey: Focus = { kind: "new-key", mapping, steps, range: here(view) };
  // On the line of the key above, or of its dash, no first key can be put before those below.
  if (!entry) return mapping.flow || /^[\s-]*$/.test(view.text.slice(lineStart, offset)) ? newKey : undefined;
  const key = rangeOf(view, entry.key.span);
  if (offset <= key.end) return { kind: "key", mapping, entry, steps, range: key };
  const value = fullRange(view, entry.value);
  const inner: readonly Step[] = [...steps, { kind: "entry", mapping, entry }];
  if (mapping.flow) {
    if (!isEmpty(entry.value) && offset <= value.end) return inValue(view, entry.value, inner, key.end);
    const behind = view.text.slice(Math.max(key.end, value.end), offset);
    if (isEmpty(entry.value) && !/[,}]/.test(behind)) {
      return view.text.slice(key.end, offset).includes(":") ? inEmpty(view, entry.value, inner, key.end) : undefined;
    }
    return newKey;
  }
  if (!isEmpty(entry.value) && offset <= value.end) return inValue(view, entry.value, inner, key.end);
  if (lineStart <= key.start) {
    if (!/^[ \t]*:/.test(view.text.slice(key.end, offset))) return undefined;
    return isEmpty(entry.value)
      ? inEmpty(view, entry.value, inner, key.end)
      : inValue(view, entry.value, inner, key.end);
  }
  const column = offset - lineStart;
  if (column <= columnOf(view, key.start)) return newKey;
  if (isEmpty(entry.value)) {
    // The line is deeper than the key, so it is the beginning of its value.
    return entry.value.tag === undefined
      ? { kind: "new-key", mapping: undefined, steps: inner, range: here(view) }
      : undefined;
  }
  return inValue(view, entry.value, inner, key.end);
}

function inValue(view: View, node: SyntaxNode, steps: readonly Step[], from: number): Focus | undefined {
  const { offset } = view;
  if (node.tagSpan) {
    const tag = rangeOf(view, node.tagSpan);
    if (offset >= tag.start && offset <= tag.end) return { kind: "tag", node, steps, range: tag };
  }
  const range = rangeOf(view, node.span);
  if (isEmpty(node)) return inEmpty(view, node, steps, from);
  if (node.kind === "scalar") {
    if (offset < range.start || offset > range.end) return undefined;
    if (isWordBelowKey(view, node, range, from)) {
      return { kind: "new-key", mapping: undefined, steps, range };
    }
    return { kind: "value", node, steps, range };
  }
  if (node.flow) {
    const closed = isClosed(view, range);
    if (offset < range.start || (closed && offset > range.end)) return undefined;
    if (offset === range.start || (closed && offset === range.end)) return { kind: "value", node, steps, range };
  }
  return node.kind === "mapping" ? inMapping(view, node, steps) : inSequence(view, node, steps);
}

/** `Properties:` and below it `Cid`: the first key of a mapping, most likely, whose colon is still missing. */
function isWordBelowKey(view: View, node: ScalarNode, range: TextRange, keyEnd: number): boolean {
  if (!["plain", "double-quoted", "single-quoted"].includes(node.style) || node.tag !== undefined) return false;
  const between = view.text.slice(keyEnd, range.start);
  return between.includes("\n") && between.includes(":") && /^\w+(?:::?\w*)*$/.test(node.text);
}

function isClosed(view: View, range: TextRange): boolean {
  return /[\]}]/.test(view.text[range.end - 1] ?? "");
}

/** Nothing that could be read; perhaps a word that is no value yet, such as `!`. */
function inEmpty(view: View, node: SyntaxNode, steps: readonly Step[], from: number): Focus | undefined {
  const { text, offset } = view;
  if (node.tagSpan) {
    const tag = rangeOf(view, node.tagSpan);
    if (offset >= tag.start && offset <= tag.end) return { kind: "tag", node, steps, range: tag };
    if (offset < tag.start) return undefined;
  }
  const range = rangeOf(view, node.span);
  if (range.end > range.start && offset >= range.start && offset <= range.end)
    return { kind: "value", node, steps, range };
  // The text between the key and the cursor, without the colon or dash: what is being typed, if anything.
  const start = Math.max(from, node.tagSpan ? rangeOf(view, node.tagSpan).end : from);
  const before = text.slice(start, offset);
  if (before.includes("\n") && node.tagSpan) return undefined;
  const typed = /[^\s:,[{-]*$/.exec(before)?.[0] ?? "";
  const rest = /^[^\s,\]}#]*/.exec(text.slice(offset))?.[0] ?? "";
  return {
    kind: "value",
    node,
    steps,
    range: { start: offset - typed.length, end: offset + (typed === "" ? 0 : rest.length) },
  };
}

function inSequence(view: View, sequence: SequenceNode, steps: readonly Step[]): Focus | undefined {
  const { offset, text, lineStart } = view;
  const index = sequence.items.findLastIndex((item) => startOfItem(view, item) <= offset);
  const at = (position: number): readonly Step[] => [...steps, { kind: "item", sequence, index: position }];
  const newItem = (index: number): Focus => ({
    kind: "new-value",
    steps: [...steps, { kind: "item", sequence, index, isNew: true }],
    range: here(view),
  });
  const item = sequence.items[index];
  if (!item) return sequence.flow ? newItem(0) : undefined;
  const range = fullRange(view, item);
  if (sequence.flow) {
    if (offset <= range.end) return inValue(view, item, at(index), range.start);
    const behind = text.slice(range.end, offset);
    if (behind.includes(",")) return newItem(index + 1);
    return isEmpty(item) ? inEmpty(view, item, at(index), range.start) : undefined;
  }
  if (offset <= range.end && !isEmpty(item)) return inValue(view, item, at(index), range.start);
  const sameLine = lineStart <= range.start;
  if (!sameLine && offset - lineStart <= dashColumn(view, range.start)) return undefined;
  return inValue(view, item, at(index), range.start);
}

/** An empty item begins behind its dash, wherever the parser puts it. */
function startOfItem(view: View, item: SyntaxNode): number {
  return fullRange(view, item).start;
}

function dashColumn(view: View, itemStart: number): number {
  const start = view.text.lastIndexOf("-", itemStart - 1);
  return columnOf(view, Math.max(0, start));
}

export function isEmpty(node: SyntaxNode): boolean {
  return node.kind === "scalar" && node.span.end === node.span.start;
}

function isInComment(view: View): boolean {
  const before = view.text.slice(view.lineStart, view.offset).replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
  return view.tree.style.language === "json" ? /\/\//.test(before) : /(?:^|\s)#/.test(before);
}

/** Before the first character of a line: nothing is written there, the line's own content is. */
function isInIndentation(view: View): boolean {
  const { text, offset, lineStart } = view;
  return (
    text.slice(lineStart, offset).trim() === "" &&
    view.tree.style.language === "yaml" &&
    /^[ \t]*[^\s}\]]/.test(text.slice(offset, offset + 400).split("\n", 1)[0] ?? "")
  );
}
