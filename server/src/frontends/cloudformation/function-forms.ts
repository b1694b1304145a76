/**
 * Functions in the other form: `!Ref Vpc` and `Ref: Vpc`. Only the names move; arguments keep their text, comments and
 * all, and lines below them are indented anew.
 *
 * Two short forms cannot follow each other (`!Base64 !Sub …`), so of two functions one directly in the other the inner
 * one becomes short.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html
 */
import type { Span, TextEdit, TextRange } from "../../base/span.ts";
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from "../../syntax/tree.ts";
import { intrinsicOfKey } from "./expressions.ts";
import { columnIndent, fullRange, lineStart, ownEntries, type Sheet } from "./node-edits.ts";
import { longName } from "./write-yaml.ts";

export type FunctionForm = "short" | "long";

/** Functions with both forms that stand where a value is meant. `Fn::Transform` among properties is none. */
const convertible: ReadonlySet<string> = new Set([
  "Ref",
  "GetAtt",
  "Sub",
  "Join",
  "Select",
  "Split",
  "FindInMap",
  "If",
  "Cidr",
  "GetAZs",
  "ImportValue",
  "Base64",
  "Equals",
  "And",
  "Or",
  "Not",
  "Condition",
]);

/** Where a node stands: as the value of an entry, or as an item; in block or in flow style. */
interface Spot {
  readonly entry?: Entry | undefined;
  readonly inFlow: boolean;
}

interface Draft {
  readonly sheet: Sheet;
  readonly form: FunctionForm;
  /** The one function that is meant. */
  readonly only: TextRange | undefined;
  readonly edits: TextEdit[];
  /** By how many columns the lines (by their start) move. */
  readonly shifts: Map<number, number>;
}

/** @param span of one function; without it all functions of resources, conditions and outputs are written so */
export function setFunctionForm(sheet: Sheet, form: FunctionForm, span?: Span): readonly TextEdit[] | undefined {
  const { tree } = sheet;
  if (sheet.json || !tree.root || (span && !tree.layout.has(span.block))) return undefined;
  const draft: Draft = { sheet, form, only: span && tree.layout.rangeOf(span), edits: [], shifts: new Map() };
  for (const { key, value } of ownEntries(tree.root)) {
    if (["Resources", "Conditions", "Outputs"].includes(key.text)) walk(draft, value, { inFlow: tree.root.flow });
  }
  const moved = movedLines(draft);
  return moved && draft.edits.length > 0 ? [...draft.edits, ...moved] : undefined;
}

function walk(draft: Draft, node: SyntaxNode, spot: Spot): void {
  const own = fullRange(draft.sheet, node);
  if (draft.only && (own.end < draft.only.start || draft.only.end < own.start)) return;
  if (!draft.only || (draft.only.start === own.start && draft.only.end === own.end)) {
    if (draft.form === "short") shorten(draft, node, spot);
    else lengthen(draft, node, spot);
  }
  if (node.kind === "scalar") return;
  const inFlow = spot.inFlow || node.flow;
  if (node.kind === "sequence") for (const item of node.items) walk(draft, item, { inFlow });
  else for (const entry of ownEntries(node)) walk(draft, entry.value, { entry, inFlow });
}

