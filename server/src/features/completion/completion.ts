/**
 * Completion: what can stand at the cursor, best first, and never anything that the place cannot take. Dispatches by
 * the place; each kind of thing has its own file. Knows no lines and columns.
 */

import { CompletionItemKind } from "vscode-languageserver-types";
import { languageOf } from "../../workspace/languages.ts";
import type { Place, Snapshot } from "../../workspace/snapshot.ts";
import { formatAt } from "../format/sections.ts";
import { renderSnippet } from "../snippets/snippet-text.ts";
import { argumentOffers } from "./arguments.ts";
import { conditionKeyOffers } from "./conditions.ts";
import { itemType, wantOf } from "./fitting.ts";
import { formatKeyOffers, sectionEntryOffers } from "./format-keys.ts";
import { formatValueOffers } from "./format-values.ts";
import { functionKeyOffers, functionNameOffers } from "./functions.ts";
import {
  type Completion,
  type CompletionContext,
  isJson,
  isTemplateText,
  itemsAt,
  type Offer,
  type Spot,
  spotAt,
} from "./item.ts";
import { commaBefore, commaBehind, indentUnit, inFlow, levelIndent, lineBreak } from "./layout-text.ts";
import { linesBelow } from "./lines-below.ts";
import { literalItems } from "./literals.ts";
import { conditionOffers, dependsOnOffers } from "./names.ts";
import { newObjectOffers, propertyKeyOffers } from "./property-keys.ts";
import { subOffers } from "./references.ts";
import { typeOffers } from "./resource-types.ts";
import { snippetOffer, snippetOffers } from "./snippet-items.ts";
import { declarationOffers, type Frame, loopOffers, parameterTypeOffers } from "./structure.ts";
import { valueOffers } from "./values.ts";

export type { CompletionContext } from "./item.ts";
export { resolveCompletion } from "./resolve.ts";

export interface CompletionAnswer {
  readonly items: readonly Completion[];
  /** Ask again when more is typed: not everything that fits was sent. */
  readonly incomplete: boolean;
}

const nothing: CompletionAnswer = { items: [], incomplete: false };

export function completions(snapshot: Snapshot, offset: number, context: CompletionContext): CompletionAnswer {
  const place = snapshot.document.placeAt(offset);
  if (place === undefined) return nothing;
  const spot = spotAt(snapshot, context, snapshot.document.layout.rangeOf(place.span), offset);
  // Programs have a language server of their own, which must not be doubled.
  if (!isTemplateText(spot)) return { items: literalItems(spot, place), incomplete: false };
  if (snapshot.languageId === "yaml" && isBehindBlockHead(snapshot.text, offset)) return nothing;
  // Behind a list or object that is closed, everything is said.
  if (/[\]}]$/.test(snapshot.text.slice(spot.range.start, offset))) return nothing;
  if (place.kind === "resource-type") {
    const typed = place.text.slice(0, offset - spot.range.start);
    const { offers, incomplete } = typeOffers(spot, typed);
    return { items: itemsAt(spot, offers), incomplete };
  }
  return { items: [...itemsBelow(spot, place), ...itemsAt(spot, offersAt(spot, place))], incomplete: false };
}

/** The first item of a list, with its dash on the line below. */
function firstItems(spot: Spot, place: Extract<Place, { kind: "property-value" }>): readonly Completion[] {
  const below = linesBelow(spot, "list");
  if (below === undefined) return [];
  const offers = [...valueOffers(below.spot, wantOf(place, spot.context.spec, true))]
    // A function gives the whole list as well as an item, and is offered for the list.
    .filter(({ kind }) => kind !== CompletionItemKind.Function)
    .map((offer) => ({ ...offer, label: `- ${offer.label}`, filter: `${offer.filter ?? ""} ${offer.label}`.trim() }));
  return itemsAt(below.spot, below.put(offers));
}

/** `Key: |`: a text follows on the lines below. */
function isBehindBlockHead(text: string, offset: number): boolean {
  return /[:\s-][|>][-+\d]*[ \t]*$/.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
}

/** Keys on the line below, where an object or a list of them would be the value. */
function itemsBelow(spot: Spot, place: Place): readonly Completion[] {
  const { spec } = spot.context;
  if (place.kind === "property-value" && place.index === undefined) {
    const type = spec.property(place.resource.type, place.path)?.type;
    const holds = type?.kind === "list" ? "list" : "object";
    if (type?.kind === "list" && type.item.kind === "primitive") return firstItems(spot, place);
    const item = type?.kind === "list" ? type.item : type;
    const below = item?.kind === "object" ? linesBelow(spot, holds) : undefined;
    return below ? itemsAt(below.spot, below.put(propertyKeyOffers(below.spot, { ...place, present: [] }))) : [];
  }
  if (place.kind !== "other-value" || place.index !== undefined || place.path === undefined) return [];
  const { path } = place;
  const node = formatAt(path);
  const below = node?.keys && linesBelow(spot, node.shape === "list-of-objects" ? "list" : "object");
  return below ? itemsAt(below.spot, below.put(formatKeyOffers(below.spot, { path, present: [], text: "" }))) : [];
}

