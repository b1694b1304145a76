/** Lists and objects in brackets on one line, or over lines of their own. Declined where a comment would be lost. */
import type { Span, TextEdit, TextRange } from "../../base/span.ts";
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from "../../syntax/tree.ts";
import { columnIndent, fullRange, lineEnd, lineStart, ownEntries, type Sheet } from "./node-edits.ts";
import { yamlScalar } from "./write-scalar.ts";

type Collection = MappingNode | SequenceNode;

/** Longer lines are worse to read than the block. */
const longestLine = 100;

/** @param span the list's or object's own, without its tag */
export function setCollectionStyle(sheet: Sheet, style: "flow" | "block", span: Span): readonly TextEdit[] | undefined {
  const { tree } = sheet;
  if (sheet.json || !tree.root || tree.root.flow || !tree.layout.has(span.block)) return undefined;
  const found = find(sheet, tree.root, tree.layout.rangeOf(span), undefined);
  if (!found || found.node.flow === (style === "flow")) return undefined;
  const written = style === "block" ? toBlock(sheet, found) : toFlow(sheet, found);
  return written && [written];
}

interface Found {
  readonly node: Collection;
  /** Undefined for an item. */
  readonly holder: Entry | undefined;
}

function find(sheet: Sheet, node: SyntaxNode, wanted: TextRange, holder: Entry | undefined): Found | undefined {
  if (node.kind === "scalar") return undefined;
  const own = sheet.tree.layout.rangeOf(node.span);
  if (own.end < wanted.start || wanted.end < own.start) return undefined;
  if (own.start === wanted.start && own.end === wanted.end && node !== sheet.tree.root) return { node, holder };
  // In brackets all is in brackets.
  if (node.flow) return undefined;
  const inner: readonly (readonly [SyntaxNode, Entry | undefined])[] =
    node.kind === "sequence"
      ? node.items.map((item) => [item, undefined] as const)
      : ownEntries(node).map((entry) => [entry.value, entry] as const);
  for (const [child, entry] of inner) {
    const answer = find(sheet, child, wanted, entry);
    if (answer) return answer;
  }
  return undefined;
}

function toBlock(sheet: Sheet, { node, holder }: Found): TextEdit | undefined {
  const { layout, style } = sheet.tree;
  const range = fullRange(sheet, node);
  if (childrenOf(node).length === 0 || !isBare(sheet, node) || !endsLine(sheet, range.end)) return undefined;
  const tag = node.tag === undefined ? "" : ` ${node.tag}`;
  if (!holder) {
    const dash = /- *$/.exec(sheet.text.slice(lineStart(sheet.text, range.start), range.start));
    if (!dash) return undefined;
    const indent = columnIndent(sheet, range.start);
    const lines = blockLines(sheet, node, indent);
    if (lines === undefined) return undefined;
    return { range, newText: tag === "" ? lines.trimStart() : `${tag.trim()}${lines}` };
  }
  const key = layout.rangeOf(holder.key.span);
  const colon = /^[ \t]*:(?=[ \t]+$)/.exec(sheet.text.slice(key.end, range.start));
  if (!colon) return undefined;
  const outer = columnIndent(sheet, key.start);
  const indent = node.kind === "mapping" || style.indentSequences ? outer + style.indent : outer;
  const lines = blockLines(sheet, node, indent);
  if (lines === undefined) return undefined;
  return { range: { start: key.end + colon[0].length, end: range.end }, newText: `${tag}${lines}` };
}

/** Each line with the line break before it. */
function blockLines(sheet: Sheet, node: Collection, indent: string): string | undefined {
  const { eol } = sheet.tree.style;
  const inner = `${indent}  `;
  const lines =
    node.kind === "sequence"
      ? node.items.map((item) => {
          const nested = blockOf(sheet, item, inner);
          if (nested !== undefined) return `${eol}${indent}- ${nested.trimStart()}`;
          const text = oneLine(sheet, item);
          return text === undefined ? undefined : `${eol}${indent}- ${text}`;
        })
      : ownEntries(node).map((entry) => {
          const key = textOf(sheet, sheet.tree.layout.rangeOf(entry.key.span));
          const isList = entry.value.kind === "sequence" && !sheet.tree.style.indentSequences;
          const nested = blockOf(sheet, entry.value, isList ? indent : indent + sheet.tree.style.indent);
          if (nested !== undefined) return `${eol}${indent}${key}:${nested}`;
          const text = oneLine(sheet, entry.value);
          return text === undefined ? undefined : `${eol}${indent}${key}:${text === "" ? "" : ` ${text}`}`;
        });
  return lines.some((line) => line === undefined) ? undefined : lines.join("");
}

