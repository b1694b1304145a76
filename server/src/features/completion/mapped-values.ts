/** Whole look-ups in mappings whose values the property takes: by the Region, by a parameter, by a key that is written. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { type NewValue, refTo } from "../../template/edit.ts";
import { type Expression, type Property, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Mapping } from "../../template/template.ts";
import { isFreeText, itemType, takesText, type Want } from "./fitting.ts";
import { callFilter, isJson, type Offer, type Spot } from "./item.ts";

/** More look-ups than these hide what else there is. */
const mostOffers = 12;

export function* mappedOffers(spot: Spot, want: Want): Generator<Offer> {
  if (want.property === undefined || want.wholeList || itemType(want.property).kind !== "primitive") return;
  // Any text fits into a name or description; only a key that is chosen at deployment is a hint then.
  const isFree = isFreeText(want);
  let count = 0;
  for (const mapping of spot.snapshot.template.mappings.values()) {
    for (const { first, second, texts } of lookups(spot, mapping)) {
      if ((isFree && typeof first === "string") || !isMeant(want, second, texts)) continue;
      if (!texts.every((text) => takesText(want, text))) continue;
      count += 1;
      if (count > mostOffers) return;
      yield lookup(spot, mapping.id, first, second, texts);
    }
  }
}

/** Identities go where the key's name says so, and nowhere else. */
function isMeant({ property }: Want, key: string, texts: readonly string[]): boolean {
  const types = property?.relation?.types ?? [];
  const named = key.toLowerCase();
  if (types.length > 0) return types.some((type) => named.includes((type.split("::")[2] ?? type).toLowerCase()));
  return !texts.some((text) => /^[a-z]+-[0-9a-f]+$/.test(text)) || /Id$/.test(property?.name ?? "");
}

interface Lookup {
  readonly first: NewValue;
  readonly second: string;
  /** What may come of it. */
  readonly texts: readonly string[];
}

function* lookups(spot: Spot, { body }: Mapping): Generator<Lookup> {
  const rows = body.kind === "object" ? body.properties : [];
  const chooser = chooserOf(spot, rows);
  if (chooser !== undefined) {
    const seconds = new Set(rows.flatMap(({ value }) => keysOf(value)));
    for (const second of seconds) {
      const texts = rows.map(({ value }) => textOfScalar(propertyOf(value, second)?.value));
      if (texts.every((text) => text !== undefined)) yield { first: chooser, second, texts };
    }
    return;
  }
  for (const { key: first, value: row } of rows) {
    for (const second of keysOf(row)) {
      const text = textOfScalar(propertyOf(row, second)?.value);
      if (text !== undefined) yield { first, second, texts: [text] };
    }
  }
}

/** What chooses the row at deployment: the Region, or a parameter that allows just these keys. */
function chooserOf({ context, snapshot: { template } }: Spot, rows: readonly Property[]): NewValue | undefined {
  const keys = rows.map(({ key }) => key);
  if (keys.length === 0) return undefined;
  if (keys.every((key) => context.knowledge.values.find("regions", key) !== undefined)) return refTo("AWS::Region");
  for (const { id, allowedValues = [] } of template.parameters.values()) {
    const allowed = allowedValues.map(textOfScalar);
    if (allowed.length > 0 && allowed.every((text) => text !== undefined && keys.includes(text))) return refTo(id);
  }
  return undefined;
}

function keysOf(expression: Expression): readonly string[] {
  return expression.kind === "object" ? expression.properties.map(({ key }) => key) : [];
}

function lookup(spot: Spot, map: string, first: NewValue, second: string, texts: readonly string[]): Offer {
  const { document } = spot.snapshot;
  const text = document.renderValue({ call: "FindInMap", argument: [map, first, second] }, spot.offset);
  const distinct = [...new Set(texts)];
  return {
    label: isJson(spot) || !text.startsWith("!") ? `FindInMap ${map} ${second}` : text,
    kind: CompletionItemKind.Struct,
    rank: 3,
    text,
    detail: distinct.length > 3 ? `${distinct.slice(0, 3).join(" | ")} | …` : distinct.join(" | "),
    subject: { kind: "name", id: map },
    filter: callFilter(spot, `${map} ${second}`),
  };
}
