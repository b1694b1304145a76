/** Writes `routewise-ignore` comments; each is read again before it is offered. */
import type { TextEdit, TextRange } from "../../base/span.ts";
import { type IgnoreNote, ignoreWord } from "../../template/ignores.ts";
import { endOfIds } from "./read-comments.ts";

export interface CommentSheet {
  readonly text: string;
  /** What a comment behind a line's content begins with, the space before it included: `  #`. */
  readonly marker: string;
  /** Comments of ours that are there. */
  readonly comments: readonly TextRange[];
  /** What a changed text says; undefined where it reads worse than the text at hand. */
  read(text: string): readonly IgnoreNote[] | undefined;
}

/** Lines are not made longer than this; the comment stands above then. */
const longestLine = 120;

/**
 * A comment that makes the rule silent about what begins at the offset: added to a comment of ours that is there,
 * behind the line, or above it. Undefined where neither can be read back, as inside a block of text.
 */
export function writeComment(sheet: CommentSheet, rule: string, offset: number): readonly TextEdit[] | undefined {
  const candidates = [...added(sheet, rule, offset), behind(sheet, rule, offset), above(sheet, rule, offset)];
  for (const edit of candidates) {
    if (edit && isReadBack(sheet, edit, rule, offset)) return [edit];
  }
  return undefined;
}

function isReadBack({ text, read }: CommentSheet, { range, newText }: TextEdit, rule: string, offset: number): boolean {
  const moved = range.start <= offset ? offset + newText.length : offset;
  const notes = read(text.slice(0, range.start) + newText + text.slice(range.end)) ?? [];
  return notes.some(
    (note) => note.rule === rule && note.covers.some(({ start, end }) => start <= moved && moved < end),
  );
}

function added({ text, comments }: CommentSheet, rule: string, offset: number): readonly TextEdit[] {
  const line = lineStart(text, offset);
  return comments
    .filter(({ start }) => start >= lineStart(text, line - 1) && start < lineEnd(text, offset))
    .toReversed()
    .flatMap((comment) => {
      const end = endOfIds(text, comment);
      return end === undefined ? [] : [{ range: { start: end, end }, newText: `, ${rule}` }];
    });
}

function behind({ text, marker }: CommentSheet, rule: string, offset: number): TextEdit | undefined {
  const end = lineEnd(text, offset);
  const newText = `${marker} ${ignoreWord} ${rule}`;
  if (end - lineStart(text, offset) + newText.length > longestLine) return undefined;
  return { range: { start: end, end }, newText };
}

function above({ text, marker }: CommentSheet, rule: string, offset: number): TextEdit {
  const start = lineStart(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return { range: { start, end: start }, newText: `${indent}${marker.trimStart()} ${ignoreWord} ${rule}${eol}` };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Before the line break and white space. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return (
    lineStart(text, offset) + text.slice(lineStart(text, offset), newline < 0 ? text.length : newline).trimEnd().length
  );
}
