/**
 * What synthesis says of an open program, beside what is read from its text: placed, without what both say, and without
 * what the author does not want to hear.
 */
import { type LineStarts, lineStartsOf, positionIn } from "../../base/lines.ts";
import type { Localized } from "../../base/localized.ts";
import type { Layout, Span, TextRange } from "../../base/span.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Expression } from "../../template/expression.ts";
import type { IgnoreNote } from "../../template/ignores.ts";
import type { Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { shownPath } from "./note.ts";
import type { NotedFile, PlacedNote } from "./read-app.ts";

export interface DocumentNote {
  readonly range: TextRange;
  /** The first of those that say the same. */
  readonly note: PlacedNote;
  /** With the words that it comes from a synthesized template; what a tool says is left as it is. */
  readonly message: Localized;
}

export interface DocumentNotes {
  readonly notes: readonly DocumentNote[];
  /** Whether a finding of the document is not to be shown: a wish to ignore that is of use after all. */
  hides(finding: Finding): boolean;
}

/** What a text can be told whose output no longer counts: which ignores are of no use shows with the next one. */
export const outdatedNotes: DocumentNotes = { notes: [], hides: isUnusedIgnore };

function isUnusedIgnore({ rule }: Finding): boolean {
  return rule === "ignore-unused";
}

/** Empty where the text is no longer the one that was synthesized. */
export function notesInDocument(snapshot: Snapshot, file: NotedFile): DocumentNotes {
  if (!isSameText(snapshot.text, file.text)) return outdatedNotes;
  const silenced = new Set(file.notes.filter(({ tool }) => tool === undefined).map(({ rule }) => rule));
  const ignores = snapshot.document.ignores();
  const { layout } = snapshot.document;
  const hides = (finding: Finding): boolean => {
    if (!isUnusedIgnore(finding)) return false;
    const { start } = layout.rangeOf(finding.at);
    return ignores.some(({ rule, range }) => range.start === start && silenced.has(rule));
  };
  const starts = lineStartsOf(snapshot.text);
  const findings = snapshot.findings.flatMap((each) =>
    silenced.has(each.rule) ? placedFinding(snapshot, each, starts) : [],
  );
  const merged = new Map<string, { readonly note: PlacedNote; readonly range: TextRange; paths: Set<string> }>();
  for (const note of file.notes) {
    const at = rangeAt(note, snapshot.text, starts);
    if (at === undefined) continue;
    const construct =
      constructAt(snapshot, at.start) ?? (note.place.character === undefined ? constructIn(snapshot, at) : undefined);
    const isOurs = note.tool === undefined;
    if (isOurs && isIgnored(note, at, construct, ignores, layout)) continue;
    const line = positionIn(starts, at.start).line;
    if (isOurs && findings.some((finding) => saysTheSame(finding, note, construct, line))) continue;
    const range = construct ? upTo(at, layout.rangeOf(construct.typeSpan)) : at;
    const key = [note.tool, note.rule, range.start, note.message.en].join("\n");
    const before = merged.get(key);
    const path = pathFor(note);
    if (before) before.paths.add(path);
    else merged.set(key, { note, range, paths: new Set([path]) });
  }
  const notes = [...merged.values()].map(({ note, range, paths }) => ({
    note,
    range,
    message: worded(note, [...paths]),
  }));
  return { notes: notes.toSorted((a, b) => a.range.start - b.range.start), hides };
}

/** Editors make line ends the same and take the mark away with which some files begin. */
function isSameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  return a === b || plain(a) === plain(b);
}

/** From where the stack says to the end of the line; undefined where there is no such line. */
function rangeAt({ place }: PlacedNote, text: string, starts: LineStarts): TextRange | undefined {
  const lineStart = starts[place.line];
  if (lineStart === undefined) return undefined;
  const line = text.slice(lineStart, starts[place.line + 1]).trimEnd();
  const first = line.length - line.trimStart().length;
  const start = lineStart + Math.max(first, Math.min(place.character ?? 0, line.length));
  return { start, end: Math.max(start, lineStart + line.length) };
}

