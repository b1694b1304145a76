/** Names of properties, with what begins their value: a list, an object, quotes, in the document's style. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { listedFirst } from "../../base/listed-first.ts";
import type { PropertySpec, PropertyType } from "../../spec/spec.ts";
import { propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Resource } from "../../template/template.ts";
import type { Place } from "../../workspace/snapshot.ts";
import type { ValueShape } from "../format/node.ts";
import { type EventProperty, eventProperties } from "../format/sam-events.ts";
import { placeOf } from "../hover/values/places.ts";
import { isExcluded, isOpenChoice, takesTarget } from "./alternatives.ts";
import { entryText } from "./entries.ts";
import type { Offer, Spot } from "./item.ts";
import { isJson, isTemplateText } from "./item.ts";
import { commaBefore } from "./layout-text.ts";
import { usualProperties } from "./usual-properties.ts";
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
  for (const { name, required, shape } of eventPropertiesAt(spot, place)) {
    if (name !== place.text && present.includes(name)) continue;
    const { text, snippet, again } = entryText(spot, name, shape);
    const detail = required ? say("required", language) : undefined;
    yield {
      label: name,
      kind: CompletionItemKind.Property,
      rank: required ? 1 : 2,
      text,
      snippet,
      again,
      edits,
      detail,
    };
  }
  const at = placeOf(resource, path);
  for (const property of listedFirst(spec.properties(resource.type, path), usualProperties(at), ({ name }) => name)) {
    if (property.name !== place.text && present.includes(property.name)) continue;
    if (!isPossible(spot, place, property.name, at)) continue;
    const entry = entryText(spot, property.name, shapeOf(property));
    yield {
      label: property.name,
      kind: CompletionItemKind.Property,
      rank: rankOf(spot, property, at, present),
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

/** Inside `Properties` of an event of a SAM function; none elsewhere. */
function eventPropertiesAt(spot: Spot, { resource, path }: KeyPlace): readonly EventProperty[] {
  const [section, name, last, ...inner] = path;
  if (resource.type !== "AWS::Serverless::Function" || section !== "Events" || last !== "Properties") return [];
  const written = resourceAt(spot, resource);
  const event = propertyOf(propertyOf(written?.properties, "Events")?.value, name ?? "")?.value;
  return inner.length === 0 ? eventProperties(textOfScalar(propertyOf(event, "Type")?.value) ?? "") : [];
}

/** An object as the item of a list in brackets, with what it has to have. */
export function* newObjectOffers(
  spot: Spot,
  { resource, path }: Pick<KeyPlace, "resource" | "path">,
): Generator<Offer> {
  const needed = spot.context.spec.properties(resource.type, path).filter(({ required }) => required);
  const names = needed.map(({ name }) => name);
  const quote = isJson(spot) ? '"' : "";
  const entries = needed.map((property, index) => {
    const value = isJson(spot) && shapeOf(property) === "text" ? `"$${index + 1}"` : `$${index + 1}`;
    return `${quote}${property.name}${quote}: ${value}`;
  });
  yield {
    label: `{ ${[...names, "…"].join(", ")} }`,
    kind: CompletionItemKind.Struct,
    rank: 1,
    text: entries.length > 0 ? `{ ${entries.join(", ")}$0 }` : "{ $0 }",
    snippet: true,
    again: true,
    filter: names.join(" "),
    subject: { kind: "property", type: resource.type, path },
  };
}

function isPossible(spot: Spot, { resource, present }: KeyPlace, name: string, at: string): boolean {
  if (isExcluded(at, name, present)) return false;
  const written = resourceAt(spot, resource);
  return at !== "AWS::EC2::Route" || written === undefined || takesTarget(written.properties, name, spot.snapshot);
}

/** The resource that is written; what SAM resources share is none. */
function resourceAt({ snapshot: { template } }: Spot, resource: KeyPlace["resource"]): Resource | undefined {
  return "id" in resource ? template.resources.get(String(resource.id)) : undefined;
}

/** What has to be there, then what has to be chosen and can be made of this template, then the rest. */
function rankOf(
  { snapshot: { template } }: Spot,
  property: PropertySpec,
  at: string,
  present: readonly string[],
): number {
  if (property.deprecated) return 5;
  if (property.required) return 1;
  if (usualProperties(at).includes(property.name)) return 2;
  if (!isOpenChoice(at, property.name, present)) return 4;
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
