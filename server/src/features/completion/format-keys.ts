/** The fixed names of a template: sections, attributes of resources and outputs, keys of parameters, policies, metadata. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { FormatPath, Place } from "../../workspace/snapshot.ts";
import type { FormatNode } from "../format/node.ts";
import { formatAt, formatKeys } from "../format/sections.ts";
import { conditionKeyOffers } from "./conditions.ts";
import { entryText } from "./entries.ts";
import { functionKeyOffers } from "./functions.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { commaBefore } from "./layout-text.ts";
import { propertyKeyOffers } from "./property-keys.ts";
import { nameText } from "./references.ts";
import { say } from "./wording.ts";

interface KeyPlace {
  readonly path: FormatPath;
  readonly present: readonly string[];
  readonly text: string;
}

export function formatKeyOffers(spot: Spot, place: KeyPlace): Iterable<Offer> {
  const { path } = place;
  const shared = sharedType(path);
  if (shared !== undefined) return globalOffers(spot, place, shared);
  const node = formatAt(path);
  if (node?.namedAfter === "parameters") return parameterNameOffers(spot, place, node);
  if (path[0] === "Mappings") return mappingKeyOffers(spot, place);
  // An object that stands for a value is a function.
  if (place.present.length === 0) {
    if (node?.takes === "value") return functionKeyOffers(spot, undefined);
    if (node?.takes === "condition" || node?.takes === "rule-condition") return conditionKeyOffers(spot, node.takes);
  }
  return fixedOffers(spot, place);
}

function* fixedOffers(spot: Spot, place: KeyPlace): Generator<Offer> {
  const edits = isJson(spot) ? commaBefore(spot) : undefined;
  const { language } = spot.context;
  const kind = place.path.length === 0 ? CompletionItemKind.Module : CompletionItemKind.Property;
  for (const [name, node] of formatKeys(place.path, spot.snapshot.template)) {
    if (name !== place.text && place.present.includes(name)) continue;
    const { text, snippet, again } = entryText(spot, name, node.shape, usualOf(spot, node));
    yield {
      label: name,
      kind,
      rank: node.required ? 1 : 2,
      text,
      snippet,
      again,
      edits,
      detail: node.required && place.path.length > 0 ? say("required", language) : undefined,
      subject: { kind: "format", path: [...place.path, name] },
    };
  }
}

function usualOf(spot: Spot, { usual }: FormatNode): string | undefined {
  return usual === undefined || !isJson(spot) || usual.startsWith('"') ? usual : `"${usual}"`;
}

/** Names of the parameters, as keys: labels of the console. */
function* parameterNameOffers(spot: Spot, place: KeyPlace, { named }: FormatNode): Generator<Offer> {
  const edits = isJson(spot) ? commaBefore(spot) : undefined;
  for (const { id, type } of spot.snapshot.template.parameters.values()) {
    if (id !== place.text && place.present.includes(id)) continue;
    const { text, snippet, again } = entryText(spot, id, named?.shape ?? "object");
    const subject = { kind: "name", id } as const;
    yield { label: id, kind: CompletionItemKind.Variable, rank: 1, text, snippet, again, edits, detail: type, subject };
  }
}

/** Keys of a mapping: what the entries beside have, and Regions where those are Regions. */
function* mappingKeyOffers(spot: Spot, { path, present, text: written }: KeyPlace): Generator<Offer> {
  const [, id = "", first] = path;
  const edits = isJson(spot) ? commaBefore(spot) : undefined;
  const { language, knowledge } = spot.context;
  const body = spot.snapshot.template.mappings.get(id)?.body;
  const entries = body?.kind === "object" ? body.properties : [];
  const offer = (name: string, shape: "text" | "object", detail: string): Offer => {
    const { text, snippet, again } = entryText(spot, name, shape);
    return { label: name, kind: CompletionItemKind.Field, rank: 1, text, snippet, again, edits, detail };
  };
  if (first !== undefined) {
    if (path.length > 3) return;
    const beside = entries.filter(({ key }) => key !== first).map(({ value }) => value);
    const names = new Set(
      beside.flatMap((value) => (value.kind === "object" ? value.properties : [])).map(({ key }) => key),
    );
    for (const name of names) {
      if (name === written || !present.includes(name)) yield offer(name, "text", say("mapKey", language, { map: id }));
    }
    return;
  }
  const isRegional =
    present.length === 0 || /region|ami/i.test(id) || present.some((key) => knowledge.values.find("regions", key));
  for (const { match, name } of isRegional ? knowledge.values.ofKind("regions") : []) {
    const [code = ""] = match;
    if (code === written || !present.includes(code)) yield offer(code, "object", name?.[language] ?? "");
  }
}

/** The resource type whose properties stand below, in the section of what SAM resources share. */
function sharedType([section, kind]: FormatPath): string | undefined {
  return section === "Globals" && kind !== undefined ? `AWS::Serverless::${kind}` : undefined;
}

function globalOffers(spot: Spot, { path, present, text }: KeyPlace, type: string): Iterable<Offer> {
  return propertyKeyOffers(spot, { resource: { type }, path: path.slice(2), present, text });
}

/** Names for a new declaration that the format knows: what Metadata may hold. */
export function sectionEntryOffers(spot: Spot, place: Extract<Place, { kind: "new-declaration" }>): Iterable<Offer> {
  const { template } = spot.snapshot;
  const section = place.section === "Metadata" ? template.metadata?.body : undefined;
  const present = section?.kind === "object" ? section.properties.map(({ key }) => key) : [];
  return fixedOffers(spot, { path: [place.section], present, text: place.text });
}

/** Parameters that no group of the console holds yet. */
export function* groupedParameterOffers(spot: Spot, written: string): Generator<Offer> {
  const { template } = spot.snapshot;
  const grouped = new Set(groupedNames(spot));
  for (const { id, type } of template.parameters.values()) {
    if (id !== written && grouped.has(id)) continue;
    const subject = { kind: "name", id } as const;
    yield { label: id, kind: CompletionItemKind.Variable, rank: 1, text: nameText(spot, id), detail: type, subject };
  }
}

function* groupedNames({ snapshot: { template } }: Spot): Generator<string> {
  const { metadata } = template;
  if (metadata === undefined) return;
  const view = below(metadata.body, "AWS::CloudFormation::Interface");
  const groups = below(view, "ParameterGroups");
  for (const group of groups?.kind === "list" ? groups.items : []) {
    const names = below(group, "Parameters");
    for (const name of names?.kind === "list" ? names.items : []) if (name.kind === "scalar") yield name.text;
  }
}

function below(expression: Expression | undefined, key: string): Expression | undefined {
  return propertyOf(expression, key)?.value;
}
