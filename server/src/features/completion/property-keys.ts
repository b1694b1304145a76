/** Names of properties, with what begins their value: a list, an object, quotes, in the document's style. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { PropertySpec, PropertyType } from "../../spec/spec.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { type EntryShape, entryText } from "./entries.ts";
import type { Offer, Spot } from "./item.ts";
import { isJson, isTemplateText } from "./item.ts";
import { commaBefore } from "./layout-text.ts";
import { say } from "./wording.ts";

/** Where a name of a property is, or would be, written. */
export type KeyPlace = Pick<Extract<Place, { kind: "property-key" }>, "resource" | "path" | "present" | "text">;

export function* propertyKeyOffers(spot: Spot, place: KeyPlace): Generator<Offer> {
  if (!isTemplateText(spot)) return;
  const { spec, language } = spot.context;
  const { resource, path, present } = place;
  const edits = isJson(spot) ? commaBefore(spot) : undefined;
  for (const property of spec.properties(resource.type, path)) {
    if (property.name !== place.text && present.includes(property.name)) continue;
    const entry = entryText(spot, property.name, shapeOf(property));
    yield {
      label: property.name,
      kind: CompletionItemKind.Property,
      rank: property.deprecated ? 3 : property.required ? 1 : 2,
      text: entry.text,
      snippet: entry.snippet,
      again: entry.again,
      edits,
      detail: [property.required ? say("required", language) : undefined, typeWords(property)]
        .filter((part) => part !== undefined)
        .join(" · "),
      deprecated: property.deprecated,
      subject: { kind: "property", type: resource.type, path: [...path, property.name] },
    };
  }
}

function shapeOf({ type }: PropertySpec): EntryShape {
  switch (type.kind) {
    case "list":
      return type.item.kind === "object" ? "list-of-objects" : "list";
    case "map":
    case "object":
      return "object";
    case "primitive":
      if (type.type === "json") return "object";
      return type.type === "string" || type.type === "timestamp" ? "text" : "bare";
  }
}

function typeWords({ type, relation }: PropertySpec): string {
  const target = relation?.types[0]?.split("::")[2];
  return target === undefined ? nameOf(type) : `${nameOf(type)} → ${target}`;
}

function nameOf(type: PropertyType): string {
  switch (type.kind) {
    case "primitive":
      return type.type;
    case "object":
      return type.name;
    case "list":
      return `${nameOf(type.item)}[]`;
    case "map":
      return `{ ${nameOf(type.item)} }`;
  }
}