function shorten(draft: Draft, node: SyntaxNode, { entry: holder, inFlow }: Spot): void {
  const { sheet } = draft;
  const call = node.kind === "mapping" && node.tag === undefined ? longCall(node) : undefined;
  if (node.kind !== "mapping" || !call || (call.name === "Condition" && holder)) return;
  const { entry, name } = call;
  const { value } = entry;
  if (value.tag !== undefined || isEmpty(value) || (value.kind === "mapping" && longCall(value))) return;
  const key = sheet.tree.layout.rangeOf(entry.key.span);
  const argument = fullRange(sheet, value);
  const colon = /^[ \t]*:/.exec(sheet.text.slice(key.end, argument.start));
  if (!colon || hasProperties(sheet.text.slice(key.end + colon[0].length, argument.start))) return;
  const short = name === "GetAtt" ? dotted(value) : undefined;
  if (name === "GetAtt" && short === undefined && value.kind !== "scalar") return;
  const whole = fullRange(sheet, node);
  if (node.flow) {
    if (short === undefined && value.kind === "scalar" && !inFlow && isComment(sheet, argument, whole)) return;
    const text = short ?? sheet.text.slice(argument.start, argument.start);
    draft.edits.push({
      range: { start: whole.start, end: short === undefined ? argument.start : argument.end },
      newText: `!${name} ${text}`,
    });
    draft.edits.push({ range: { start: argument.end, end: whole.end }, newText: "" });
    return;
  }
  const start = holder ? behindKey(sheet, holder, whole.start) : whole.start;
  if (start === undefined) return;
  const lead = holder ? " " : "";
  if (short !== undefined) {
    draft.edits.push({ range: { start, end: argument.end }, newText: `${lead}!${name} ${short}` });
    return;
  }
  draft.edits.push({ range: { start, end: key.end + colon[0].length }, newText: `${lead}!${name}` });
  shiftLines(
    draft,
    { start: key.end, end: argument.end },
    holder ? depthBelow(sheet, holder, key) : inset(sheet, key, argument),
  );
}

/** How far the lines of an argument move when its function goes up to the line of the key that holds it. */
function depthBelow(sheet: Sheet, holder: Entry, key: TextRange): number {
  const outer = sheet.tree.layout.rangeOf(holder.key.span).start;
  return Math.min(0, columnOf(sheet, outer) - columnOf(sheet, key.start));
}

/** An argument below the function of an item stands where the function stood. */
function inset(sheet: Sheet, key: TextRange, argument: TextRange): number {
  const isBelow = sheet.text.slice(key.end, argument.start).includes("\n");
  return isBelow ? Math.min(0, columnOf(sheet, key.start) - columnOf(sheet, argument.start)) : 0;
}

function lengthen(draft: Draft, node: SyntaxNode, { entry: holder, inFlow }: Spot): void {
  const { sheet } = draft;
  const name = node.tag?.slice(1) ?? "";
  if (!node.tagSpan || !convertible.has(name) || isEmpty(node) || (name === "Condition" && holder)) return;
  const tag = sheet.tree.layout.rangeOf(node.tagSpan);
  const content = sheet.tree.layout.rangeOf(node.span);
  if (hasProperties(sheet.text.slice(tag.end, content.start))) return;
  const attribute = name === "GetAtt" && node.kind === "scalar" ? listed(node.text) : undefined;
  const long = longName(name);
  if (inFlow) {
    draft.edits.push({ range: tag, newText: `{ ${long}:` });
    if (attribute === undefined) draft.edits.push({ range: { start: content.end, end: content.end }, newText: " }" });
    else draft.edits.push({ range: content, newText: `${attribute} }` });
    return;
  }
  const { eol, indent } = sheet.tree.style;
  const start = holder ? behindKey(sheet, holder, tag.start) : tag.start;
  if (start === undefined) return;
  const lead = holder ? eol + indentBelow(draft, holder) : "";
  draft.edits.push({ range: { start, end: tag.end }, newText: `${lead}${long}:` });
  if (attribute === undefined) shiftLines(draft, { start: tag.end, end: content.end }, indent.length);
  else draft.edits.push({ range: content, newText: attribute });
}

/** One step deeper than the entry, where its line will stand once the functions around it are written. */
function indentBelow({ sheet, shifts }: Draft, entry: Entry): string {
  const { start } = sheet.tree.layout.rangeOf(entry.key.span);
  const { indent } = sheet.tree.style;
  return columnIndent(sheet, start) + indent + " ".repeat(Math.max(0, shifts.get(lineStart(sheet.text, start)) ?? 0));
}

