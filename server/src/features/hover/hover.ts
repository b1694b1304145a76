/**
 * Hover: what is under the cursor, is it right, what belongs to it. The answer first: this template's names and values,
 * then facts, corrections, sources. Dispatches by the place; each kind of thing has its own file.
 */
import type { TextRange } from "../../base/span.ts";
import type { Expression } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Place, Snapshot, ValueUse } from "../../workspace/snapshot.ts";
import { parameterTypeText } from "../format/parameter-types.ts";
import { formatAt } from "../format/sections.ts";
import { code, name, paragraphs, strong } from "../markdown.ts";
import { attributeHover } from "./attribute.ts";
import { cidrHover } from "./cidr.ts";
import { constructHover } from "./construct.ts";
import { declarationHover, nameHover } from "./declaration.ts";
import { formatHover, formatValueHover } from "./format.ts";
import { intrinsicHover, refLine } from "./intrinsic.ts";
import { mappingKeyLines } from "./mapping-lines.ts";
import { type HoverContext, propertyHover } from "./property.ts";
import { typeHover } from "./resource-type.ts";
import { symbolHover } from "./symbol.ts";
import { valueLine } from "./value-text.ts";
import { argumentMeaning, looseMeaning, memberMeaning, valueMeaning, zoneListMeaning } from "./values/explain.ts";

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
      return intrinsicValueHover(place, snapshot, context);
    case "intrinsic-argument":
      return argumentHover(place, snapshot, context);
    case "sub-variable":
      return variableHover(place.text, snapshot, context);
    case "depends-on":
    case "condition-name":
      return nameHover(place.text, snapshot, context);
    case "section-name":
      return formatHover([place.text], context.language);
    case "attribute-key":
      return formatHover(["Resources", place.resource.id, place.text], context.language);
    case "parameter-key":
      return formatHover(["Parameters", place.parameter.id, place.text], context.language);
    case "parameter-type": {
      const known = parameterTypeText(place.text);
      return known && paragraphs(code(place.text), known[context.language]);
    }
    case "format-key":
      return formatKeyHover(place, snapshot, context);
    case "symbol":
      return memberMeaning(place.symbols[0] ?? "", context) ?? symbolHover(place.symbols, context);
    case "other-value":
      return otherHover(place, snapshot, context);
    case "code-argument":
      return joined(cidrHover(place.text, undefined, snapshot, context), argumentMeaning(place, snapshot, context));
    default:
      return undefined;
  }
}

/** A key that the format has, or one of a mapping or of what SAM resources share. */
function formatKeyHover(
  { path, text }: Extract<Place, { kind: "format-key" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined | Promise<string | undefined> {
  const [section, kind, ...inner] = path;
  if (section === "Globals" && kind !== undefined) {
    return propertyHover(`AWS::Serverless::${kind}`, [...inner, text], context);
  }
  if (section === "Mappings" && kind !== undefined) {
    const body = snapshot.template.mappings.get(kind)?.body;
    const key = inner.length === 0 ? { first: text } : { second: text };
    const lines = body && mappingKeyLines(body, key, snapshot, context.language);
    return lines && paragraphs(`${strong(text)} · ${name(kind)}`, lines);
  }
  return formatHover([...path, text], context.language) ?? nameHover(text, snapshot, context);
}

function otherHover(
  { text, path = [] }: Extract<Place, { kind: "other-value" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined {
  const told = joined(cidrHover(text, undefined, snapshot, context), looseMeaning(text, snapshot, context));
  if (told !== undefined) return told;
  const named = formatAt(path)?.takes === "parameter" ? nameHover(text, snapshot, context) : undefined;
  return named ?? formatValueHover(path, text, snapshot.template, context.language);
}

async function valueHover(
  expression: Expression,
  use: ValueUse,
  snapshot: Snapshot,
  context: HoverContext,
): Promise<string | undefined> {
  const text = expression.kind === "scalar" ? expression.text : undefined;
  const cidr = text === undefined ? undefined : cidrHover(text, use, snapshot, context);
  const meaning = valueMeaning(use, expression.span, snapshot, context);
  if (text !== undefined && (cidr ?? meaning) !== undefined) return joined(cidr, meaning);
  const value = valueLine(expression, snapshot.evaluator, context.language);
  if (meaning !== undefined) return joined(value, meaning);
  return joined(value, await propertyHover(use.resource.type, use.path, context));
}

/** On a function's name; what its value means comes behind what the function is. */
function intrinsicValueHover(
  { call, use }: Extract<Place, { kind: "intrinsic-name" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined {
  const selectsZone = call.name === "GetAZs" || call.name === "Select";
  return joined(
    intrinsicHover(call, snapshot, context),
    use &&
      (valueMeaning(use, call.span, snapshot, context) ?? (selectsZone ? zoneListMeaning(use, context) : undefined)),
  );
}

function argumentHover(
  place: Extract<Place, { kind: "intrinsic-argument" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined | Promise<string | undefined> {
  const { name, index, text, use } = place;
  const meaning = use && valueMeaning(use, place.span, snapshot, context);
  if (name === "Ref") return joined(nameHover(text, snapshot, context), refLine(text, snapshot, context), meaning);
  if (name === "Condition") return nameHover(text, snapshot, context);
  if (name === "GetAtt" && index === 0) return nameHover(text, snapshot, context);
  if (name === "GetAtt") return attributeUseHover(place, snapshot, context);
  if (name === "FindInMap" && index > 0) {
    const told = mappingKeyHover(place, snapshot, context);
    if (told !== undefined) return told;
  }
  if ((name === "If" || name === "FindInMap") && index === 0) return nameHover(text, snapshot, context);
  const cidr = cidrHover(text, use, snapshot, context);
  if (cidr !== undefined) return joined(cidr, meaning);
  return name === "Sub" || name === "Join" || name === "If"
    ? (meaning ?? intrinsicHover(place.call, snapshot, context))
    : joined(intrinsicHover(place.call, snapshot, context), meaning);
}

/** Inside `${…}`: a name, or an attribute of one. */
async function variableHover(text: string, snapshot: Snapshot, context: HoverContext): Promise<string | undefined> {
  const dot = text.indexOf(".");
  if (dot < 0) return joined(nameHover(text, snapshot, context), refLine(text, snapshot, context));
  return attributeHover(text.slice(0, dot), text.slice(dot + 1), undefined, snapshot, context);
}

function attributeUseHover(
  { call, text }: Extract<Place, { kind: "intrinsic-argument" }>,
  snapshot: Snapshot,
  context: HoverContext,
): Promise<string | undefined> {
  const [first] = call.argument.kind === "list" ? call.argument.items : [];
  return attributeHover(textOfScalar(first) ?? "", text, call, snapshot, context);
}

/** On a key of a mapping where it is looked up: what stands under it, or in its column. */
function mappingKeyHover(
  { call, index, text }: Extract<Place, { kind: "intrinsic-argument" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined {
  const [map] = call.argument.kind === "list" ? call.argument.items : [];
  const mapping = snapshot.template.mappings.get(textOfScalar(map) ?? "");
  if (mapping === undefined) return undefined;
  const key = index === 1 ? { first: text } : { second: text };
  const lines = mappingKeyLines(mapping.body, key, snapshot, context.language);
  const value = valueLine(call, snapshot.evaluator, context.language);
  return lines && paragraphs(`${strong(text)} · ${name(mapping.id)}`, value, lines);
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return paragraphs(...parts) || undefined;
}
