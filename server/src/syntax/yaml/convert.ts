/** Nodes of `yaml` -> nodes of the syntax tree, with aliases and merge keys resolved. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Block, Span } from "../../base/span.ts";
import { append, duplicateKeys, noCounts, type StyleCounts } from "../block.ts";
import type { Entry, MappingNode, ScalarNode, ScalarStyle, SequenceNode, SyntaxNode, SyntaxProblem } from "../tree.ts";

export interface Converted {
  readonly node: SyntaxNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly counts: Readonly<StyleCounts>;
  readonly anchors: readonly string[];
  readonly missingAnchors: readonly { readonly name: string; readonly span: Span }[];
}

export interface Source {
  readonly block: Block;
  /** What was parsed: the block's text from `shift` on, perhaps repaired. */
  readonly source: string;
  /** What to add to the positions of `yaml` to get offsets in the text. */
  readonly shift: number;
}

/** How many nodes a stretch may come to once its aliases are followed: enough for any template, not for a bomb. */
const maxNodes = 200_000;

interface Conversion extends Source {
  /** The block's text. */
  readonly text: string;
  readonly problems: SyntaxProblem[];
  readonly counts: StyleCounts;
  readonly anchors: Map<string, { readonly node: SyntaxNode; readonly size: number }>;
  readonly missing: { name: string; span: Span }[];
  size: number;
}

export function convertContents(contents: Node | undefined, source: Source): Converted {
  const conversion: Conversion = {
    ...source,
    text: source.block.text,
    problems: [],
    counts: noCounts(),
    anchors: new Map(),
    missing: [],
    size: 0,
  };
  const node = contents ? convert(conversion, contents, source.shift) : undefined;
  const { problems, counts, anchors, missing } = conversion;
  return { node, problems, counts, anchors: [...anchors.keys()], missingAnchors: missing };
}

/** @param from where the text before the node starts, in which its tag stands */
function convert(conversion: Conversion, node: Node, from: number): SyntaxNode {
  conversion.size += 1;
  if (isAlias(node)) return followAlias(conversion, node.source, rangeOf(conversion, node));
  const before = conversion.size;
  const tag = node.tag === undefined ? {} : tagBefore(conversion, from, rangeOf(conversion, node).start);
  const converted = convertUntagged(conversion, node, from, tag);
  if ("anchor" in node && typeof node.anchor === "string") {
    conversion.anchors.set(node.anchor, { node: converted, size: conversion.size - before });
  }
  return converted;
}

interface Tag {
  readonly tag?: string;
  readonly tagSpan?: Span;
}

function convertUntagged(conversion: Conversion, node: Node, from: number, tag: Tag): SyntaxNode {
  if (isMap(node)) return convertMap(conversion, node, tag);
  if (isSeq(node)) return convertSequence(conversion, node, from, tag);
  if (isScalar(node)) return convertScalar(conversion, node, tag);
  return emptyScalar(conversion, rangeOf(conversion, node).start);
}

function followAlias(conversion: Conversion, name: string, range: { start: number; end: number }): SyntaxNode {
  const span = spanOf(conversion, range.start, range.end);
  const target = conversion.anchors.get(name);
  if (!target) conversion.missing.push({ name, span });
  else if (conversion.size + target.size > maxNodes) conversion.problems.push({ code: "too-deep", span });
  else {
    conversion.size += target.size;
    return target.node;
  }
  return { kind: "scalar", value: null, text: "", style: "plain", span };
}

function convertMap(conversion: Conversion, map: YAMLMap, tag: Tag): MappingNode {
  const { start, end } = rangeOf(conversion, map);
  const entries: Entry[] = [];
  let from = start;
  for (const pair of map.items) {
    for (const entry of convertPair(conversion, pair, from)) {
      addEntry(entries, entry);
      from = Math.max(from, entry.span.end);
    }
  }
  append(conversion.problems, duplicateKeys(entries));
  if (entries.length === 1 && entries[0] && isLongFunction(entries[0].key.text)) conversion.counts.longForms += 1;
  const flow = map.flow === true;
  const last = entries.findLast((entry) => !entry.merged)?.span.end ?? from;
  return { kind: "mapping", entries, flow, ...tag, span: spanOf(conversion, start, flow ? end : last) };
}