/** The place behind the colon of the entry, where nothing but white space comes before the value. */
function behindKey(sheet: Sheet, holder: Entry, valueStart: number): number | undefined {
  const { end } = sheet.tree.layout.rangeOf(holder.key.span);
  const between = /^[ \t]*:(?=\s*$)/.exec(sheet.text.slice(end, valueStart));
  return between ? end + between[0].length : undefined;
}

function longCall(node: MappingNode): { readonly name: string; readonly entry: Entry } | undefined {
  const [entry] = node.entries;
  if (!entry || node.entries.length !== 1 || entry.merged) return undefined;
  const name = intrinsicOfKey(entry.key.text);
  return name && convertible.has(name) ? { name, entry } : undefined;
}

/** `Vpc.CidrBlock` of a list of two plain names. */
function dotted(value: SyntaxNode): string | undefined {
  const [id, attribute, ...more] = value.kind === "sequence" ? namesOf(value) : [];
  return id !== undefined && attribute !== undefined && more.length === 0 ? `${id}.${attribute}` : undefined;
}

function namesOf({ items }: SequenceNode): readonly (string | undefined)[] {
  return items.map((item) =>
    item.kind === "scalar" && item.tag === undefined && /^[\w.:]+$/.test(item.text) ? item.text : undefined,
  );
}

/** `[Vpc, CidrBlock]` */
function listed(text: string): string | undefined {
  const [, id, attribute] = /^(\w+)\.([\w.]+)$/.exec(text) ?? [];
  return id === undefined || attribute === undefined ? undefined : `[${id}, ${attribute}]`;
}

/** Anchors and aliases between a name and its argument belong to the argument. */
function hasProperties(between: string): boolean {
  return /[&*!]/.test(between.replace(/#[^\n]*/g, ""));
}

function isComment({ text }: Sheet, argument: TextRange, whole: TextRange): boolean {
  return text.slice(argument.end, whole.end).includes("#");
}

function isEmpty(node: SyntaxNode): boolean {
  return node.kind === "scalar" && node.style === "plain" && node.text === "";
}

function columnOf({ text }: Sheet, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The lines that begin in the range move. */
function shiftLines({ sheet: { text }, shifts }: Draft, { start, end }: TextRange, by: number): void {
  if (by === 0) return;
  for (let at = text.indexOf("\n", start) + 1; at > 0 && at < end; at = text.indexOf("\n", at) + 1) {
    shifts.set(at, (shifts.get(at) ?? 0) + by);
  }
}

/** The head of a block scalar that says how deep its text stands: `Fn::Sub: |2`. */
const countsItself = /[:\-\w][ \t]+[|>][-+]?[1-9][-+]?(?:[ \t]+#.*)?$/;

/** Undefined where a line has no room to move, or block scalars count their indentation themselves. */
function movedLines({ sheet: { text }, edits, shifts }: Draft): readonly TextEdit[] | undefined {
  const moved: TextEdit[] = [];
  for (const [start, by] of shifts) {
    const white = /^[ \t]*/.exec(text.slice(start, start + 400))?.[0].length ?? 0;
    const rest = text.slice(start + white, start + white + 1);
    const isBlank = rest === "\n" || rest === "\r" || rest === "";
    if (edits.some(({ range }) => range.start < start + white && start < range.end)) continue;
    if (by > 0 && white + rest.length > 0 && !(isBlank && white === 0)) {
      moved.push({ range: { start, end: start }, newText: " ".repeat(by) });
    }
    if (by >= 0) continue;
    if (white < -by && !isBlank) return undefined;
    const end = start + Math.min(white, -by);
    if (end > start) moved.push({ range: { start, end }, newText: "" });
  }
  const lines = [...shifts.keys()].map((start) => text.slice(text.lastIndexOf("\n", start - 2) + 1, start));
  return lines.some((line) => countsItself.test(line.trimEnd())) ? undefined : moved;
}