/** What is put over several lines, too: not what is empty, nor the argument of a function. */
function blockOf(sheet: Sheet, node: SyntaxNode, indent: string): string | undefined {
  if (node.kind === "scalar" || node.tag !== undefined || childrenOf(node).length === 0) return undefined;
  if (node.kind === "mapping" && isCall(node)) return undefined;
  return blockLines(sheet, node, indent);
}

function isCall({ entries }: MappingNode): boolean {
  return entries.length === 1 && /^(?:Ref$|Fn::)/.test(entries[0]?.key.text ?? "");
}

function toFlow(sheet: Sheet, { node, holder }: Found): TextEdit | undefined {
  const range = fullRange(sheet, node);
  const text = flowText(sheet, node);
  if (text === undefined || !isBare(sheet, node) || !endsLine(sheet, range.end)) return undefined;
  let start = range.start;
  let lead = "";
  if (holder) {
    const key = sheet.tree.layout.rangeOf(holder.key.span);
    const colon = /^[ \t]*:(?=\s+$)/.exec(sheet.text.slice(key.end, range.start));
    if (!colon) return undefined;
    start = key.end + colon[0].length;
    lead = " ";
  } else if (!/- *$/.test(sheet.text.slice(lineStart(sheet.text, start), start))) {
    return undefined;
  }
  const isShort = start - lineStart(sheet.text, start) + lead.length + text.length <= longestLine;
  return isShort ? { range: { start, end: range.end }, newText: lead + text } : undefined;
}

/** On one line, with its tag. */
function flowText(sheet: Sheet, node: SyntaxNode): string | undefined {
  const tag = node.tag === undefined ? "" : `${node.tag} `;
  if (node.kind === "scalar") return flowScalar(sheet, node, tag);
  if (node.flow) return oneLine(sheet, node);
  if (node.kind === "sequence") {
    const items = node.items.map((item) => flowText(sheet, item));
    return items.includes(undefined) ? undefined : `${tag}[${items.join(", ")}]`;
  }
  const entries = ownEntries(node).map((entry) => {
    const value = flowText(sheet, entry.value);
    return value === undefined ? undefined : `${textOf(sheet, sheet.tree.layout.rangeOf(entry.key.span))}: ${value}`;
  });
  return entries.includes(undefined) ? undefined : `${tag}{ ${entries.join(", ")} }`;
}

/** A plain text with a comma or bracket needs quotes there. */
function flowScalar(
  sheet: Sheet,
  node: Extract<SyntaxNode, { readonly kind: "scalar" }>,
  tag: string,
): string | undefined {
  const text = textOf(sheet, sheet.tree.layout.rangeOf(node.span));
  if (text === "" || text.includes("\n") || node.style === "literal" || node.style === "folded") return undefined;
  if (node.style !== "plain" || !/[,[\]{}]/.test(text)) return tag + text;
  const as = sheet.tree.style.quote === "'" ? "single-quoted" : "double-quoted";
  return typeof node.value === "string" ? tag + yamlScalar(node.value, sheet.tree.style.quote, as) : undefined;
}

function oneLine(sheet: Sheet, node: SyntaxNode): string | undefined {
  const text = textOf(sheet, fullRange(sheet, node));
  return text.includes("\n") ? undefined : text;
}

function textOf({ text }: Sheet, { start, end }: TextRange): string {
  return text.slice(start, end);
}

function childrenOf(node: Collection): readonly unknown[] {
  return node.kind === "sequence" ? node.items : ownEntries(node);
}

/** Nothing but a line break comes behind: a comment there speaks of the whole. */
function endsLine({ text }: Sheet, end: number): boolean {
  return text.slice(end, lineEnd(text, end)).trim() === "";
}

/** Whether there is nothing in it but brackets, dashes, keys and values: no comment, anchor, alias or explicit key. */
function isBare(sheet: Sheet, node: Collection): boolean {
  const taken: TextRange[] = [];
  let isPlain = true;
  const visit = (each: SyntaxNode): void => {
    if (each.tagSpan) taken.push(sheet.tree.layout.rangeOf(each.tagSpan));
    if (each.kind === "scalar") taken.push(sheet.tree.layout.rangeOf(each.span));
    else if (each.kind === "sequence") for (const item of each.items) visit(item);
    else {
      if (each.entries.some(({ merged }) => merged)) isPlain = false;
      for (const entry of ownEntries(each)) {
        taken.push(sheet.tree.layout.rangeOf(entry.key.span));
        visit(entry.value);
      }
    }
  };
  visit(node);
  const whole = fullRange(sheet, node);
  let at = whole.start;
  let gaps = "";
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    if (start < at) return false;
    gaps += sheet.text.slice(at, start);
    at = end;
  }
  gaps += sheet.text.slice(at, whole.end);
  return isPlain && /^[\s,[\]{}:-]*$/.test(gaps);
}
