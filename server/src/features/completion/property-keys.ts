/** Names of properties, with what begins their value: a list, an object, quotes, in the document's style. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { PropertySpec, PropertyType } from "../../spec/spec.ts";
import type { Place } from "../../workspace/snapshot.ts";
import type { ValueShape } from "../format/node.ts";
import { isExcluded, isOpenChoice, takesTarget } from "./alternatives.ts";
import { entryText } from "./entries.ts";
import type { Offer, Spot } from "./item.ts";
import { isJson, isTemplateText } from "./item.ts";
import { commaBefore } from "./layout-text.ts";
import { say } from "./wording.ts";

/** Where a name of a property is, or would be, written. */
export type KeyPlace = Pick<Extract<Place, { kind: "property-key" }>, "path" | "present" | "text"> & {
  readonly resource: { readonly type: string };
};

export function* propertyKeyOffers(spot: Spot, place: KeyPlace): Generator<Offer> {
  if (!isTemplateText(spot)) return;
  const { spec, language } = spot.context;
  const { resource, path, present } = place;
  const edits = isJson(spot) ? commaBefore(spot) : undefined;
  const at = [resource.type, ...path].join(".");
  for (const property of spec.properties(resource.type, path)) {
    if (property.name !== place.text && present.includes(property.name)) continue;
    if (!isPossible(spot, place, property.name, at)) continue;
    const entry = entryText(spot, property.name, shapeOf(property));
    yield {
      label: property.name,
      kind: CompletionItemKind.Property,
      rank: rankOf(spot, property, isOpenChoice(at, property.name, present)),
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

function isPossible(spot: Spot, { resource, present }: KeyPlace, name: string, at: string): boolean {
  if (isExcluded(at, name, present)) return false;
  const { snapshot } = spot;
  const written = "id" in resource ? snapshot.template.resources.get(String(resource.id)) : undefined;
  return at !== "AWS::EC2::Route" || written === undefined || takesTarget(written.properties, name, snapshot);
}

/** What has to be there, then what has to be chosen and can be made of this template, then the rest. */
function rankOf({ snapshot: { template } }: Spot, property: PropertySpec, isOpen: boolean): number {
  if (property.deprecated) return 5;
  if (property.required) return 1;
  if (!isOpen) return 4;
  const types = property.relation?.types ?? [];
  if (types.length === 0) return 2;
  for (const { type } of template.resources.values()) if (types.includes(type)) return 2;
  return 3;
}

function shapeOf({ type }: PropertySpec): ValueShape {
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
