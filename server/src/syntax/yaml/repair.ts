/**
 * Second chances for quotes and brackets that `yaml` misses the end of. A repaired text has the same length as the
 * text before, so that no offset moves.
 */
import type { Document, YAMLParseError } from "yaml";
import type { SyntaxProblemCode } from "../tree.ts";

export interface Repair {
  /** The text to parse instead. */
  readonly source: string;
  /** What is wrong, and where; none where other parsers see nothing wrong. */
  readonly problems: readonly { readonly code: SyntaxProblemCode; readonly at: number; readonly detail: string }[];
}

/** A text with its first such mistake mended; undefined where there is none that is known here. */
export function findRepair(document: Document.Parsed | undefined, source: string): Repair | undefined {
  const tabs = document?.errors.filter(({ code }) => code === "TAB_AS_INDENT") ?? [];
  const spaced = tabs.length > 0 ? withoutTabs(source, tabs) : undefined;
  if (spaced) return spaced;
  for (const { code, message, pos } of document?.errors ?? []) {
    const repair =
      code === "BLOCK_AS_IMPLICIT_KEY"
        ? withoutColons(source, pos[0], message)
        : document && /^Missing closing|end with a [\]}]/.test(message)
          ? withoutOpening(document, source, pos[0], message)
          : undefined;
    if (repair) return repair;
  }
  return undefined;
}

/** Tabs in front of a line, each read as one space. */
function withoutTabs(source: string, errors: readonly YAMLParseError[]): Repair | undefined {
  let mended = source;
  const problems: Repair["problems"][number][] = [];
  for (const { pos, message } of errors) {
    const start = source.lastIndexOf("\n", pos[0]) + 1;
    const indent = /^[ \t]*/.exec(source.slice(start))?.[0] ?? "";
    if (!indent.includes("\t") || problems.some(({ at }) => at === start)) continue;
    mended = replaced(mended, start, start + indent.length, indent.replaceAll("\t", " "));
    problems.push({ code: "tab-indentation", at: start + indent.indexOf("\t"), detail: message });
  }
  return mended === source ? undefined : { source: mended, problems };
}

/**
 * `Type: AWS::EC2::` while the rest is still to be typed, `Description: a: b`: a second colon on a line makes a mapping
 * that swallows the keys below. Read as text, it does not. What is put in the colon's place is never seen: a scalar's
 * text is taken from the document.
 */
function withoutColons(source: string, at: number, detail: string): Repair | undefined {
  const line = /^[^\r\n]*?(?=\s+#|\r?\n|$)/.exec(source.slice(at))?.[0] ?? "";
  const mended = line.replace(/:(?=\s|$)/g, "x");
  return mended === line
    ? undefined
    : { source: replaced(source, at, at + line.length, mended), problems: [{ code: "syntax-error", at, detail }] };
}

/**
 * An open quote or bracket. Where its end stands on a line that is indented less than YAML asks for, the lines are
 * joined: CloudFormation and most parsers accept it. Otherwise what was opened is blanked, as it would swallow the keys
 * below.
 */
function withoutOpening(
  document: Document.Parsed,
  source: string,
  position: number,
  detail: string,
): Repair | undefined {
  const at = openingOf(document, position, source);
  if (at === undefined) return undefined;
  const end = closingOf(source, at);
  if (end !== undefined) {
    if (!/[\r\n]/.test(source.slice(at, end))) return undefined;
    return { source: replaced(source, at, end, joinLines(source.slice(at, end))), problems: [] };
  }
  const newline = source.indexOf("\n", at);
  if (newline < 0 || source.slice(newline).trim() === "") return undefined;
  const blankEnd = isQuote(source[at]) ? at + 1 : newline;
  const blank = source.slice(at, blankEnd).replace(/[^\r]/g, " ");
  return { source: replaced(source, at, blankEnd, blank), problems: [{ code: "syntax-error", at, detail }] };
}

function replaced(source: string, start: number, end: number, by: string): string {
  return source.slice(0, start) + by + source.slice(end);
}

/** On one line, comments in brackets blanked. */
function joinLines(written: string): string {
  const bare = isQuote(written[0])
    ? written
    : written.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\s)#[^\n]*/g, (part) =>
        part.startsWith("#") ? part.replace(/[^\r\n]/g, " ") : part,
      );
  return bare.replace(/[\r\n]/g, " ");
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

/** The end of what opens here, if nothing but the end of a value follows it. */
function closingOf(source: string, start: number): number | undefined {
  const token = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'|[[\]{}]|#[^\n]*/g;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const written = match[0];
    const before = source[match.index - 1] ?? "\n";
    if (/^["'#]/.test(written) && match.index > start && !/[\s,:[{]/.test(before)) {
      // A quote or a hash inside a word is neither.
      token.lastIndex = match.index + 1;
      continue;
    }
    if (written === "[" || written === "{") depth += 1;
    if (written === "]" || written === "}") depth -= 1;
    if (depth > 0 || written.startsWith("#")) continue;
    const end = match.index + written.length;
    return /^[ \t]*(?:#[^\n]*|[,\]}:][^\n]*)?\r?(?:\n|$)/.test(source.slice(end)) ? end : undefined;
  }
  return undefined;
}

/** Where the outermost quote or bracket opens that should have been closed at the position. */
function openingOf(document: Document.Parsed, position: number, source: string): number | undefined {
  let found: number | undefined;
  const visit = (node: unknown): void => {
    if (found !== undefined || !isRanged(node)) return;
    const [start, end, outerEnd] = node.range;
    if (outerEnd < position || start > position) return;
    if (end === position && /["'[{]/.test(source[start] ?? "")) {
      found = start;
      return;
    }
    for (const item of node.items ?? []) {
      if (isPair(item)) {
        visit(item.key);
        visit(item.value);
      } else {
        visit(item);
      }
    }
  };
  visit(document.contents);
  return found;
}

function isRanged(node: unknown): node is { range: [number, number, number]; items?: readonly unknown[] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

function isPair(item: unknown): item is { key: unknown; value: unknown } {
  return typeof item === "object" && item !== null && "key" in item && "value" in item && !("range" in item);
}
