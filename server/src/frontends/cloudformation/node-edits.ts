/** Edits of single nodes: put an entry in, take one out, write another value. */
import type { TextEdit, TextRange } from "../../base/span.ts";
import type { Entry, MappingNode, SequenceNode, SyntaxNode, SyntaxTree } from "../../syntax/tree.ts";
import type { NewValue } from "../../template/edit.ts";
import { isEmpty } from "./focus.ts";
import { type JsonStyle, jsonEntry, jsonInline, jsonStyleOf, jsonValue } from "./write-json.ts";
import { yamlEntry, yamlInline, yamlItem, yamlKey, yamlUnder } from "./write-yaml.ts";

/** A tree to be edited. */
export interface Sheet {
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly json: JsonStyle | undefined;
}

export function sheetOf(tree: SyntaxTree): Sheet {
  const { text } = tree.layout;
  return { tree, text, json: tree.style.language === "json" ? jsonStyleOf(tree.style, text) : undefined };
}

/** From the tag to the end. */
export function fullRange({ tree }: Sheet, node: SyntaxNode): TextRange {
  const { start, end } = tree.layout.rangeOf(node.span);
  return { start: node.tagSpan ? tree.layout.rangeOf(node.tagSpan).start : start, end };
}

/** The entries that are written in the mapping itself. */
export function ownEntries(mapping: MappingNode): readonly Entry[] {
  return mapping.entries.filter((entry) => !entry.merged);
}

/** Writes another value for an entry; in block style where it needs lines of its own. */
export function setValue(sheet: Sheet, entry: Entry, value: NewValue): TextEdit[] | undefined {
  if (entry.merged) return undefined;
  const range = fullRange(sheet, entry.value);
  const key = sheet.tree.layout.rangeOf(entry.key.span);
  const { style } = sheet.tree;
  if (sheet.json) return [{ range, newText: jsonValue(value, indentAt(sheet, key.start), sheet.json) }];
  if (isInFlow(sheet, entry)) {
    return [{ range, newText: `${gapBefore(sheet, range.start)}${yamlInline(value, style, styleOf(entry.value))}` }];
  }
  const colon = /^[ \t]*:/.exec(sheet.text.slice(key.end, key.end + 80));
  if (!colon) return undefined;
  const behind = key.end + colon[0].length;
  const between = sheet.text.slice(behind, range.start);
  if (isEmpty(entry.value) && entry.value.tag === undefined && between.trim() === "") {
    const rest = /^[ \t]*/.exec(sheet.text.slice(behind))?.[0].length ?? 0;
    return [
      {
        range: { start: behind, end: behind + rest },
        newText: yamlUnder(value, columnIndent(sheet, key.start), style),
      },
    ];
  }
  if (between.includes("\n") && between.trim() !== "") return undefined;
  const isShort = style.intrinsics === "short" || typeof value !== "object" || value === null;
  if (!between.includes("\n") && isShort && (entry.value.kind === "scalar" || isFlow(entry.value))) {
    return [{ range, newText: yamlInline(value, style, styleOf(entry.value)) }];
  }
  return [
    { range: { start: behind, end: range.end }, newText: yamlUnder(value, columnIndent(sheet, key.start), style) },
  ];
}

function styleOf(node: SyntaxNode) {
  return node.kind === "scalar" && node.tag === undefined ? node.style : undefined;
}

function isFlow(node: SyntaxNode): boolean {
  return node.kind !== "scalar" && node.flow;
}

/** Whether the entry stands in braces: something but white space or dashes comes before it on its line. */
function isInFlow(sheet: Sheet, entry: Entry): boolean {
  const { start } = sheet.tree.layout.rangeOf(entry.key.span);
  return sheet.json !== undefined || !/^[ \t]*(?:- +)*$/.test(sheet.text.slice(lineStart(sheet.text, start), start));
}

