/** The comments of a YAML document, as the lexer sees them: never a `#` inside a text. */
import { type CST, Parser } from "yaml";
import { memoised } from "../../base/memoised.ts";
import type { Block, TextRange } from "../../base/span.ts";
import type { ParsedDocument } from "../document.ts";

/** The comments that hold the word, in the order of the text. JSON has none. */
export function commentsWith({ layout, statistics, style }: ParsedDocument, word: string): readonly TextRange[] {
  const { text } = layout;
  if (style.language === "json") return [];
  const found: TextRange[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const { block, offset } = layout.locate(at);
    const start = at - offset;
    const isBetweenBlocks = block.text.length === text.length && !statistics.whole;
    const comment = isBetweenBlocks ? onLine(text, at) : commentsOf(block).find((each) => holds(each, offset));
    if (!comment) continue;
    const moved = isBetweenBlocks ? comment : { start: comment.start + start, end: comment.end + start };
    if (found.at(-1)?.start !== moved.start) found.push(moved);
  }
  return found;
}

function holds({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}

/** Between the blocks there are only headers of sections, empty lines and comments. */
function onLine(text: string, at: number): TextRange | undefined {
  const lineStart = text.lastIndexOf("\n", at) + 1;
  const hash = /(?:^|\s)#/.exec(text.slice(lineStart, at));
  return hash ? { start: lineStart + hash.index + hash[0].length - 1, end: endOfLine(text, at) } : undefined;
}

function endOfLine(text: string, at: number): number {
  const [rest = ""] = /^[^\r\n]*/.exec(text.slice(at)) ?? [];
  return at + rest.trimEnd().length;
}

const commentsOf = memoised((block: Block): readonly TextRange[] => {
  const comments: TextRange[] = [];
  const open: unknown[] = [...new Parser().parse(block.text)];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    if (Array.isArray(token)) open.push(...token);
    else if (isToken(token)) {
      if (token.type === "comment") comments.push(rangeOf(token));
      open.push(...Object.values(token).filter((value) => typeof value === "object" && value !== null));
    } else if (typeof token === "object" && token !== null) open.push(...Object.values(token));
  }
  return comments;
});

function isToken(value: unknown): value is CST.Token {
  return typeof value === "object" && value !== null && "type" in value;
}

function rangeOf(token: CST.Token): TextRange {
  const source = "source" in token ? token.source : "";
  return { start: token.offset, end: token.offset + source.trimEnd().length };
}