/** The construct whose call the offset stands on: at its beginning, before its `new`, or inside. */
function constructAt({ text, template, document: { layout } }: Snapshot, offset: number): Resource | undefined {
  let found: { readonly resource: Resource; readonly range: TextRange } | undefined;
  for (const resource of template.resources.values()) {
    const range = layout.rangeOf(resource.span);
    const isBefore = offset < range.start && /^new\s+$/.test(text.slice(offset, Math.min(range.start, offset + 20)));
    const isInside = range.start <= offset && offset < range.end;
    if ((isBefore || isInside) && (!found || range.start > found.range.start)) found = { resource, range };
  }
  return found?.resource;
}

/** The first construct whose call begins in the range: of some frames only the line is known. */
function constructIn({ template, document: { layout } }: Snapshot, { start, end }: TextRange): Resource | undefined {
  const begun = [...template.resources.values()].flatMap((resource) => {
    const range = layout.rangeOf(resource.span);
    return start <= range.start && range.start < end ? [{ resource, start: range.start }] : [];
  });
  return begun.toSorted((a, b) => a.start - b.start)[0]?.resource;
}

/** To the end of what is called, where that stands behind the place. */
function upTo(at: TextRange, called: TextRange): TextRange {
  return called.end > at.start ? { start: at.start, end: called.end } : at;
}

interface PlacedFinding {
  readonly rule: string;
  readonly line: number;
  /** Ids of the constructs in whose calls it lies, or to which what it is about belongs. */
  readonly constructs: ReadonlySet<string>;
}

function placedFinding(
  { template, document: { layout } }: Snapshot,
  { rule, at }: Finding,
  starts: LineStarts,
): PlacedFinding {
  const range = layout.rangeOf(at);
  const constructs = [...template.resources.values()].filter((resource) => {
    const own = layout.rangeOf(resource.span);
    return (own.start <= range.start && range.start < own.end) || holds(resource.properties, at);
  });
  return { rule, line: positionIn(starts, range.start).line, constructs: new Set(constructs.map(constructOf)) };
}

function constructOf({ id, impliedBy }: Resource): string {
  return impliedBy ?? id;
}

/** Whether the value, or one inside it, was written at the place: a method may have added it. */
function holds(expression: Expression, at: Span): boolean {
  const { span } = expression;
  if (span.block === at.block && span.start === at.start && span.end === at.end) return true;
  switch (expression.kind) {
    case "list":
      return expression.items.some((item) => holds(item, at));
    case "object":
      return expression.properties.some(({ value }) => holds(value, at));
    case "call":
      return holds(expression.argument, at);
    default:
      return false;
  }
}

function saysTheSame(finding: PlacedFinding, note: PlacedNote, construct: Resource | undefined, line: number): boolean {
  if (finding.rule !== note.rule) return false;
  return finding.line === line || (construct !== undefined && finding.constructs.has(constructOf(construct)));
}

function isIgnored(
  { rule }: PlacedNote,
  at: TextRange,
  construct: Resource | undefined,
  ignores: readonly IgnoreNote[],
  layout: Layout,
): boolean {
  const places = construct ? [at.start, layout.rangeOf(construct.span).start] : [at.start];
  return ignores.some(
    (ignore) =>
      ignore.rule === rule &&
      ignore.covers.some(({ start, end }) => places.some((place) => start <= place && place < end)),
  );
}

function pathFor({ origin: { path = "" }, stackName }: PlacedNote): string {
  return [stackName ?? "", shownPath(path, stackName)].filter((part) => part !== "").join("/");
}

/** More constructs are counted, not named. */
const mostPaths = 3;

function worded({ tool, message }: PlacedNote, paths: readonly string[]): Localized {
  const shown = paths.slice(0, mostPaths);
  const more = paths.length - shown.length;
  const where = (separator: string, rest: string) => shown.join(separator) + (more > 0 ? rest : "");
  if (tool !== undefined) return message;
  return {
    en: `${message.en} (From the synthesized template: ${where(", ", ` and ${more} more`)}.)`,
    ja: `${message.ja} (合成されたテンプレートより: ${where("、", ` ほか ${more} 件`)})`,
  };
}
