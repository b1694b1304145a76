/** Arguments of functions, each by its place in the function. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { type Cidr, overlaps, parseCidr } from "../../base/cidr.ts";
import { takenBlocks } from "../../network/addressing.ts";
import { selectOfCidr } from "../../rules/addressing/select-index.ts";
import { getAtt, type NewValue } from "../../template/edit.ts";
import { type CallExpression, type Expression, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import { itemsOf, textOf } from "../../template/values.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { kindAt, placeOf } from "../hover/values/places.ts";
import { getAttOffers } from "./attributes.ts";
import { toNewValue } from "./computed-addresses.ts";
import { conditionCallOffers } from "./conditions.ts";
import { cidrFamilyOf, itemType, type Want, wantOf } from "./fitting.ts";
import { functionOffers } from "./functions.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { inFlow } from "./layout-text.ts";
import { comparedOffers, conditionOffers, mappingOffers } from "./names.ts";
import { propertyKeyOffers } from "./property-keys.ts";
import { blockOffers, listReferenceOffers, parameterReferences, refOffers, ruleParameterOffers } from "./references.ts";
import { regionNames, regionReference } from "./regions.ts";
import { serviceTextOffers } from "./service-names.ts";
import { vpcOf } from "./subnet-place.ts";
import { valueOffers } from "./values.ts";
import { count, say } from "./wording.ts";

type ArgumentPlace = Extract<Place, { kind: "intrinsic-argument" }>;

export function argumentOffers(spot: Spot, place: ArgumentPlace): Iterable<Offer> {
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
      if (want && startsObject(spot, want)) {
        return [...propertyKeyOffers(spot, { ...want.use, present: [], text: place.text }), ...valueOffers(spot, want)];
      }
      return want ? valueOffers(spot, want) : functionOffers(spot, undefined);
    case "And":
    case "Or":
    case "Not":
      return conditionCallOffers(spot, "condition", undefined);
    case "Equals":
      return [...comparedOffers(spot, place), ...comparandOffers(spot, place)];
    case "Sub":
      return want && place.index === 0 ? serviceTextOffers(spot, want) : [];
    case "Cidr":
      return cidrOffers(spot, place, want);
    case "Select":
      return place.index === 0 ? indexOffers(spot, place) : listOffers(spot, place, want);
    case "Join":
      return place.index === 0 ? delimiterOffers(spot, [",", "-", "", ".", "/", ":"]) : listOffers(spot, place, want);
    case "Split":
      return place.index === 0 ? delimiterOffers(spot, [",", "/", ".", "-", ":"]) : functionOffers(spot, undefined);
    case "GetAZs":
      return regionOffers(spot);
    case "RefAll":
      return parameterTypesOf(spot);
    case "ValueOf":
    case "ValueOfAll":
      return place.index === 0 && place.name === "ValueOf" ? ruleParameterOffers(spot) : [];
    case "Length":
    case "ToJsonString":
    case "Base64":
      return functionOffers(spot, undefined);
    default:
      return [];
  }
}

/** Behind the dash of a branch in block style, the first name of an object may stand. */
function startsObject(spot: Spot, { property }: Want): boolean {
  return !isJson(spot) && !inFlow(spot) && property !== undefined && itemType(property).kind === "object";
}

/** What to compare: parameters, the Region; not where the other side is one of them already. */
function* comparandOffers(spot: Spot, { call, index }: ArgumentPlace): Generator<Offer> {
  const [first, second] = call.argument.kind === "list" ? call.argument.items : [];
  const other = index === 0 ? second : first;
  if (other?.kind === "call" && other.name === "Ref") {
    if (textOfScalar(other.argument) === "AWS::Region") yield* regionNames(spot);
    return;
  }
  yield* parameterReferences(spot);
  yield regionReference(spot);
}

/** Behind GetAZs: an empty text is the stack's own Region. */
function* regionOffers(spot: Spot): Generator<Offer> {
  yield {
    label: '""',
    kind: CompletionItemKind.Value,
    rank: 1,
    text: '""',
    detail: say("ownRegion", spot.context.language),
  };
  yield regionReference(spot);
  yield* regionNames(spot);
}

function* delimiterOffers(spot: Spot, delimiters: readonly string[]): Generator<Offer> {
  for (const delimiter of delimiters) {
    const text = JSON.stringify(delimiter);
    const detail = delimiter === "" ? say("noDelimiter", spot.context.language) : undefined;
    yield { label: text, kind: CompletionItemKind.Value, rank: 1, text, detail };
  }
}

function* parameterTypesOf(spot: Spot): Generator<Offer> {
  const types = [...spot.snapshot.template.parameters.values()].map(({ type }) => type);
  for (const type of new Set(types.filter((each) => each.startsWith("AWS::")))) {
    const text = JSON.stringify(type);
    yield { label: type, kind: CompletionItemKind.TypeParameter, rank: 1, text };
  }
}

/** Lists to choose from or to join. */
function* listOffers(spot: Spot, place: ArgumentPlace, want: Want | undefined): Generator<Offer> {
  const { document } = spot.snapshot;
  if (place.name === "Select" && want?.property && /zone/i.test(want.property.name)) {
    const value: NewValue = { call: "GetAZs", argument: "" };
    const text = document.renderValue(value, spot.offset);
    const detail = say("ownZones", spot.context.language);
    yield { label: isJson(spot) ? 'GetAZs ""' : text, kind: CompletionItemKind.Value, rank: 1, text, detail };
  }
  if (place.name === "Select" && want?.property && cidrFamilyOf(want) === 4) yield* cutOffers(spot, want);
  yield* listReferenceOffers(spot, want);
  for (const offer of functionOffers(spot, undefined)) {
    // A text is no list to select from.
    if (!/(Sub|Join|Base64|ToJsonString|Length)$/.test(offer.label)) yield { ...offer, rank: 8 };
  }
}

