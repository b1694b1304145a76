/**
 * Completion: what can stand at the cursor, best first, and never anything that the place cannot take. Dispatches by
 * the place; each kind of thing has its own file. Knows no lines and columns.
 */

import { languageOf } from "../../workspace/languages.ts";
import type { Place, Snapshot } from "../../workspace/snapshot.ts";
import { renderSnippet } from "../snippets/snippet-text.ts";
import { itemType, wantOf } from "./fitting.ts";
import { functionKeyOffers, functionNameOffers, functionOffers } from "./functions.ts";
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
import { commaBefore, commaBehind, indentUnit, levelIndent, lineBreak } from "./layout-text.ts";
import { comparedOffers, conditionOffers, dependsOnOffers, mappingOffers } from "./names.ts";
import { propertyKeyOffers } from "./property-keys.ts";
import { blockOffers, getAttOffers, refOffers, subOffers } from "./references.ts";
import { typeOffers } from "./resource-types.ts";
import { snippetOffer, snippetOffers } from "./snippet-items.ts";
import {
  attributeKeyOffers,
  declarationOffers,
  type Frame,
  parameterKeyOffers,
  parameterTypeOffers,
  sectionOffers,
} from "./structure.ts";
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
  if (!isTemplateText(spot) && place.kind !== "property-value") return nothing;
  if (place.kind === "resource-type") {
    const typed = place.text.slice(0, offset - spot.range.start);
    const { offers, incomplete } = typeOffers(spot, typed);
    return { items: itemsAt(spot, offers), incomplete };
  }
  return { items: itemsAt(spot, offersAt(spot, place)), incomplete: false };
}

function offersAt(spot: Spot, place: Place): Iterable<Offer> {
  const { spec } = spot.context;
  switch (place.kind) {
    case "section-name":
      return sectionOffers(spot, place);
    case "new-declaration":
      return newDeclarationOffers(spot, place);
    case "attribute-key":
      return attributeKeyOffers(spot, place);
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
    case "sub-variable":
      return subOffers(spot, place);
    case "parameter-type":
      return parameterTypeOffers(spot);
    case "parameter-key":
      return parameterKeyOffers(spot, place);
    default:
      return [];
  }
}

function propertyNameOffers(spot: Spot, place: Extract<Place, { kind: "property-key" }>): Iterable<Offer> {
  const { spec } = spot.context;
  const property = spec.property(place.resource.type, place.path);
  const holdsProperties = property === undefined || itemType(property).kind === "object";
  if (holdsProperties || place.present.length > 0) return propertyKeyOffers(spot, place);
  return functionKeyOffers(spot, wantOf({ resource: place.resource, path: place.path }, spec));
}

function* propertyValueOffers(spot: Spot, place: Extract<Place, { kind: "property-value" }>): Iterable<Offer> {
  const want = wantOf(place, spot.context.spec, place.index !== undefined);
  const startsObject = want.property !== undefined && itemType(want.property).kind === "object";
  // Behind the dash of a list, the first name of an object may stand.
  if (startsObject && place.index !== undefined && spot.snapshot.languageId === "yaml") {
    yield* propertyKeyOffers(spot, { ...place, present: [] });
  }
  yield* valueOffers(spot, want);
}

function argumentOffers(spot: Spot, place: Extract<Place, { kind: "intrinsic-argument" }>): Iterable<Offer> {
  const want = place.use && wantOf(place.use, spot.context.spec);
  switch (place.name) {
    case "Ref":
      return refOffers(spot, want);
    case "GetAtt":
      return getAttOffers(spot, place);
    case "FindInMap":
      return mappingOffers(spot, place);
    case "Condition":
      return conditionOffers(spot);
    case "If":
      if (place.index === 0) return conditionOffers(spot);
      return want ? valueOffers(spot, want) : functionOffers(spot, undefined);
    case "Equals":
      return comparedOffers(spot, place);
    case "Cidr":
      return place.index === 0 ? blockOffers(spot, want) : [];
    case "Select":
    case "Join":
    case "Split":
      return place.index === 1 ? functionOffers(spot, undefined) : [];
    default:
      return [];
  }
}

function newDeclarationOffers(spot: Spot, place: Extract<Place, { kind: "new-declaration" }>): Iterable<Offer> {
  const frame = frameAt(spot);
  const frames = declarationOffers(spot, place.section, frame);
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
      newText,
      snippet: true,
      filterText: label,
      sortText: `2${String(index).padStart(4, "0")}`,
    };
  });
  return { items, incomplete: false };
}
