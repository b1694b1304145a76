/**
 * The borders of the blocks of a JSON document: by braces where they match, else by indentation, so that a bracket
 * that is still open in one entry does not swallow the next.
 */
import type { TextRange } from "../../base/span.ts";
import {
  type BlockFit,
  entrySections,
  type Outline,
  type OutlineProblem,
  type PieceOutline,
  type SectionOutline,
} from "../block.ts";

/** Undefined where the document is no object, or neither way finds borders. */
export function outlineJson(text: string): Outline | undefined {
  return outlineByBraces(text) ?? outlineByIndentation(text);
}

interface Member {
  readonly key: TextRange;
  /** Where the value starts, and its end. */
  readonly value: TextRange;
}

function outlineByBraces(text: string): Outline | undefined {
  const start = skipTrivia(text, 0);
  const root = membersOf(text, start);
  if (!root || skipTrivia(text, root.end) < text.length) return undefined;
  const parts: (PieceOutline | SectionOutline)[] = [];
  for (const { key, value } of root.members) {
    const name = text.slice(key.start + 1, key.end - 1);
    const inner = entrySections.includes(name) ? membersOf(text, value.start) : undefined;
    if (!inner) {
      parts.push({ kind: "piece", range: { start: key.start, end: value.end } });
      continue;
    }
    const entries = inner.members.map((member) => ({ start: member.key.start, end: member.value.end }));
    parts.push({ kind: "section", name, key, value, entries });
  }
  return { root: { start, end: root.end }, parts, problems: [] };
}

/** A member whose brackets match stands for one member wherever it is; so does another. See `BlockLanguage.fits`. */
export function fitsJson(before: string, after: string, isTop: boolean): BlockFit | undefined {
  const member = memberAt(after, 0);
  if (!member || member.value.end !== after.length) return undefined;
  if (isTop && entrySections.includes(after.slice(1, member.key.end - 1))) return undefined;
  return { contentEnd: { before: before.length, after: after.length } };
}

/** The members of the object that starts here; undefined where anything about their borders is odd. */
function membersOf(
  text: string,
  start: number,
): { readonly members: readonly Member[]; readonly end: number } | undefined {
  if (text[start] !== "{") return undefined;
  const members: Member[] = [];
  let at = skipTrivia(text, start + 1);
  if (text[at] === "}") return { members, end: at + 1 };
  for (;;) {
    const member = memberAt(text, at);
    if (!member) return undefined;
    members.push(member);
    const next = skipTrivia(text, member.value.end);
    if (text[next] === "}") return { members, end: next + 1 };
    if (text[next] !== ",") return undefined;
    at = skipTrivia(text, next + 1);
  }
}

/** The member whose key starts here, without the comma behind it. */
function memberAt(text: string, at: number): Member | undefined {
  const keyEnd = text[at] === '"' ? stringEnd(text, at) : undefined;
  if (keyEnd === undefined) return undefined;
  const colon = skipTrivia(text, keyEnd);
  if (text[colon] !== ":") return undefined;
  const start = skipTrivia(text, colon + 1);
  const end = skipValue(text, start);
  return end === undefined ? undefined : { key: { start: at, end: keyEnd }, value: { start, end } };
}

function skipTrivia(text: string, from: number): number {
  const trivia = /(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
  trivia.lastIndex = from;
  return from + (trivia.exec(text)?.[0].length ?? 0);
}

/** Behind the closing quote; undefined where the line ends before it. */
function stringEnd(text: string, start: number): number | undefined {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, start, end)) end = text.indexOf('"', end + 1);
  if (end < 0) return undefined;
  const newline = text.slice(start, end).indexOf("\n");
  return newline < 0 ? end + 1 : undefined;
}

/** Whether an odd number of backslashes stands before the place. */
function isEscaped(text: string, start: number, at: number): boolean {
  let before = at;
  while (before > start + 1 && text.charCodeAt(before - 1) === backslash) before -= 1;
  return (at - before) % 2 === 1;
}

const [quote, backslash, slash, star] = [34, 92, 47, 42];
/** Closing brackets by their opening ones. */
const closing: ReadonlyMap<number, number> = new Map([
  [123, 125],
  [91, 93],
]);

