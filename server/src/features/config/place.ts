/**
 * Where the cursor is in a `.routewise.yaml`, by its line and the key above it. The tree would say it too, but not
 * while the line is being typed, which is when completion asks.
 */
import type { TextRange } from "../../base/span.ts";

export type ConfigPlace = { readonly range: TextRange } & (
  | { readonly kind: "key"; readonly present: readonly string[] }
  /** A name below `section`. */
  | { readonly kind: "name"; readonly section: string; readonly present: readonly string[] }
  | { readonly kind: "value"; readonly section: string; readonly name: string }
);

/** Undefined in comments, lists and quoted texts. `range` is the word at the offset. */
export function placeInConfig(text: string, offset: number): ConfigPlace | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const range = wordAt(text, offset);
  const own = text.slice(range.start, range.end);
  const key = /^(\s*)([\w:-]*)$/.exec(before);
  if (key) {
    if (key[1] === "") return { kind: "key", range, present: keysOf(text, /^(\w+):/gm, own) };
    const section = sectionAt(text, lineStart);
    if (!section) return undefined;
    return { kind: "name", section, range, present: keysOf(sectionText(text, lineStart), nameLine, own) };
  }
  const value = /^\s+([\w:-]+):[ \t]+[\w-]*$/.exec(before);
  if (value?.[1] !== undefined) {
    const section = sectionAt(text, lineStart);
    return section === undefined ? undefined : { kind: "value", section, name: value[1], range };
  }
  return flowPlace(before, range);
}

const nameLine = /^\s+([\w:-]+):/gm;

/** `rules: { name: value, …`. */
function flowPlace(before: string, range: TextRange): ConfigPlace | undefined {
  const flow = /^(\w+):\s*\{(?:[^}#]*,)?\s*(?:([\w:-]+):\s+)?[\w-]*$/.exec(before);
  if (!flow?.[1]) return undefined;
  return flow[2] === undefined
    ? { kind: "name", section: flow[1], range, present: [] }
    : { kind: "value", section: flow[1], name: flow[2], range };
}

function wordAt(text: string, offset: number): TextRange {
  const behind = /^[\w-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  const before = /(?:[\w-]|:(?=\S))*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0;
  return { start: offset - before, end: offset + behind };
}

/** The key without indentation that the line stands below. */
function sectionAt(text: string, lineStart: number): string | undefined {
  return [...text.slice(0, lineStart).matchAll(/^(\w+):/gm)].at(-1)?.[1];
}

function sectionText(text: string, lineStart: number): string {
  const start = text.slice(0, lineStart).search(/^\w+:(?![\s\S]*^\w+:)/m);
  const next = text.slice(lineStart).search(/^\w/m);
  return text.slice(Math.max(0, start), next < 0 ? text.length : lineStart + next);
}

/** Names that stand there already, but for the one at the cursor. */
function keysOf(text: string, pattern: RegExp, own: string): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined || name === own ? [] : [name]));
}
