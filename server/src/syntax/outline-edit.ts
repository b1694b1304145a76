/**
 * The outline of a version whose only difference from the version before lies inside one block: that block's new text,
 * looked at alone, and all else moved. Finding the borders anew means reading a megabyte for each keystroke.
 */
import type { TextRange } from "../base/span.ts";
import type { BlockLanguage, Outline } from "./block.ts";

export interface OutlineEdit {
  readonly outline: Outline;
  /** Which of the outline's ranges holds the difference, in the order of the text. */
  readonly changed: number;
}

/** The version before: its text, borders, and the ranges of its blocks in the order of the text. */
export interface OutlinedText {
  readonly text: string;
  readonly outline: Outline;
  readonly ranges: readonly TextRange[];
}

/** Undefined where the borders have to be searched anew. Gives what the language's `outline` gives for the text. */
export function editOutline(language: BlockLanguage, before: OutlinedText, text: string): OutlineEdit | undefined {
  const { outline, ranges } = before;
  if (outline.problems.length > 0) return undefined;
  const changed = changedRange(before, text);
  const range = changed === undefined ? undefined : ranges[changed];
  if (changed === undefined || !range) return undefined;
  const by = text.length - before.text.length;
  const isTop = outline.parts.some((part) => part.kind === "piece" && part.range === range);
  const block = text.slice(range.start, range.end + by);
  const fit = language.fits(before.text.slice(range.start, range.end), block, isTop);
  if (!fit) return undefined;

  const start = (offset: number) => (offset >= range.end ? offset + by : offset);
  const moved = (each: TextRange): TextRange => ({
    start: start(each.start),
    end: each.end >= range.end ? each.end + by : each.end,
  });
  // What ended with the old block's content ends with the new one's; white space may follow it inside the block.
  const movedMapping = (each: TextRange): TextRange =>
    each.end === range.start + fit.contentEnd.before
      ? { start: start(each.start), end: range.start + fit.contentEnd.after }
      : moved(each);
  return {
    changed,
    outline: {
      root: movedMapping(outline.root),
      parts: outline.parts.map((part) => {
        if (part.kind === "piece") return { kind: "piece", range: moved(part.range) };
        const { kind, name, key, value, entries } = part;
        if (value.end <= range.start) return part;
        return { kind, name, key: moved(key), value: movedMapping(value), entries: entries.map(moved) };
      }),
      problems: [],
    },
  };
}

/** The one range outside which both texts are alike. */
function changedRange({ text: old, ranges }: OutlinedText, text: string): number | undefined {
  // Slices are compared by memory; `startsWith` looks at each character.
  const isSame = (start: number, end: number, by = 0) => text.slice(start + by, end + by) === old.slice(start, end);
  let same = 0;
  const first = ranges.findIndex(({ end }) => {
    if (!isSame(same, end)) return true;
    same = end;
    return false;
  });
  const range = ranges[first];
  // Where only what follows the last block differs, there is no such range.
  if (!range || !isSame(same, range.start)) return undefined;
  const by = text.length - old.length;
  return range.end + by >= range.start && isSame(range.end, old.length, by) ? first : undefined;
}
