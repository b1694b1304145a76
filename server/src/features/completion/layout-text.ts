/** What the text around a cursor tells about how to write there: indentation, commas, what follows. */
import type { TextEdit } from "../../base/span.ts";
import type { Spot } from "./item.ts";

/** How far around the cursor the neighbours are looked for. */
const MOST_WHITESPACE = 2000;

/** The whitespace that a line below, level with the range's start, begins with. `- ` counts as indentation. */
export function levelIndent({ snapshot, range, level }: Spot): string {
  if (level !== undefined) return level;
  const lineStart = snapshot.text.lastIndexOf("\n", range.start - 1) + 1;
  return snapshot.text.slice(lineStart, range.start).replace(/[^\t]/g, " ");
}

export function lineBreak({ snapshot }: Spot): string {
  return snapshot.text.includes("\r\n") ? "\r\n" : "\n";
}

/** One step of indentation, read off the first indented line. */
export function indentUnit({ snapshot }: Spot): string {
  const found = /^(\t| {1,8})\S/m.exec(snapshot.text);
  return found?.[1] ?? "  ";
}

/** Whether lists stand further in than their key, read off the first list below a key. */
export function listsIndented({ snapshot }: Spot): boolean {
  const found = /^([ \t]*)[^\s#-][^\n]*:[ \t]*\r?\n([ \t]*)- /m.exec(snapshot.text);
  return found === null || (found[2] ?? "").length > (found[1] ?? "").length;
}

/** The cursor stands among the entries of `{ … }` or `[ … ]` on its line (YAML). */
export function inFlow({ snapshot, range }: Spot): boolean {
  const line = snapshot.text.slice(snapshot.text.lastIndexOf("\n", range.start - 1) + 1, range.start).trimEnd();
  return /[{[]$/.test(line) || (line.endsWith(",") && /[{[]/.test(line));
}

/** A colon follows: there is a value already. */
export function hasValueBehind({ snapshot, range }: Spot): boolean {
  return /^["']?[ \t]*:/.test(snapshot.text.slice(range.end, range.end + 200));
}

/** Something follows on the line that a function would take as its argument. */
export function hasArgumentBehind({ snapshot, range }: Spot): boolean {
  return /^[ \t]+[^\s#,\]}]/.test(snapshot.text.slice(range.end, range.end + 200));
}

/** JSON: what has to follow an entry that is put here. */
export function commaBehind({ snapshot, range }: Spot): string {
  return /^\s*"/.test(snapshot.text.slice(range.end, range.end + MOST_WHITESPACE)) ? "," : "";
}

/** JSON: the comma that is missing behind the entry before. */
export function commaBefore({ snapshot, range }: Spot): readonly TextEdit[] | undefined {
  const from = Math.max(0, range.start - MOST_WHITESPACE);
  const before = snapshot.text.slice(from, range.start).trimEnd();
  const at = from + before.length;
  return before === "" || /[{[,:]$/.test(before) ? undefined : [{ range: { start: at, end: at }, newText: "," }];
}