function isLongFunction(key: string): boolean {
  // What has no short form says nothing of which the author likes.
  return key === "Ref" || /^Fn::(?!ForEach::|Length$|ToJsonString$|Transform$)/.test(key);
}

/** A merge key gives the entries of what it merges; they yield to what is written here and earlier. */
function addEntry(entries: Entry[], entry: Entry): void {
  const sources = entry.key.text === "<<" && entry.key.style === "plain" ? mergedMappings(entry.value) : undefined;
  if (!sources) {
    const merged = entries.findIndex((other) => other.merged && other.key.text === entry.key.text);
    if (merged >= 0 && !entry.merged) entries.splice(merged, 1);
    entries.push(entry);
    return;
  }
  for (const source of sources) {
    for (const inner of source.entries) {
      if (entries.some((other) => other.key.text === inner.key.text)) continue;
      entries.push({ ...inner, merged: true });
    }
  }
}

function mergedMappings(value: SyntaxNode): MappingNode[] | undefined {
  if (value.kind === "mapping") return [value];
  if (value.kind !== "sequence") return undefined;
  const mappings = value.items.filter((item) => item.kind === "mapping");
  return mappings.length === value.items.length ? mappings : undefined;
}

function convertPair(conversion: Conversion, pair: Pair, from: number): Entry[] {
  const keys = convertKey(conversion, pair.key, from);
  const key = keys.pop();
  if (!key) return [];
  const unfinished = keys.map((word): Entry => {
    return { key: word, value: emptyScalar(conversion, word.span.end), span: word.span };
  });
  const keyEnd = key.span.end;
  const value = isNode(pair.value)
    ? convert(conversion, pair.value, keyEnd)
    : emptyScalar(conversion, afterColon(conversion, keyEnd));
  const alias = isAlias(pair.value) ? pair.value : undefined;
  const end = alias ? rangeOf(conversion, alias).end : Math.max(keyEnd, value.span.end);
  const span = spanOf(conversion, key.span.start, end);
  return [...unfinished, alias ? { key, value, span, merged: true } : { key, value, span }];
}

/**
 * The key; before it the words on lines of their own that `yaml` reads as its beginning: `Cid`, still without a colon,
 * above `Tags:`.
 */
