/** Names of the template's own declarations: dependencies, conditions, mappings and their keys. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { mayReferTo } from "./fitting.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { nameText } from "./references.ts";
import { say } from "./wording.ts";

export function* dependsOnOffers(spot: Spot, place: Extract<Place, { kind: "depends-on" }>): Generator<Offer> {
  const { resource } = place;
  const { language } = spot.context;
  const referred = referredBy(resource);
  const present = new Set(resource.dependsOn.map(({ name }) => name).filter((name) => name !== place.text));
  for (const other of spot.snapshot.template.resources.values()) {
    if (present.has(other.id) || !mayReferTo(resource, other, spot.snapshot)) continue;
    // A reference waits already.
    if (referred.has(other.id) && other.id !== place.text) continue;
    const isAttachment = other.type === "AWS::EC2::VPCGatewayAttachment";
    yield {
      label: other.id,
      kind: CompletionItemKind.Reference,
      rank: isAttachment ? 1 : 2,
      text: nameText(spot, other.id),
      detail: isAttachment ? say("attachment", language, { type: other.type }) : other.type,
      subject: { kind: "name", id: other.id },
    };
  }
}

/** The names in its properties, by Ref, GetAtt and Sub. */
function referredBy(resource: Resource): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.kind === "object") for (const { value } of expression.properties) visit(value);
    else if (expression.kind === "list") expression.items.forEach(visit);
    else if (expression.kind === "call") {
      const { name, argument } = expression;
      const first = argument.kind === "list" ? argument.items[0] : argument;
      const text = textOfScalar(first) ?? "";
      if (name === "Ref" || name === "GetAtt") names.add(text);
      else if (name === "Sub") for (const [, id = ""] of text.matchAll(/\$\{([^!}.]+)/g)) names.add(id);
      visit(argument);
    }
  };
  visit(resource.properties);
  return names;
}

export function* conditionOffers(spot: Spot, own?: string): Generator<Offer> {
  for (const { id } of spot.snapshot.template.conditions.values()) {
    if (id === own) continue;
    yield {
      label: id,
      kind: CompletionItemKind.Event,
      rank: 1,
      text: nameText(spot, id),
      detail: say("condition", spot.context.language),
      subject: { kind: "name", id },
    };
  }
}

/** The mapping, its keys, and the keys below. */
export function* mappingOffers(spot: Spot, place: Extract<Place, { kind: "intrinsic-argument" }>): Generator<Offer> {
  const { template } = spot.snapshot;
  const { language } = spot.context;
  const items = place.call.argument.kind === "list" ? place.call.argument.items : [];
  if (place.index === 0) {
    for (const { id } of template.mappings.values()) {
      const kind = CompletionItemKind.Struct;
      const subject = { kind: "name", id } as const;
      yield { label: id, kind, rank: 1, text: nameText(spot, id), detail: say("mapping", language), subject };
    }
    return;
  }
  if (place.index === 3 && template.transforms.includes("AWS::LanguageExtensions")) {
    const text = isJson(spot) ? '{ "DefaultValue": $1 }' : "{ DefaultValue: $1 }";
    yield { label: "DefaultValue", kind: CompletionItemKind.Property, rank: 1, text, snippet: true };
    return;
  }
  const map = textOfScalar(items[0]);
  const body = map === undefined ? undefined : template.mappings.get(map)?.body;
  const keys = place.index === 1 ? keysOf(body) : place.index === 2 ? secondKeys(spot, body, items[1]) : [];
  for (const key of keys) {
    const detail = say("mapKey", language, { map: map ?? "" });
    yield { label: key, kind: CompletionItemKind.Field, rank: 1, text: nameText(spot, key), detail };
  }
}

function keysOf(expression: Expression | undefined): readonly string[] {
  return expression?.kind === "object" ? expression.properties.map(({ key }) => key) : [];
}

/** The keys below a known first key, else all that occur below any. */
function secondKeys(spot: Spot, body: Expression | undefined, first: Expression | undefined): readonly string[] {
  const top = first === undefined ? undefined : textOf(spot.snapshot.evaluator.resolve(first));
  const exact = top === undefined ? undefined : propertyOf(body, top)?.value;
  const levels = exact ? [exact] : keysOf(body).map((key) => propertyOf(body, key)?.value);
  return [...new Set(levels.flatMap(keysOf))];
}

/** In `Fn::Equals`: what the parameter on the other side can be. */
export function* comparedOffers(spot: Spot, place: Extract<Place, { kind: "intrinsic-argument" }>): Generator<Offer> {
  const items = place.call.argument.kind === "list" ? place.call.argument.items : [];
  const other = items[place.index === 0 ? 1 : 0];
  if (other?.kind !== "call" || other.name !== "Ref") return;
  const parameter = spot.snapshot.template.parameters.get(textOfScalar(other.argument) ?? "");
  for (const allowed of [...(parameter?.allowedValues ?? []), parameter?.default]) {
    const text = textOfScalar(allowed);
    if (text === undefined || text === "") continue;
    const value = spot.snapshot.document.renderValue(text, spot.offset);
    yield { label: text, kind: CompletionItemKind.EnumMember, rank: 1, text: value, detail: parameter?.id };
  }
}
