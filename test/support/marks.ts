/**
 * Marked source text for tests. `$0` is the cursor. A line of `^^^` marks the text above it and may say what is
 * expected there: `^^^ 💡 error: message`. It may start with `#` or `//`, so that editors still read the fixture.
 * Marks are taken out before anything is parsed, so that they work in every language, JSON included.
 */

export interface Annotation {
  /** Zero-based line in the stripped text. */
  readonly line: number;
  /** Zero-based columns in the stripped text, in UTF-16 code units; the end is exclusive. */
  readonly startCol: number;
  readonly endCol: number;
  /** The same place as offsets into the stripped text. */
  readonly start: number;
  readonly end: number;
  /** Everything behind the carets: `💡 error: message`. */
  readonly text: string;
  /** Whether there is a 💡. */
  readonly fix: boolean;
  readonly severity: string | undefined;
  readonly message: string;
}

export interface MarkedText {
  readonly text: string;
  /** Offset of `$0` in the stripped text. */
  readonly cursor: number | undefined;
  /** In the order of the text. A line with several runs of carets gives several annotations with the same words. */
  readonly annotations: readonly Annotation[];
}

const annotationLine = /^[ \t]*(?:#|\/\/)?[ \t]*\^+(?:[ \t]+\^+)*(?:[ \t]+(?!\^).*)?$/;
const cursorMark = "$0";

/** Takes the marks out of a fixture. A text without marks comes back as it is. */
export function parseMarks(marked: string): MarkedText {
  let text = "";
  let cursor: number | undefined;
  let line = -1;
  let lineStart = 0;
  let cursorColumn: number | undefined;
  const annotations: Annotation[] = [];

  for (const piece of marked.split(/(?<=\n)/)) {
    const content = piece.replace(/\r?\n$/, "");
    if (line >= 0 && annotationLine.test(content)) {
      annotations.push(...annotationsOf(content, line, lineStart, cursorColumn));
      continue;
    }
    line += 1;
    lineStart = text.length;
    const at = cursor === undefined ? content.indexOf(cursorMark) : -1;
    cursorColumn = at < 0 ? undefined : at;
    if (at < 0) {
      text += piece;
    } else {
      cursor = lineStart + at;
      text += piece.slice(0, at) + piece.slice(at + cursorMark.length);
    }
  }
  // A line of carets at the very end leaves the line break of the line above; that is part of the text.
  return { text, cursor, annotations };
}

function annotationsOf(content: string, line: number, lineStart: number, cursorColumn: number | undefined) {
  // Carets stand below the marked text as one sees it, the cursor mark included.
  const column = (seen: number): number =>
    cursorColumn === undefined || seen <= cursorColumn ? seen : Math.max(cursorColumn, seen - cursorMark.length);
  const words = content.replace(/^[ \t]*(?:#|\/\/)?[ \t^]*/, "").trim();
  const carets = content.slice(0, content.length - words.length);
  const found: Annotation[] = [];
  for (const run of carets.matchAll(/\^+/g)) {
    const startCol = column(run.index);
    const endCol = column(run.index + run[0].length);
    found.push({
      line,
      startCol,
      endCol,
      start: lineStart + startCol,
      end: lineStart + endCol,
      text: words,
      ...wordsOf(words),
    });
  }
  return found;
}

function wordsOf(words: string): Pick<Annotation, "fix" | "severity" | "message"> {
  const fix = words.startsWith("💡");
  const rest = fix ? words.slice("💡".length).trim() : words;
  const severity = /^(error|warning|information|hint):\s*/.exec(rest);
  return { fix, severity: severity?.[1], message: severity ? rest.slice(severity[0].length) : rest };
}
