/**
 * Hover: what is under the cursor, is it right, what belongs to it. The answer first: this template's names and values,
 * then facts, corrections, sources. Dispatches by the place; each kind of thing has its own file.
 */
import type { TextRange } from "../../base/span.ts";
import type { Expression } from "../../template/expression.ts";
import type { Place, Snapshot, ValueUse } from "../../workspace/snapshot.ts";
import { paragraphs } from "../markdown.ts";
import { attributeHover } from "./attribute.ts";
import { cidrHover } from "./cidr.ts";
import { constructHover } from "./construct.ts";
import { declarationHover, nameHover } from "./declaration.ts";
import { intrinsicHover } from "./intrinsic.ts";
import { type HoverContext, propertyHover } from "./property.ts";
import { typeHover } from "./resource-type.ts";
import { symbolHover } from "./symbol.ts";
import { valueLine } from "./value-text.ts";

export interface HoverText {
  readonly markdown: string;
  /** What the hover is about, in the whole text. */
  readonly range: TextRange;
}

/** Undefined where there is nothing to say. */
export async function hover(snapshot: Snapshot, offset: number, context: HoverContext): Promise<HoverText | undefined> {
  const place = snapshot.document.placeAt(offset);
  if (!place || place.text === "") return undefined;
  const markdown = await textFor(place, snapshot, context);
  return markdown === undefined ? undefined : { markdown, range: snapshot.document.layout.rangeOf(place.span) };
}

async function textFor(place: Place, snapshot: Snapshot, context: HoverContext): Promise<string | undefined> {
  switch (place.kind) {
    case "resource-type":
      return typeHover(place.resource, snapshot, context);
    case "construct":
      return constructHover(place.resource, place.symbol, snapshot, context);
    case "declaration":
      return declarationHover(place.of, snapshot, context);
    case "property-key":
      return propertyHover(place.resource.type, [...place.path, place.text], context);
    case "property-value":
      return valueHover(place.expression, place, snapshot, context);
    case "intrinsic-name":
      return intrinsicHover(place.call, snapshot, context);
    case "intrinsic-argument":
      return argumentHover(place, snapshot, context);
    case "sub-variable":
      return nameHover(place.text, snapshot, context);
    case "depends-on":
    case "condition-name":
      return nameHover(place.text, snapshot, context);
    case "attribute-key":
      return attributeHover(place.text, context.language);
    case "symbol":
      return symbolHover(place.symbols, context);
    case "other-value":
      return cidrHover(place.text, undefined, snapshot, context);
    default:
      return undefined;
  }
}

async function valueHover(
  expression: Expression,
  use: ValueUse,
  snapshot: Snapshot,
  context: HoverContext,
): Promise<string | undefined> {
  const text = expression.kind === "scalar" ? expression.text : undefined;
  const cidr = text === undefined ? undefined : cidrHover(text, use, snapshot, context);
  if (cidr !== undefined) return cidr;
  const property = await propertyHover(use.resource.type, use.path, context);
  return paragraphs(valueLine(expression, snapshot.evaluator, context.language), property) || undefined;
}

function argumentHover(
  place: Extract<Place, { kind: "intrinsic-argument" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined {
  const { name, index, text, use } = place;
  if (name === "Ref" || name === "Condition") return nameHover(text, snapshot, context);
  if (name === "GetAtt" && index === 0) return nameHover(text, snapshot, context);
  if ((name === "If" || name === "FindInMap") && index === 0) return nameHover(text, snapshot, context);
  return cidrHover(text, use, snapshot, context) ?? intrinsicHover(place.call, snapshot, context);
}
