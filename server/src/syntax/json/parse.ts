/**
 * One stretch of JSON -> nodes. The tokens are those of `jsonc-parser`; its own tree builder recurses without bound and
 * drops a member whose value is still missing, so the tree is built here.
 */
import { createScanner, type JSONScanner } from "jsonc-parser";
import type { Block, Span } from "../../base/span.ts";
import {
  append,
  duplicateKeys,
  maxDepth,
  noCounts,
  type ParsedBlock,
  type ParsedWhole,
  type StyleCounts,
} from "../block.ts";
import type { Entry, ScalarNode, SyntaxNode, SyntaxProblem } from "../tree.ts";

// The enums of jsonc-parser are `const enum`s, which cannot be imported by a file that is compiled alone.
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  end: 17,
} as const;

const scanErrors: Readonly<Record<number, string>> = {
  1: "Unexpected end of comment",
  2: "Unexpected end of string",
  3: "Unexpected end of number",
  4: "Invalid Unicode sequence",
  5: "Invalid escape character",
  6: "Invalid character",
};

interface Reading {
  readonly block: Block;
  readonly scanner: JSONScanner;
  readonly problems: SyntaxProblem[];
  readonly counts: StyleCounts;
  /** The token at hand. */
  kind: number;
  start: number;
  end: number;
  value: string;
  /** The end of the token before. */
  previousEnd: number;
}

export function parseJsonBlock(text: string): ParsedBlock {
  const block: Block = { text };
  const reading = read(block, 0);
  const entries: Entry[] = [];
  // Mostly one. What follows without a comma is rest of a broken entry.
  do entries.push(member(reading, 0));
  while (stepOver(reading, token.comma));
  if (reading.kind !== token.end) problem(reading, "Unexpected text behind the entry");
  return { block, entries, problems: reading.problems, counts: reading.counts, anchors: [], missingAnchors: [] };
}

export function parseJsonWhole(block: Block): ParsedWhole {
  const reading = read(block, block.text.startsWith("\uFEFF") ? 1 : 0);
  const node = reading.kind === token.end ? undefined : value(reading, 0);
  if (reading.kind !== token.end) problem(reading, "End of file expected");
  return { root: node?.kind === "mapping" ? node : undefined, problems: reading.problems, counts: reading.counts };
}

function read(block: Block, from: number): Reading {
  const scanner = createScanner(block.text, false);
  scanner.setPosition(from);
  const reading: Reading = {
    block,
    scanner,
    problems: [],
    counts: noCounts(),
    kind: token.unknown,
    start: from,
    end: from,
    value: "",
    previousEnd: from,
  };
  next(reading);
  return reading;
}

/** Steps to the next token that is not white space or a comment. */
function next(reading: Reading): void {
  reading.previousEnd = reading.end;
  for (;;) {
    const kind: number = reading.scanner.scan();
    reading.start = reading.scanner.getTokenOffset();
    reading.end = reading.start + reading.scanner.getTokenLength();
    const error = scanErrors[reading.scanner.getTokenError()];
    if (error) problem(reading, error);
    if (kind >= token.lineComment && kind <= token.trivia) continue;
    reading.kind = kind;
    reading.value = reading.scanner.getTokenValue();
    if (kind === token.end) reading.end = reading.start;
    return;
  }
}

/** Whether the token at hand is of this kind; if so, it is behind now. */
function stepOver(reading: Reading, kind: number): boolean {
  const found = reading.kind === kind;
  if (found) next(reading);
  return found;
}

function problem(reading: Reading, detail: string): void {
  const span = spanOf(reading, reading.start, reading.end);
  reading.problems.push({ code: "syntax-error", span, detail });
}

function spanOf(reading: Reading, start: number, end: number): Span {
  return { block: reading.block, start, end: Math.max(start, end) };
}

/** A value; undefined where none stands, with the token left as it is. */
function value(reading: Reading, depth: number): SyntaxNode | undefined {
  switch (reading.kind) {
    case token.openBrace:
      return depth < maxDepth ? object(reading, depth) : skipDeep(reading);
    case token.openBracket:
      return depth < maxDepth ? array(reading, depth) : skipDeep(reading);
    case token.string:
      return scalar(reading, reading.value);
    case token.number:
      return scalar(reading, Number(reading.value));
    case token.null:
      return scalar(reading, null);
    case token.true:
      return scalar(reading, true);
    case token.false:
      return scalar(reading, false);
    case token.unknown:
      problem(reading, "Value expected");
      return scalar(reading, reading.value);
    default:
      return undefined;
  }
}

