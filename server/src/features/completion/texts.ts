/** Texts of programs: words that a property takes, zones of the Regions that the program names. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { placeOf } from "../hover/values/places.ts";
import { itemType, type Want } from "./fitting.ts";
import { type Offer, type Spot, textLiteral } from "./item.ts";
import { say } from "./wording.ts";

/** The words of an enumeration, with what each means. */
export function* wordOffers(spot: Spot, { use, property, wholeList }: Want): Generator<Offer> {
  if (property === undefined || wholeList) return;
  const type = itemType(property);
  if (type.kind !== "primitive" || type.type !== "string") return;
  const { knowledge, language } = spot.context;
  const place = placeOf(use.resource, use.path);
  for (const value of property.allowedValues ?? property.suggestedValues ?? []) {
    const text = String(value);
    yield {
      label: text,
      kind: CompletionItemKind.EnumMember,
      rank: 1,
      text: textLiteral(spot, text),
      detail: value === property.default ? say("default", language) : undefined,
      documentation: knowledge.values.findAt(place, text)?.text[language],
    };
  }
}

const regionInText = /["'`]([a-z]{2}(?:-[a-z]+)+-\d)([a-z]?)["'`]/g;

/** The zones that the program names already, of the same Regions; others depend on the account. */
export function* zoneNameOffers(spot: Spot): Generator<Offer> {
  const { snapshot, range, context } = spot;
  const { knowledge, language } = context;
  const elsewhere = `${snapshot.text.slice(0, range.start)}\n${snapshot.text.slice(range.end)}`;
  const found = [...elsewhere.matchAll(regionInText)].filter(([, code = ""]) => knowledge.values.find("regions", code));
  const zones = found.flatMap(([, code = "", letter = ""]) => (letter === "" ? [] : [{ code, letter }]));
  for (const { code, letter } of [...zones, ...found.map(([, code = ""]) => ({ code, letter: "a" }))]) {
    const label = `${code}${letter}`;
    const detail = say("zoneIn", language, { letter, region: code });
    yield { label, kind: CompletionItemKind.Value, rank: 1, text: textLiteral(spot, label), detail };
  }
}

/** How the program says its stack's Region. */
export function regionOf({ snapshot, offset }: Spot): string {
  const self = snapshot.languageId === "python" ? "self" : "this";
  const isStack = /\bextends\s+(?:\w+\.)?Stack\b|\((?:\w+\.)?Stack\)\s*:/.test(snapshot.text);
  return isStack ? `${self}.region` : snapshot.document.renderValue({ call: "Ref", argument: "AWS::Region" }, offset);
}
