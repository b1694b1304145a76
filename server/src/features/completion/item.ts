/** What an item of a completion list is, in offsets of the document; lines and columns come at the protocol's edge. */
import type { CompletionItemKind } from "vscode-languageserver-types";
import { parseCidr } from "../../base/cidr.ts";
import type { TextEdit, TextRange } from "../../base/span.ts";
import type { FormatPath, Snapshot } from "../../workspace/snapshot.ts";
import type { FeatureContext } from "../context.ts";
import type { Snippet } from "../snippets/snippet-data.ts";

export interface CompletionContext extends FeatureContext {
  /** The client understands `$1` and `${1:name}`; without, items hold plain text. */
  readonly snippetSupport: boolean;
  /** Offered where resources are declared, and in documents that hold nothing yet. */
  readonly snippets?: readonly Snippet[] | undefined;
}

/** What is told about an item once the user looks at it. Survives the way through the client as JSON. */
export type CompletionSubject =
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "property"; readonly type: string; readonly path: readonly string[] }
  | { readonly kind: "name"; readonly id: string }
  | { readonly kind: "attribute"; readonly type: string; readonly attribute: string }
  | { readonly kind: "format"; readonly path: FormatPath }
  | { readonly kind: "function"; readonly name: string };

export interface Completion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** One line beside the label, plain text. */
  readonly detail?: string | undefined;
  /** Markdown, where it costs nothing to make; else `subject` leads to it. */
  readonly documentation?: string | undefined;
  readonly subject?: CompletionSubject | undefined;
  /** What is replaced, in the whole text; on one line. */
  readonly range: TextRange;
  /**
   * What is replaced where the client lets what stands behind the cursor stay: a part of the range only where both the
   * item and what is typed are words. Half a block of addresses, or half of what is quoted, would be left over.
   */
  readonly inserted: TextRange;
  readonly newText: string;
  /** `newText` is in snippet syntax. */
  readonly snippet: boolean;
  readonly filterText: string;
  readonly sortText: string;
  readonly preselect?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  /** A choice of values follows: ask for completions again after insertion. */
  readonly again?: boolean | undefined;
  /** Changes elsewhere: a comma that is missing before. */
  readonly edits?: readonly TextEdit[] | undefined;
  /** Typing one of these takes the item, and then the character. */
  readonly commit?: readonly string[] | undefined;
}

/** The place in the text at which an item goes. */
export interface Spot {
  readonly snapshot: Snapshot;
  readonly context: CompletionContext;
  /** What is replaced. */
  readonly range: TextRange;
  /** What is typed there already, quotes included. */
  readonly typed: string;
  /** Where a new value starts, for rendering. */
  readonly offset: number;
  readonly cursor: number;
  /** What lines that are put here are level with, where that is not what stands before the range. */
  readonly level?: string | undefined;
}

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Groups, best first; within a group the order of offering counts. */
  readonly rank: number;
  readonly text: string;
  readonly snippet?: boolean | undefined;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  readonly subject?: CompletionSubject | undefined;
  /** Further words by which it is found. */
  readonly filter?: string | undefined;
  readonly preselect?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  readonly again?: boolean | undefined;
  readonly edits?: readonly TextEdit[] | undefined;
  readonly commit?: readonly string[] | undefined;
}

export function spotAt(snapshot: Snapshot, context: CompletionContext, span: TextRange, cursor: number): Spot {
  // Editors refuse ranges that leave the line or do not hold the cursor.
  const inside = span.start <= cursor && cursor <= span.end;
  const oneLine = !/[\r\n]/.test(snapshot.text.slice(span.start, span.end));
  const found = inside && oneLine ? span : { start: cursor, end: cursor };
  const range = snapshot.languageId === "json" ? withQuotes(snapshot.text, found) : found;
  return { snapshot, context, range, typed: snapshot.text.slice(range.start, range.end), offset: range.start, cursor };
}

