/** What may stand as the value of a property. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { NewValue } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { zoneSelection } from "../../template/zone-selection.ts";
import { kindAt, placeOf } from "../hover/values/places.ts";
import { addressOffers } from "./addresses.ts";
import { toNewValue } from "./computed-addresses.ts";
import { expressionsAt, itemType, type Want } from "./fitting.ts";
import { functionNameOffers, functionOffers } from "./functions.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { knownValueOffers } from "./known-values.ts";
import { hasArgumentBehind } from "./layout-text.ts";
import { mappedOffers } from "./mapped-values.ts";
import { referenceOffers } from "./references.ts";
import { serviceNameOffers } from "./service-names.ts";
import { tagOffers } from "./tags.ts";
import { say } from "./wording.ts";

export function* valueOffers(spot: Spot, want: Want): Generator<Offer> {
  if (spot.typed.startsWith("!") && hasArgumentBehind(spot)) {
    yield* functionNameOffers(spot, want);
    return;
  }
  const isTaken = takenIn(spot, want);
  for (const offer of plainOffers(spot, want)) if (!isTaken(offer)) yield offer;
  yield* functionOffers(spot, want);
}

function* plainOffers(spot: Spot, want: Want): Generator<Offer> {
  yield* literalOffers(spot, want);
  yield* tagOffers(spot, want);
  yield* serviceNameOffers(spot, want);
  yield* zoneOffers(spot, want);
  yield* referenceOffers(spot, want);
  yield* mappedOffers(spot, want);
}

/** What the list has already. */
function takenIn(spot: Spot, { use, property, wholeList }: Want): (offer: Offer) => boolean {
  if (property?.type.kind !== "list" || wholeList) return () => false;
  const { layout } = spot.snapshot.document;
  const taken = new Set<string>();
  for (const item of expressionsAt(use.resource.properties, use.path)) {
    const { start, end } = layout.rangeOf(item.span);
    if (start <= spot.offset && spot.offset <= end) continue;
    const made = toNewValue(item);
    if (made !== undefined) taken.add(spot.snapshot.document.renderValue(made, spot.offset));
  }
  return ({ text }) => taken.has(text);
}

/** What needs no name of the template. */
export function* literalOffers(spot: Spot, want: Want): Generator<Offer> {
  const kind = kindAt(placeOf(want.use.resource, want.use.path));
  if (kind !== "tunnel-cidr") yield* addressOffers(spot, want);
  if (kind !== "asn" && kind !== "protocol") yield* constantOffers(spot, want);
  yield* knownValueOffers(spot, want);
}

/** Enumerated, suggested and boolean values. */
function* constantOffers(spot: Spot, want: Want): Generator<Offer> {
  const { property, wholeList } = want;
  if (property === undefined || wholeList) return;
  const { language, knowledge } = spot.context;
  const place = placeOf(want.use.resource, want.use.path);
  const type = itemType(property);
  if (type.kind !== "primitive") return;
  const isBoolean = type.type === "boolean";
  const fallback = property.default;
  const values: readonly (string | number | boolean)[] =
    property.allowedValues ?? property.suggestedValues ?? (isBoolean ? [true, false] : []);
  const all = fallback === undefined || fallback === "" || values.includes(fallback) ? values : [...values, fallback];
  // What the knowledge base leaves out of an enumeration is mostly history.
  const isKnown = (value: string | number | boolean): boolean => {
    return isBoolean || knowledge.values.findAt(place, String(value)) !== undefined;
  };
  for (const value of [...all.filter(isKnown), ...all.filter((each) => !isKnown(each))]) {
    const isDefault = value === fallback;
    yield {
      label: String(value),
      kind: CompletionItemKind.EnumMember,
      rank: 1,
      text: spot.snapshot.document.renderValue(value, spot.offset),
      detail: isDefault ? say("default", language) : undefined,
      documentation: knowledge.values.findAt(place, String(value))?.text[language],
    };
  }
}

/** Zones by number: the same number is the same zone throughout a region. */
function* zoneOffers(spot: Spot, { use, property }: Want): Generator<Offer> {
  if (property?.name !== "AvailabilityZone" || use.path.length > 1) return;
  const { language } = spot.context;
  const users = new Map<number, string[]>();
  for (const resource of spot.snapshot.template.resources.values()) {
    if (resource === use.resource || resource.type !== use.resource.type) continue;
    const selected = zoneSelection(propertyOf(resource.properties, "AvailabilityZone")?.value)?.index;
    if (selected?.kind !== "scalar") continue;
    const index = Number(selected.text);
    users.set(index, [...(users.get(index) ?? []), resource.id]);
  }
  for (const index of [0, 1, 2]) {
    const value: NewValue = { call: "Select", argument: [index, { call: "GetAZs", argument: "" }] };
    const text = spot.snapshot.document.renderValue(value, spot.offset);
    const same = users.get(index)?.join(", ");
    yield {
      label: isJson(spot) ? `Select [${index}, GetAZs]` : text,
      kind: CompletionItemKind.Value,
      rank: 1,
      text,
      detail:
        same === undefined
          ? say("zone", language, { n: index + 1 })
          : say("zoneOf", language, { n: index + 1, names: same }),
    };
  }
}
