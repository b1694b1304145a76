/**
 * The borders of the blocks of a YAML document, found by indentation alone. In block style a line that stands no
 * deeper than a key ends everything under that key, whatever quotes or brackets are still open; so broken text in one
 * entry never reaches the next.
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
import { type ContentLine, contentLines, firstDocument } from "./lines.ts";

const sectionHeader = new RegExp(`^(["']?)(${entrySections.join("|")})\\1[ \\t]*:[ \\t]*(?:#.*)?$`);

/** Undefined where the document is not a mapping in block style, or uses explicit keys. */
export function outlineYaml(text: string): Outline | undefined {
  const document = firstDocument(text);
  const lines = [...contentLines(text, document)];
  const first = lines[0];
  if (!first || first.indent > 40 || !opensMapping(text, first)) return undefined;
  const indent = first.indent;

  const starts: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.indent > indent) continue;
    if (isExplicit(text, line)) return undefined;
    if (startsEntry(text, line) && !isStrayWord(text, line, lines[index + 1], starts.length)) starts.push(index);
  }
  const parts: (PieceOutline | SectionOutline)[] = [];
  const problems: OutlineProblem[] = [];
  let bodyEnd = first.end;
  for (const [position, startIndex] of starts.entries()) {
    const nextIndex = starts[position + 1];
    const end = nextIndex === undefined ? document.end : (lines[nextIndex]?.start ?? document.end);
    const own = lines.slice(startIndex, nextIndex);
    const header = own[0];
    if (!header) continue;
    const part = outlinePart(text, header, own.slice(1), end, problems);
    if (!part) return undefined;
    parts.push(part);
    bodyEnd = own.at(-1)?.end ?? bodyEnd;
  }
  return { root: { start: first.content, end: bodyEnd }, parts, problems };
}

/**
 * A block whose first line is a key at the same column, and whose other lines are all deeper, keeps the borders where they
 * are. See `BlockLanguage.fits`.
 */
export function fitsYaml(before: string, after: string, isTop: boolean): BlockFit | undefined {
  const [first, next, ...rest] = contentLines(after, { start: 0, end: after.length });
  const old = [...contentLines(before, { start: 0, end: before.length })];
  const last = rest.at(-1) ?? next ?? first;
  const [oldFirst, oldLast] = [old[0], old.at(-1)];
  if (!first || !last || !oldFirst || !oldLast) return undefined;
  if (first.start !== 0 || first.indent !== oldFirst.indent) return undefined;
  if (before.endsWith("\n") && !after.endsWith("\n")) return undefined;
  if (!keyAhead.test(after.slice(first.content, first.end)) || !opensMapping(after, first)) return undefined;
  if (isExplicit(after, first) || (isTop && (isSectionHeader(after, first) || isStrayWord(after, first, next, 1)))) {
    return undefined;
  }
  const isDeeper = (line: ContentLine) => line.indent > first.indent;
  if ((next && !isDeeper(next)) || !rest.every(isDeeper)) return undefined;
  return { contentEnd: { before: oldLast.end, after: last.end } };
}

function isSectionHeader(text: string, line: ContentLine): boolean {
  return sectionHeader.test(text.slice(line.content, line.end));
}

function outlinePart(
  text: string,
  header: ContentLine,
  body: readonly ContentLine[],
  end: number,
  problems: OutlineProblem[],
): PieceOutline | SectionOutline | undefined {
  const piece: PieceOutline = { kind: "piece", range: { start: header.start, end } };
  const match = sectionHeader.exec(text.slice(header.content, header.end));
  const first = body[0];
  const name = match?.[2];
  if (name === undefined || !first || first.indent <= header.indent || !startsEntry(text, first)) return piece;

  const entries: TextRange[] = [];
  let start: ContentLine | undefined;
  const close = (at: number) => {
    if (start) entries.push({ start: start.start, end: at });
  };
  for (const line of body) {
    if (line.indent > first.indent) continue;
    if (isExplicit(text, line)) return undefined;
    if (!startsEntry(text, line)) continue;
    close(line.start);
    start = line;
    if (line.indent < first.indent) {
      problems.push({
        code: "syntax-error",
        range: { start: line.content, end: line.end },
        detail: "All entries of a section must start at the same column",
      });
    }
  }
  close(end);
  const quotes = (match?.[1]?.length ?? 0) * 2;
  return {
    kind: "section",
    name,
    key: { start: header.content, end: header.content + name.length + quotes },
    value: { start: first.content, end: body.at(-1)?.end ?? first.end },
    entries,
  };
}

function opensMapping(text: string, line: ContentLine): boolean {
  return startsEntry(text, line) && !/^[![{&*|>%]/.test(text.slice(line.content, line.content + 1));
}

/** Whether a line can start an entry: it has a key, or is a word that may become one. */
function startsEntry(text: string, line: ContentLine): boolean {
  const content = text.slice(line.content, Math.min(line.end, line.content + 400));
  if (/^(?:-(?:\s|$)|[\]},])/.test(content)) return false;
  return keyAhead.test(content) || /^[\w.:-]+$/.test(content);
}

/** A word without a colon cannot own the lines below it; they go on with the section it was typed into. */
function isStrayWord(text: string, line: ContentLine, next: ContentLine | undefined, sections: number): boolean {
  return (
    sections > 0 && next !== undefined && next.indent > line.indent && !/:$|: /.test(text.slice(line.content, line.end))
  );
}

/** A quoted or plain key with its colon. */
const keyAhead = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#,[\]{}"'][^#]*?)[ \t]*:(?:\s|$)/;

/** `? key` and `: value`, `*alias : value`: legal, and too rare to cut at. */
function isExplicit(text: string, line: ContentLine): boolean {
  return /^(?:[?:](?:\s|$)|\*)/.test(text.slice(line.content, line.content + 2));
}