function convertKey(conversion: Conversion, key: unknown, from: number): ScalarNode[] {
  if (!isNode(key)) return [emptyScalar(conversion, from)];
  const { start, end } = rangeOf(conversion, key);
  if (isScalar(key)) {
    const written = conversion.text.slice(start, end);
    if (key.type === "PLAIN" && written.includes("\n")) {
      return [...written.matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map(({ index, 0: word }) => {
        const span = spanOf(conversion, start + index, start + index + word.length);
        return { kind: "scalar", value: word, text: word, style: "plain", span };
      });
    }
    return [convertScalar(conversion, key, {})];
  }
  if (isAlias(key)) {
    const target = followAlias(conversion, key.source, { start, end });
    if (target.kind === "scalar") return [{ ...target, span: spanOf(conversion, start, end) }];
  }
  const text = conversion.text.slice(start, end).trimEnd();
  return [{ kind: "scalar", value: text, text, style: "plain", span: spanOf(conversion, start, start + text.length) }];
}

function convertSequence(conversion: Conversion, sequence: YAMLSeq, from: number, tag: Tag): SequenceNode {
  const { start, end } = rangeOf(conversion, sequence);
  const flow = sequence.flow === true;
  if (!flow) countSequence(conversion, from, start);
  const items: SyntaxNode[] = [];
  let itemFrom = start;
  for (const item of sequence.items) {
    if (isPair(item)) {
      // `[a: 1]` is a list of one-entry mappings.
      const entries = convertPair(conversion, item, itemFrom);
      const first = entries[0]?.span.start ?? itemFrom;
      const last = entries.at(-1)?.span.end ?? itemFrom;
      items.push({ kind: "mapping", entries, flow: true, span: spanOf(conversion, first, last) });
      itemFrom = last;
    } else if (isNode(item)) {
      const converted = convert(conversion, item, itemFrom);
      items.push(converted);
      itemFrom = isAlias(item) ? rangeOf(conversion, item).end : Math.max(itemFrom, converted.span.end);
    }
  }
  return { kind: "sequence", items, flow, ...tag, span: spanOf(conversion, start, flow ? end : itemFrom) };
}

/** Notes whether a block sequence stands deeper than the key above it. */
function countSequence(conversion: Conversion, keyEnd: number, start: number): void {
  const lineOf = (offset: number) => conversion.text.lastIndexOf("\n", offset - 1) + 1;
  const keyLine = lineOf(keyEnd);
  if (keyLine === lineOf(start)) return;
  const indentOf = (line: number) => /^[ ]*(?:- +)*/.exec(conversion.text.slice(line, line + 200))?.[0].length ?? 0;
  if (start - lineOf(start) > indentOf(keyLine)) conversion.counts.indentedSequences += 1;
  else conversion.counts.levelSequences += 1;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function convertScalar(
  conversion: Conversion,
  scalar: { value: unknown; source?: string; type?: string; range?: unknown },
  tag: Tag,
): ScalarNode {
  const { start, end } = rangeOf(conversion, scalar);
  const style = styles[scalar.type ?? "PLAIN"] ?? "plain";
  if (style === "single-quoted") conversion.counts.singleQuotes += 1;
  if (style === "double-quoted") conversion.counts.doubleQuotes += 1;
  const repaired = isRepaired(conversion, start, end);
  const data = repaired ? readAlone(conversion.text.slice(start, end), style) : scalar.value;
  const text = typeof data === "string" ? data : (scalar.source ?? "");
  // `yaml` reads a tagged value as a string, also where nothing was typed behind the tag yet.
  const value = end === start ? null : tag.tag === undefined ? scalarValue(data) : text;
  const span = spanOf(conversion, start, trimmedEnd(conversion, start, end));
  return { kind: "scalar", value, text, style, ...tag, span };
}

function isRepaired({ source, shift, text }: Conversion, start: number, end: number): boolean {
  return source.slice(start - shift, end - shift) !== text.slice(start, end);
}

/** The value of a repaired scalar; alone no indentation is too small for it. */
function readAlone(written: string, style: ScalarStyle): unknown {
  if (style === "plain") return written.replace(/\s*\n\s*/g, " ");
  return parseDocument(written, { logLevel: "silent", prettyErrors: false }).toJS();
}

function scalarValue(value: unknown): ScalarNode["value"] {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}

function emptyScalar(conversion: Conversion, at: number): ScalarNode {
  return { kind: "scalar", value: null, text: "", style: "plain", span: spanOf(conversion, at, at) };
}

/** Block scalars end with line breaks and comments of the next lines; a span ends with the last character. */
function trimmedEnd(conversion: Conversion, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(conversion.text[trimmed - 1] ?? "")) trimmed -= 1;
  return trimmed;
}

function afterColon(conversion: Conversion, keyEnd: number): number {
  const colon = /^[ \t]*:[ ]?/.exec(conversion.text.slice(keyEnd, keyEnd + 80));
  return keyEnd + (colon?.[0].length ?? 0);
}

/** Finds the tag that stands between two offsets, behind indicators, anchors and comments. */
function tagBefore(conversion: Conversion, from: number, to: number): Tag {
  const between = /#[^\n]*|!<[^>\s]*>|![^\s,[\]{}]*|[^\s!#]+/g;
  for (const { index, 0: token } of conversion.text.slice(from, to).matchAll(between)) {
    if (!token.startsWith("!")) continue;
    if (token.startsWith("!!")) return {};
    conversion.counts.shortForms += 1;
    return { tag: token, tagSpan: spanOf(conversion, from + index, from + index + token.length) };
  }
  return {};
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function rangeOf(conversion: Conversion, node: { range?: unknown }): { start: number; end: number } {
  const range: unknown = node.range;
  if (!Array.isArray(range)) return { start: conversion.shift, end: conversion.shift };
  const [start, end]: unknown[] = range;
  return {
    start: (typeof start === "number" ? start : 0) + conversion.shift,
    end: (typeof end === "number" ? end : 0) + conversion.shift,
  };
}

function spanOf(conversion: Conversion, start: number, end: number): Span {
  const length = conversion.text.length;
  const from = Math.min(start, length);
  return { block: conversion.block, start: from, end: Math.min(Math.max(from, end), length) };
}