/** The block of the VPC, cut as the siblings cut it. */
function* cutOffers(spot: Spot, { use }: Want): Generator<Offer> {
  const vpc = vpcOf(spot, use.resource.id)?.vpc;
  if (vpc === undefined) return;
  const sibling = vpc.subnets
    .map(({ resource }) => selectOfCidr(propertyOf(resource.properties, "CidrBlock")?.value)?.cidr)
    .findLast((found) => found !== undefined);
  const value = (sibling && toNewValue(sibling)) ?? { call: "Cidr", argument: [getAtt(vpc.id, "CidrBlock"), 4, 8] };
  const text = spot.snapshot.document.renderValue(value, spot.offset);
  const label = isJson(spot) ? `Cidr ${vpc.id}` : text;
  yield { label, kind: CompletionItemKind.Function, rank: 1, text, subject: { kind: "function", name: "Cidr" } };
}

/** Positions in a list, with what stands there. */
function* indexOffers(spot: Spot, { call, use }: ArgumentPlace): Generator<Offer> {
  const [first, second] = call.argument.kind === "list" ? call.argument.items : [];
  // Where nothing is written yet, YAML takes the list for the first argument.
  const list = second ?? (first?.kind === "scalar" ? undefined : first);
  const { evaluator } = spot.snapshot;
  const { language } = spot.context;
  const items = list === undefined ? undefined : itemsOf(evaluator.resolve(list));
  const isZones = list?.kind === "call" && list.name === "GetAZs";
  const vpc = use && vpcOf(spot, use.resource.id)?.vpc;
  const own = vpc?.subnets.find(({ id }) => id === use?.resource.id);
  const taken = vpc ? takenBlocks(vpc) : [];
  const length = Math.min(items?.length ?? 3, 32);
  for (let index = 0; index < length; index += 1) {
    const item = items?.[index];
    const text = item && textOf(item);
    const block = text === undefined ? undefined : blockOf(text);
    const isTaken = block !== undefined && own !== undefined && taken.some((other) => overlaps(other, block));
    yield {
      label: String(index),
      kind: CompletionItemKind.Value,
      rank: isTaken ? 2 : 1,
      text: String(index),
      detail: isTaken
        ? say("takenBlock", language, { cidr: text ?? "" })
        : (text ??
          (isZones || (use && kindAt(placeOf(use.resource, use.path)) === "zone")
            ? say("zone", language, { n: index + 1 })
            : undefined)),
    };
  }
}

function blockOf(text: string): Cidr | undefined {
  const parsed = parseCidr(text);
  return parsed.ok ? parsed.cidr : undefined;
}

function cidrOffers(spot: Spot, place: ArgumentPlace, want: Want | undefined): Iterable<Offer> {
  if (place.index === 0) return blockOffers(spot, want);
  const family = (want && cidrFamilyOf(want)) ?? 4;
  const [written, counted, bits] = place.call.argument.kind === "list" ? place.call.argument.items : [];
  const block = written && blockOf(valueText(spot, written) ?? "");
  const pieces = { block, count: numberOf(spot, counted), bits: numberOf(spot, bits) };
  return place.index === 1 ? pieceCounts(spot, pieces) : hostBits(spot, pieces, block?.family ?? family);
}

interface Pieces {
  readonly block: Cidr | undefined;
  readonly count: number | undefined;
  readonly bits: number | undefined;
}

function valueText(spot: Spot, expression: Expression | CallExpression): string | undefined {
  return textOf(spot.snapshot.evaluator.resolve(expression));
}

function numberOf(spot: Spot, expression: Expression | undefined): number | undefined {
  const text = expression && valueText(spot, expression);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html */
const mostPieces = 256;

function* pieceCounts(spot: Spot, { block, bits }: Pieces): Generator<Offer> {
  const { language } = spot.context;
  const width = block && (block.family === 4 ? 32 : 128) - block.prefix;
  const most = width === undefined || bits === undefined ? mostPieces : Math.min(mostPieces, 2 ** (width - bits));
  for (const n of [4, 6, 2, 3, 8, 16, 32, 64, 128, 256]) {
    if (n > most) continue;
    const detail = say(most < mostPieces ? "piecesOf" : "pieces", language, { n, most });
    yield { label: String(n), kind: CompletionItemKind.Value, rank: 1, text: String(n), detail };
  }
}

/** The last argument counts the bits of the host part, not those of the prefix. */
function* hostBits(spot: Spot, { block, count: n = 1 }: Pieces, family: 4 | 6): Generator<Offer> {
  const { language } = spot.context;
  const all = family === 4 ? 32 : 128;
  for (const bits of family === 4 ? [8, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16] : [64]) {
    if (block !== undefined && (all - bits < block.prefix || 2 ** (all - bits - block.prefix) < n)) continue;
    const detail =
      family === 6 ? `/${all - bits}` : say("pieceSize", language, { prefix: all - bits, n: count(2 ** bits - 5) });
    yield { label: String(bits), kind: CompletionItemKind.Value, rank: 1, text: String(bits), detail };
  }
}