/** JSON: `"Out` and what closes it, where the parser made no key of it. */
function withQuotes(text: string, range: TextRange): TextRange {
  if (range.start !== range.end) return range;
  const before = text.slice(text.lastIndexOf("\n", range.start - 1) + 1, range.start);
  const typed = /(?:^|[^\\:])[ \t]*("[\w:-]*)$/.exec(before)?.[1];
  if (typed === undefined || (before.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 0) return range;
  const rest = /^[\w:-]*"/.exec(text.slice(range.end, range.end + 200))?.[0] ?? "";
  return { start: range.start - typed.length, end: range.end + rest.length };
}

/** Items in the order of their offers. */
export function itemsAt(spot: Spot, offers: Iterable<Offer>): Completion[] {
  const items: Completion[] = [];
  const labels = new Set<string>();
  const surroundings: Surroundings = {
    lead: lead(spot),
    isWord: /^[A-Za-z][\w:]*$/.test(spot.typed) && spot.cursor >= spot.range.start,
    isBlock: parseCidr(spot.typed.replace(/^["'`]|["'`]$/g, "")).ok,
  };
  for (const offer of offers) {
    if (labels.has(offer.label)) continue;
    labels.add(offer.label);
    items.push(itemAt(spot, surroundings, offer, items.length));
  }
  return items;
}

/** What is the same for all items of a place. */
interface Surroundings {
  readonly lead: string;
  /** What is typed is a whole block: who asks there wants to see the others, which share no beginning with it. */
  readonly isBlock: boolean;
  /** What is typed is a word, without quotes or signs. */
  readonly isWord: boolean;
}

function itemAt(spot: Spot, { lead, isBlock, isWord }: Surroundings, offer: Offer, index: number): Completion {
  const { snippetSupport } = spot.context;
  const { filter, label, rank, text: offered, snippet = false, ...rest } = offer;
  const text = inQuotes(spot, offered);
  const words = filter === undefined ? label : `${filter} ${label}`;
  return {
    ...rest,
    label,
    range: spot.range,
    inserted: isWord && /^\w/.test(text) ? { start: spot.range.start, end: spot.cursor } : spot.range,
    newText: (/^\r?\n/.test(text) ? "" : lead) + (snippet && !snippetSupport ? withoutStops(text) : text),
    snippet: snippet && snippetSupport,
    filterText: isBlock ? spot.typed : filterText(spot, words),
    sortText: `${rank}${String(index).padStart(4, "0")}`,
  };
}

/** What a whole call is found by: its own text once that is typed, else the words that it is about. */
export function callFilter({ typed }: Spot, words: string): string | undefined {
  return typed.startsWith("!") ? undefined : words;
}

/** What is typed in quotes stays in them; a call cannot. */
function inQuotes({ typed, snapshot }: Spot, text: string): string {
  const quote = snapshot.languageId === "yaml" ? /^["']/.exec(typed)?.[0] : undefined;
  return quote !== undefined && /^[\w./:*-]+$/.test(text) ? quote + text + quote : text;
}

/** Editors compare it with what stands in the range, an opening quote included. */
function filterText({ typed }: Spot, words: string): string {
  return `${/^["'`]/.exec(typed)?.[0] ?? ""}${words}`;
}

/** `Key:` without a space behind it is no key yet, `-` no item. */
function lead({ snapshot, range }: Spot): string {
  const line = snapshot.text.slice(snapshot.text.lastIndexOf("\n", range.start - 1) + 1, range.start);
  return /[\w"']:$|^\s*-$/.test(line) ? " " : "";
}

function withoutStops(text: string): string {
  return text
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([$}\\])/g, "$1");
}

/** Text that stands for itself in snippet syntax. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A text as it is written here: in the quotes that are typed already, else as the document would have it. */
export function textLiteral({ snapshot, typed, offset }: Spot, text: string): string {
  const quote = isProgram(snapshot) ? /^["'`]/.exec(typed)?.[0] : undefined;
  return quote === undefined ? snapshot.document.renderValue(text, offset) : `${quote}${text}${quote}`;
}

function isProgram({ languageId }: Snapshot): boolean {
  return languageId !== "yaml" && languageId !== "json";
}

export function isTemplateText({ snapshot }: Spot): boolean {
  return !isProgram(snapshot);
}

export function isJson({ snapshot }: Spot): boolean {
  return snapshot.languageId === "json";
}