/** The end of the value that starts here, by its brackets. It runs over the whole text on each keystroke, so it looks at codes. */
function skipValue(text: string, start: number): number | undefined {
  if (!/["{[]/.test(text[start] ?? "")) {
    const literal = /[^\s,"{}[\]/:]+/y;
    literal.lastIndex = start;
    const match = literal.exec(text);
    return match ? start + match[0].length : undefined;
  }
  const expected: number[] = [];
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    let end: number | undefined = at + 1;
    if (code === quote) end = stringEnd(text, at);
    else if (code === slash && isCommentStart(text, at)) end = skipTrivia(text, at);
    else if (code === 123 || code === 91) expected.push(closing.get(code) ?? 0);
    else if (code === 125 || code === 93) {
      if (expected.pop() !== code) return undefined;
    } else {
      at += 1;
      continue;
    }
    if (end === undefined || end === at) return undefined;
    if (expected.length === 0) return end;
    at = end;
  }
  return undefined;
}

function isCommentStart(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === slash || next === star;
}

interface Line {
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** For documents written one entry a line: a line that stands as deep as the first entry and has a key starts one. */
function outlineByIndentation(text: string): Outline | undefined {
  const start = skipTrivia(text, 0);
  if (text[start] !== "{") return undefined;
  const lines = keyLines(text, start + 1);
  const first = lines[0];
  if (!first) return undefined;
  const indent = indentOf(text, first);
  const parts: (PieceOutline | SectionOutline)[] = [];
  const problems: OutlineProblem[] = [];
  const tops = lines.filter((line) => indentOf(text, line) === indent && isKey(text, line));
  const rootEnd = lastBrace(text, lines, indent) ?? text.length;
  for (const [index, top] of tops.entries()) {
    const end = tops[index + 1]?.start ?? rootEnd;
    parts.push(outlineSection(text, top, end, lines) ?? { kind: "piece", range: trimmed(text, top.content, end) });
  }
  if (parts.length === 0) return undefined;
  problems.push({
    code: "syntax-error",
    range: { start, end: start + 1 },
    detail: "Brackets, quotes or commas do not match",
  });
  return { root: { start, end: text.length }, parts, problems };
}

function outlineSection(text: string, top: Line, end: number, lines: readonly Line[]): SectionOutline | undefined {
  const header = /^"([^"]*)"\s*:\s*\{\s*(?:\/\/.*)?$/.exec(text.slice(top.content, top.end));
  const name = header?.[1];
  if (name === undefined || !entrySections.includes(name)) return undefined;
  const inside = lines.filter((line) => line.start > top.start && line.start < end);
  const first = inside[0];
  if (!first || !isKey(text, first) || !isDeeper(text, first, top)) return undefined;
  const indent = indentOf(text, first);
  const closing = inside.find(
    (line) => text[line.content] === "}" && indentOf(text, line).length <= indentOf(text, top).length,
  );
  const sectionEnd = closing?.content ?? end;
  const starts = inside.filter(
    (line) => line.start < sectionEnd && indentOf(text, line) === indent && isKey(text, line),
  );
  const entries = starts.map((line, index) => trimmed(text, line.content, starts[index + 1]?.start ?? sectionEnd));
  const key = { start: top.content, end: top.content + name.length + 2 };
  const open = text.indexOf("{", key.end);
  return {
    kind: "section",
    name,
    key,
    value: { start: open, end: closing ? closing.content + 1 : (entries.at(-1)?.end ?? end) },
    entries,
  };
}

/** The lines that start with a quote or a closing brace. */
function keyLines(text: string, from: number): Line[] {
  const lines: Line[] = [];
  const pattern = /^[ \t]*(?=["}])/gm;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const newline = text.indexOf("\n", match.index);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start: match.index, content: match.index + match[0].length, end });
    pattern.lastIndex = Math.max(end, match.index + 1);
  }
  return lines;
}

function indentOf(text: string, line: Line): string {
  return text.slice(line.start, line.content);
}

function isDeeper(text: string, line: Line, than: Line): boolean {
  return indentOf(text, line).length > indentOf(text, than).length;
}

function isKey(text: string, line: Line): boolean {
  return text[line.content] === '"';
}

function lastBrace(text: string, lines: readonly Line[], indent: string): number | undefined {
  return lines.findLast((line) => text[line.content] === "}" && line.content - line.start < Math.max(1, indent.length))
    ?.content;
}

/** Without the comma that parts it from the next, so that a block has the same text whichever way it was found. */
function trimmed(text: string, start: number, end: number): TextRange {
  const written = text.slice(start, end).trimEnd();
  const length = written.endsWith(",") ? written.slice(0, -1).trimEnd().length : written.length;
  return { start, end: start + length };
}
