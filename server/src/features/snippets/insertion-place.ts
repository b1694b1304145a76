/**
 * Where a snippet goes in a document. Reads the text alone, so that it works in documents that are empty or broken and
 * therefore have no tree.
 */
import type { SnippetLanguage } from "../../../../protocol/requests.ts";
import type { SnippetStyle } from "./snippet-text.ts";

export interface InsertionPlace {
  /** Offset in the document's text. */
  readonly offset: number;
  readonly style: SnippetStyle;
  /** Written before and behind the snippet. Neither holds anything that snippet syntax reads. */
  readonly before: string;
  readonly after: string;
}

/** The place for a snippet near the cursor; undefined where the document's shape leaves none (`Resources: {…}` in YAML). */
export function insertionPlace(text: string, cursor: number, language: SnippetLanguage): InsertionPlace | undefined {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  if (language === "yaml") return yamlPlace(text, cursor, eol);
  if (language === "json") return jsonPlace(text, cursor, eol);
  return codePlace(text, cursor, language, eol);
}

type Eol = SnippetStyle["eol"];

interface Line {
  readonly start: number;
  readonly text: string;
  readonly indent: number;
  /** Blank, or a comment only. */
  readonly empty: boolean;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split("\n").map((raw) => {
    const line = raw.replace(/\r$/, "");
    const trimmed = line.trimStart();
    const found = { start, text: line, indent: line.length - trimmed.length, empty: /^(#|$)/.test(trimmed) };
    start += raw.length + 1;
    return found;
  });
}

function yamlPlace(text: string, cursor: number, eol: Eol): InsertionPlace | undefined {
  const lines = linesOf(text);
  const heading = lines.findIndex((line) => /^(Resources|"Resources"|'Resources')\s*:/.test(line.text));
  if (heading < 0) {
    const hasContent = lines.some((line) => !line.empty && !/^---/.test(line.text));
    return beforeLine(text, lines, lines.length, eol, {
      language: "yaml",
      place: hasContent ? "template" : "document",
      indent: "",
      unit: "  ",
      eol,
    });
  }
  if (!/:\s*(#.*)?$/.test(lines[heading]?.text ?? "")) return undefined;
  const sectionEnd = indexFrom(lines, heading + 1, (line) => !line.empty && line.indent === 0);
  const first = lines.slice(heading + 1, sectionEnd).find((line) => !line.empty);
  const indent = first?.text.slice(0, first.indent) ?? "  ";
  const cursorLine = lines.findLastIndex((line) => line.start <= cursor);
  const isInside = cursorLine > heading && cursorLine < sectionEnd;
  const entryEnd = isInside
    ? indexFrom(
        lines,
        cursorLine + 1,
        (line, index) => index >= sectionEnd || (!line.empty && line.indent <= indent.length),
      )
    : sectionEnd;
  return beforeLine(text, lines, entryEnd, eol, { language: "yaml", place: "resources", indent, unit: indent, eol });
}

function indexFrom(lines: readonly Line[], from: number, wanted: (line: Line, index: number) => boolean): number {
  const found = lines.findIndex((line, index) => index >= from && wanted(line, index));
  return found < 0 ? lines.length : found;
}

/** The place before a line, above blank lines and comments that belong to what follows. */
function beforeLine(
  text: string,
  lines: readonly Line[],
  index: number,
  eol: Eol,
  style: SnippetStyle,
): InsertionPlace {
  let at = index;
  const isEmpty = (line: Line | undefined): boolean =>
    line?.empty === true && (style.place === "resources" || line.text === "");
  while (at > 0 && isEmpty(lines[at - 1])) at -= 1;
  const line = lines[at];
  if (line !== undefined) return { offset: line.start, style, before: style.indent, after: eol };
  return { offset: text.length, style, before: (text === "" ? "" : eol) + style.indent, after: eol };
}

interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
}

function jsonPlace(text: string, cursor: number, eol: Eol): InsertionPlace | undefined {
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  const root = text.indexOf("{");
  if (text.trim() === "") {
    const style = { language: "json", place: "document", indent: "", unit, eol } as const;
    return { offset: text.length, style, before: "", after: eol };
  }
  if (root < 0) return undefined;
  const members = jsonMembers(text, root);
  const resources = members.find((member) => member.key === "Resources");
  if (resources === undefined) {
    return jsonPlaceAmong(text, root, members, text.length, {
      language: "json",
      place: "template",
      indent: unit,
      unit,
      eol,
    });
  }
  if (text[resources.valueStart] !== "{") return undefined;
  const entries = jsonMembers(text, resources.valueStart);
  const style = { language: "json", place: "resources", indent: unit + unit, unit, eol } as const;
  const isInside = cursor > resources.valueStart && cursor <= resources.end;
  return jsonPlaceAmong(text, resources.valueStart, entries, isInside ? cursor : text.length, style);
}

/** The place behind the last member that begins before the cursor, with the commas that it takes. */
function jsonPlaceAmong(
  text: string,
  brace: number,
  members: readonly JsonMember[],
  cursor: number,
  style: SnippetStyle,
): InsertionPlace {
  const last = members.findLast((member) => member.start < cursor);
  const end = last?.end ?? brace + 1;
  const comma = last === undefined ? undefined : /^\s*,/.exec(text.slice(end))?.[0];
  const offset = end + (comma?.length ?? 0);
  const following = members.find((member) => member.start >= offset);
  const before = (last !== undefined && comma === undefined ? "," : "") + style.eol + style.indent;
  const closesHere = members.length === 0 && /^[^\S\n]*\}/.test(text.slice(offset));
  const outer = style.indent.slice(style.unit.length);
  return { offset, style, before, after: following !== undefined ? "," : closesHere ? style.eol + outer : "" };
}

/** The members of the object that begins at the brace. Total: stops where the text does. */
function jsonMembers(text: string, brace: number): readonly JsonMember[] {
  const members: JsonMember[] = [];
  let depth = 0;
  let current: { key: string; start: number; valueStart: number | undefined } | undefined;
  let end = brace + 1;
  const close = (): void => {
    if (current?.valueStart !== undefined) members.push({ ...current, valueStart: current.valueStart, end });
    current = undefined;
  };
  const token = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[{}[\],:]|[^\s"{}[\],:/]+|\//g;
  token.lastIndex = brace;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [word] = match;
    if (word.startsWith("//") || word.startsWith("/*")) continue;
    if (word === "}" || word === "]") {
      depth -= 1;
      if (depth === 0) break;
    } else if (depth === 1 && word === ",") {
      close();
      continue;
    } else if (depth === 1 && current === undefined && word.startsWith('"')) {
      current = { key: word.slice(1, -1), start: match.index, valueStart: undefined };
    } else if (depth === 1 && current !== undefined && current.valueStart === undefined && word !== ":") {
      current.valueStart = match.index;
    }
    if (word === "{" || word === "[") depth += 1;
    end = match.index + word.length;
  }
  close();
  return members;
}

function codePlace(text: string, cursor: number, language: SnippetLanguage, eol: Eol): InsertionPlace {
  const lines = linesOf(text);
  const index = Math.max(
    0,
    lines.findLastIndex((line) => line.start <= cursor),
  );
  const line = lines[index];
  const above = lines.slice(0, index + 1).findLast((candidate) => candidate.text.trim() !== "");
  const unit = language === "python" ? "    " : (/\n(\t| {2,4})\S/.exec(text)?.[1] ?? "  ");
  const opens = above !== undefined && /[{([:]\s*$/.test(above.text) ? unit : "";
  const inherited = above === undefined ? "" : above.text.slice(0, above.indent) + opens;
  const style = (indent: string): SnippetStyle => ({ language, place: "resources", indent, unit, eol });
  if (line === undefined) return { offset: text.length, style: style(""), before: "", after: "" };
  if (line.text.trim() !== "") {
    const offset = line.start + line.text.length;
    return { offset, style: style(inherited), before: eol + inherited, after: "" };
  }
  if (line.text === "") return { offset: line.start, style: style(inherited), before: inherited, after: "" };
  return { offset: line.start + line.text.length, style: style(line.text), before: "", after: "" };
}