function offersAt(spot: Spot, place: Place): Iterable<Offer> {
  const { spec } = spot.context;
  switch (place.kind) {
    case "section-name":
      return formatKeyOffers(spot, { ...place, path: [] });
    case "new-declaration":
      return newDeclarationOffers(spot, place);
    case "attribute-key":
      return formatKeyOffers(spot, { ...place, path: ["Resources", place.resource.id] });
    case "depends-on":
      return dependsOnOffers(spot, place);
    case "condition-name":
      return conditionOffers(spot);
    case "property-key":
      return propertyNameOffers(spot, place);
    case "property-value":
      return propertyValueOffers(spot, place);
    case "intrinsic-name":
      return functionNameOffers(spot, place.use && wantOf(place.use, spec));
    case "intrinsic-argument":
      return argumentOffers(spot, place);
    case "function-key":
      return /^(?:And|Or|Not)$/.test(place.call.name)
        ? conditionKeyOffers(spot, "condition")
        : functionKeyOffers(spot, undefined);
    case "sub-variable":
      return subOffers(spot, place);
    case "parameter-type":
      return parameterTypeOffers(spot);
    case "parameter-key":
      return formatKeyOffers(spot, { ...place, path: ["Parameters", place.parameter.id] });
    case "format-key":
      return formatKeyOffers(spot, place);
    case "other-value":
      return formatValueOffers(spot, place);
    default:
      return [];
  }
}

function propertyNameOffers(spot: Spot, place: Extract<Place, { kind: "property-key" }>): Iterable<Offer> {
  const { spec } = spot.context;
  const property = spec.property(place.resource.type, place.path);
  const holdsProperties = property === undefined || itemType(property).kind === "object";
  if (holdsProperties || place.present.length > 0) return propertyKeyOffers(spot, place);
  const own = [...propertyKeyOffers(spot, place)];
  return own.length > 0 ? own : functionKeyOffers(spot, wantOf({ resource: place.resource, path: place.path }, spec));
}

function* propertyValueOffers(spot: Spot, place: Extract<Place, { kind: "property-value" }>): Iterable<Offer> {
  const want = wantOf(place, spot.context.spec, place.index !== undefined);
  const startsObject = want.property !== undefined && itemType(want.property).kind === "object";
  // Behind the dash of a list, the first name of an object may stand.
  if (startsObject && place.index !== undefined && isTemplateText(spot)) {
    if (isJson(spot) || inFlow(spot)) yield* newObjectOffers(spot, place);
    else yield* propertyKeyOffers(spot, { ...place, present: [] });
  }
  yield* valueOffers(spot, want);
}

function newDeclarationOffers(spot: Spot, place: Extract<Place, { kind: "new-declaration" }>): Iterable<Offer> {
  const frame = frameAt(spot);
  const frames = [
    ...declarationOffers(spot, place.section, frame),
    ...sectionEntryOffers(spot, place),
    ...loopOffers(spot, place.section, frame),
  ];
  return place.section === "Resources" ? [...frames, ...snippetOffers(spot, frame)] : frames;
}

function frameAt(spot: Spot): Frame {
  const unit = indentUnit(spot);
  const column = levelIndent(spot);
  // At the margin, an entry of a section still has to be indented.
  const before = column === "" && !isJson(spot) ? unit : "";
  return {
    before,
    indent: before + column,
    unit,
    lineBreak: lineBreak(spot) === "\n" ? "\n" : "\r\n",
    behind: isJson(spot) ? commaBehind(spot) : "",
    edits: isJson(spot) ? commaBefore(spot) : undefined,
  };
}

/** A document that is nothing of ours yet. */
export interface BlankDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** For documents without a snapshot: whole templates, where the document is empty but for the word being typed. */
export function blankCompletions(
  { uri, languageId, text }: BlankDocument,
  offset: number,
  { snippets = [], snippetSupport, language }: CompletionContext,
): CompletionAnswer {
  const kind = languageOf({ uri, languageId, text }) ?? (languageId === "json" ? "json" : "yaml");
  const word = /^\s*([\w-]*)\s*$/.exec(text)?.[1];
  if (!snippetSupport || word === undefined || (kind !== "yaml" && kind !== "json")) return nothing;
  const start = text.indexOf(word);
  const range = word === "" ? { start: offset, end: offset } : { start, end: start + word.length };
  const items = snippets.map((snippet, index): Completion => {
    const style = { language: kind, place: "document", indent: "", unit: "  ", eol: "\n" } as const;
    const {
      label,
      kind: itemKind,
      text: newText,
      detail,
      documentation,
    } = snippetOffer(snippet, renderSnippet(snippet, style), language);
    return {
      label,
      kind: itemKind,
      detail,
      documentation,
      range,
      inserted: range,
      newText,
      snippet: true,
      filterText: label,
      sortText: `2${String(index).padStart(4, "0")}`,
    };
  });
  return { items, incomplete: false };
}
