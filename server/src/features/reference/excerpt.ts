/** What a hit shows: a stretch of text around what was found, with the places to mark. */
import type { MarkedText } from "../../../../protocol/requests.ts";
import type { Word, WordCutter } from "./search-words.ts";

/** Where the terms that were found stand in a text. */
export interface Marker {
  /** The whole text with its marks. */
  mark(text: string): MarkedText;
  /** The text in which most was found, cut to about `length` characters; the first one where none has any. */
  excerpt(texts: readonly string[], length: number): MarkedText | undefined;
}

/** Marks what the query's terms lead to: a word that begins with one as far as it was typed, another one whole. */
export function createMarker(cutter: WordCutter, found: ReadonlySet<string>, typed: readonly string[]): Marker {
  function rangeOf(word: Word): { start: number; end: number } {
    const length = Math.max(0, ...typed.filter((term) => word.term.startsWith(term)).map((term) => term.length));
    const comparable = word.term.length === word.end - word.start;
    return { start: word.start, end: length > 0 && comparable ? word.start + length : word.end };
  }

  function mark(text: string): MarkedText {
    const words = cutter.wordsOf(text).filter(({ term }) => found.has(term));
    return { text, marks: merged(words.map(rangeOf)) };
  }

  return {
    mark,
    excerpt(texts, length) {
      let best: { marked: MarkedText; weight: number } | undefined;
      for (const marked of texts.map(mark)) {
        const weight = weightOf(marked);
        if (best === undefined || weight > best.weight) best = { marked, weight };
      }
      return best && cut(best.marked, length);
    },
  };
}

/** One long mark says more than the same letters in pieces. */
function weightOf({ marks }: MarkedText): number {
  return marks.reduce((sum, { start, end }) => sum + (end - start) ** 2, 0);
}

function merged(ranges: readonly { start: number; end: number }[]): MarkedText["marks"] {
  const result: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** The stretch begins a little before the first mark, at a word where the script has spaces. */
function cut({ text, marks }: MarkedText, length: number): MarkedText {
  if (text.length <= length) return { text, marks };
  const first = marks[0]?.start ?? 0;
  const room = Math.round(length / 4);
  let start = first <= room ? 0 : first - room;
  if (start > 0) {
    const space = text.slice(start, first).search(/(?<=[\s、。])/);
    if (space >= 0) start += space;
  }
  const end = Math.min(text.length, start + length);
  const before = start > 0 ? "…" : "";
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).trimEnd()}${end < text.length ? "…" : ""}`,
    marks: marks
      .filter((each) => each.end <= end && each.start >= start)
      .map((each) => ({ start: each.start + shift, end: each.end + shift })),
  };
}
