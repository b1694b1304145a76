import type { TextEdit } from "../../server/src/base/span.ts";

/** The text with the edits made. Fails where two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((a, b) => a.range.start - b.range.start);
  let result = "";
  let at = 0;
  for (const { range, newText } of ordered) {
    if (range.start < at || range.end < range.start) throw new Error("Edits overlap.");
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