function gapBefore({ text }: Sheet, offset: number): string {
  return /[\s[{]/.test(text[offset - 1] ?? " ") ? "" : " ";
}

/** Puts an entry behind `after`, else last. */
export function addEntry(
  sheet: Sheet,
  mapping: MappingNode,
  key: string,
  value: NewValue,
  after?: Entry,
): TextEdit[] | undefined {
  const { tree, json } = sheet;
  const entries = ownEntries(mapping);
  const anchor = after ?? entries.at(-1);
  if (mapping.flow) {
    const write = (indent: string) =>
      json ? jsonEntry(key, value, indent, json) : `${yamlKey(key, tree.style)}: ${yamlInline(value, tree.style)}`;
    return addToFlow(sheet, mapping, anchor && { range: entryRange(sheet, anchor), first: entries[0]?.key }, write);
  }
  if (!anchor) return undefined;
  const indent = columnIndent(sheet, tree.layout.rangeOf(anchor.key.span).start);
  const at = lineEnd(sheet.text, entryRange(sheet, anchor).end);
  return [insertion(at, `${tree.style.eol}${indent}${yamlEntry(key, value, indent, tree.style)}`)];
}

/** Puts an item last. */
export function addItem(sheet: Sheet, sequence: SequenceNode, value: NewValue): TextEdit[] | undefined {
  const { tree, json } = sheet;
  const last = sequence.items.at(-1);
  if (sequence.flow) {
    const write = (indent: string) => (json ? jsonValue(value, indent, json) : yamlInline(value, tree.style));
    return addToFlow(sheet, sequence, last && { range: fullRange(sheet, last), first: sequence.items[0] }, write);
  }
  if (!last) return undefined;
  const dash = dashBefore(sheet, fullRange(sheet, last).start);
  if (dash === undefined) return undefined;
  const indent = columnIndent(sheet, dash);
  const at = lineEnd(sheet.text, fullRange(sheet, last).end);
  return [insertion(at, `${tree.style.eol}${indent}${yamlItem(value, indent, tree.style)}`)];
}

function addToFlow(
  sheet: Sheet,
  container: MappingNode | SequenceNode,
  anchor: { readonly range: TextRange; readonly first: SyntaxNode | undefined } | undefined,
  write: (indent: string) => string,
): TextEdit[] | undefined {
  const { text, tree, json } = sheet;
  const range = tree.layout.rangeOf(container.span);
  if (anchor) {
    const first = anchor.first ? fullRange(sheet, anchor.first).start : anchor.range.start;
    const ownLines = text.slice(range.start, first).includes("\n");
    const indent = indentAt(sheet, first);
    const gap = ownLines ? `,${tree.style.eol}${indent}` : ", ";
    return [insertion(anchor.range.end, `${gap}${write(indent)}`)];
  }
  if (text.slice(range.start + 1, range.end - 1).trim() !== "") return undefined;
  const outer = indentAt(sheet, range.start);
  const inner = outer + tree.style.indent;
  const [open, close] = container.kind === "mapping" ? "{}" : "[]";
  const newText =
    json?.multiline && container.kind === "mapping"
      ? `${open}${tree.style.eol}${inner}${write(inner)}${tree.style.eol}${outer}${close}`
      : container.kind === "mapping"
        ? json && !json.spaced
          ? `${open}${write(outer)}${close}`
          : `${open} ${write(outer)} ${close}`
        : `${open}${write(outer)}${close}`;
  return [{ range, newText }];
}

/** Takes an entry out, with its line or its comma. */
export function removeEntry(sheet: Sheet, mapping: MappingNode, entry: Entry): TextEdit[] | undefined {
  const entries = ownEntries(mapping);
  const index = entries.indexOf(entry);
  if (index < 0) return undefined;
  const ranges = entries.map((each) => entryRange(sheet, each));
  return mapping.flow ? removeFromFlow(sheet, mapping, ranges, index) : removeLines(sheet, ranges, index);
}

/** Takes an item out, with its dash or its comma. */
export function removeItem(sheet: Sheet, sequence: SequenceNode, index: number): TextEdit[] | undefined {
  const ranges = sequence.items.map((item) => fullRange(sheet, item));
  if (!ranges[index]) return undefined;
  if (sequence.flow) return removeFromFlow(sheet, sequence, ranges, index);
  const dashed = ranges.map((range) => ({ start: dashBefore(sheet, range.start) ?? range.start, end: range.end }));
  return removeLines(sheet, dashed, index);
}

function removeFromFlow(
  { tree }: Sheet,
  container: MappingNode | SequenceNode,
  ranges: readonly TextRange[],
  index: number,
): TextEdit[] | undefined {
  const range = ranges[index];
  const next = ranges[index + 1];
  const before = ranges[index - 1];
  if (!range) return undefined;
  if (next) return [deletion(range.start, next.start)];
  if (before) return [deletion(before.end, range.end)];
  const outer = tree.layout.rangeOf(container.span);
  return [deletion(outer.start + 1, outer.end - 1)];
}

/** In block style. The only one is not taken out: nothing would be left to make it a collection. */
function removeLines({ text }: Sheet, ranges: readonly TextRange[], index: number): TextEdit[] | undefined {
  const range = ranges[index];
  const next = ranges[index + 1];
  if (!range || ranges.length === 1) return undefined;
  const start = lineStart(text, range.start);
  if (text.slice(start, range.start).trim() !== "") {
    // The first key of an item stands behind a dash, which stays.
    return next ? [deletion(range.start, next.start)] : undefined;
  }
  const end = lineEnd(text, range.end);
  const breakLength = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  if (breakLength > 0) return [deletion(start, end + breakLength)];
  const breakBefore = /\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return [deletion(start - breakBefore, end)];
}

/** From the key to the end of the value. */
export function entryRange({ tree }: Sheet, entry: Entry): TextRange {
  return tree.layout.rangeOf(entry.span);
}

export function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

export function deletion(start: number, end: number): TextEdit {
  return { range: { start, end }, newText: "" };
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the line, before its line break; a comment behind a value stays with it. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** White space as wide as what stands before the offset on its line. */
export function columnIndent({ text }: Sheet, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replace(/[^\t]/g, " ");
}

/** The white space that the offset's line begins with. */
function indentAt({ text }: Sheet, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

function dashBefore({ text }: Sheet, offset: number): number | undefined {
  const before = /-\s+(?:#[^\n]*\n\s*)*(?:&\S+\s+)?$/.exec(text.slice(Math.max(0, offset - 400), offset));
  return before ? offset - before[0].length : undefined;
}

/** A value on one line, in the document's language. */
export function inline({ tree, json }: Sheet, value: NewValue, replaced?: SyntaxNode): string {
  return json ? jsonInline(value, json) : yamlInline(value, tree.style, replaced && styleOf(replaced));
}
