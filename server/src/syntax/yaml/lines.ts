import type { TextRange } from "../../base/span.ts";

/** A line with something on it that is not a comment. */
export interface ContentLine {
  /** Where the line starts, and where its first character that is no white space stands. */
  readonly start: number;
  readonly content: number;
  /** Without the line break and trailing white space. */
  readonly end: number;
  readonly indent: number;
}

/** The lines of a range that hold more than a comment. */
export function* contentLines(text: string, range: TextRange): Generator<ContentLine> {
  let start = range.start;
  while (start < range.end) {
    const newline = text.indexOf("\n", start);
    const lineEnd = newline < 0 || newline >= range.end ? range.end : newline;
    let content = start;
    while (content < lineEnd && isIndentation(text.charCodeAt(content))) content += 1;
    let end = lineEnd;
    while (end > content && isBlank(text.charCodeAt(end - 1))) end -= 1;
    if (end > content && text[content] !== "#") yield { start, content, end, indent: content - start };
    start = lineEnd + 1;
  }
}

/** YAML allows no tabs here; where there are some, each counts as one space. */
function isIndentation(code: number): boolean {
  return code === 32 || code === 9;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** The first document of a stream that holds something, without its markers and directives. */
export function firstDocument(text: string): TextRange {
  const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    if (hasContent(text, { start, end: match.index })) return { start, end: match.index };
    start = match.index + match[0].length;
  }
  return { start, end: text.length };
}

function hasContent(text: string, range: TextRange): boolean {
  for (const line of contentLines(text, range)) {
    // Directives (`%YAML 1.1`) stand before the first marker.
    if (text[line.content] !== "%") return true;
  }
  return false;
}