function scalar(reading: Reading, data: ScalarNode["value"]): ScalarNode {
  const span = spanOf(reading, reading.start, reading.end);
  const node: ScalarNode = { kind: "scalar", value: data, text: reading.value, style: "json", span };
  next(reading);
  return node;
}

function object(reading: Reading, depth: number): SyntaxNode {
  const start = reading.start;
  next(reading);
  const entries = members(reading, depth);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only && (only.key.text === "Ref" || only.key.text.startsWith("Fn::"))) reading.counts.longForms += 1;
  const end = close(reading, token.closeBrace, "}");
  return { kind: "mapping", entries, flow: true, span: spanOf(reading, start, end) };
}

/** Members up to something that can be none: a closing bracket, the end. */
function members(reading: Reading, depth: number): Entry[] {
  const entries: Entry[] = [];
  while (reading.kind !== token.closeBrace && reading.kind !== token.closeBracket && reading.kind !== token.end) {
    if (reading.kind === token.comma) {
      problem(reading, "Property expected");
      next(reading);
      continue;
    }
    entries.push(member(reading, depth));
    separate(reading, token.closeBrace);
  }
  append(reading.problems, duplicateKeys(entries));
  return entries;
}

function member(reading: Reading, depth: number): Entry {
  if (reading.kind !== token.string) problem(reading, "Property name in double quotes expected");
  const key = scalar(reading, reading.value);
  const missing = (): SyntaxNode => {
    problem(reading, reading.kind === token.colon ? "Value expected" : "Colon expected");
    const at = reading.previousEnd;
    return { kind: "scalar", value: null, text: "", style: "json", span: spanOf(reading, at, at) };
  };
  if (reading.kind !== token.colon) return { key, value: missing(), span: key.span };
  next(reading);
  const found = isNextKey(reading) ? undefined : value(reading, depth + 1);
  const data = found ?? missing();
  return { key, value: data, span: spanOf(reading, key.span.start, Math.max(key.span.end, data.span.end)) };
}

/** Whether a string behind a colon is the key of the next line rather than a value: `"CidrBlock":` and a line break. */
function isNextKey(reading: Reading): boolean {
  if (reading.kind !== token.string) return false;
  const between = reading.block.text.slice(reading.previousEnd, reading.start);
  return between.includes("\n") && /^\s*:/.test(reading.block.text.slice(reading.end, reading.end + 40));
}

/** Steps over the comma, or says that there should be one (or should be none). */
function separate(reading: Reading, closing: number): void {
  if (reading.kind === token.comma) {
    const span = spanOf(reading, reading.start, reading.end);
    next(reading);
    if (reading.kind === closing) {
      reading.problems.push({ code: "syntax-error", span, detail: "Trailing comma" });
    }
    return;
  }
  if (reading.kind === token.closeBrace || reading.kind === token.closeBracket || reading.kind === token.end) return;
  problem(reading, "Comma expected");
  if (reading.kind === token.colon) next(reading);
}

function array(reading: Reading, depth: number): SyntaxNode {
  const start = reading.start;
  next(reading);
  const items: SyntaxNode[] = [];
  while (reading.kind !== token.closeBracket && reading.kind !== token.closeBrace && reading.kind !== token.end) {
    const item = value(reading, depth + 1);
    if (item) items.push(item);
    else {
      problem(reading, "Value expected");
      next(reading);
      continue;
    }
    separate(reading, token.closeBracket);
  }
  const end = close(reading, token.closeBracket, "]");
  return { kind: "sequence", items, flow: true, span: spanOf(reading, start, end) };
}

/** Steps over the closing bracket and gives its end; where it is missing, says so and ends behind the last token. */
function close(reading: Reading, closing: number, bracket: string): number {
  if (reading.kind === closing) {
    const end = reading.end;
    next(reading);
    return end;
  }
  problem(reading, `${bracket} expected`);
  return reading.previousEnd;
}

function skipDeep(reading: Reading): SyntaxNode {
  const start = reading.start;
  reading.problems.push({ code: "too-deep", span: spanOf(reading, start, reading.end) });
  let depth = 0;
  do {
    if (reading.kind === token.openBrace || reading.kind === token.openBracket) depth += 1;
    if (reading.kind === token.closeBrace || reading.kind === token.closeBracket) depth -= 1;
    next(reading);
  } while (depth > 0 && reading.kind !== token.end);
  const span = spanOf(reading, start, reading.previousEnd);
  return { kind: "scalar", value: null, text: "", style: "json", span };
}
