/** Names that a value may refer to: for `!Ref`, `!GetAtt`, `${…}`, and whole references where a value is written. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { parseCidr } from "../../base/cidr.ts";
import { touches } from "../../base/span.ts";
import type { NewValue } from "../../template/edit.ts";
import { getAtt, refTo } from "../../template/edit.ts";
import { pseudoParameters, textOfScalar } from "../../template/parameters.ts";
import type { Parameter, Resource } from "../../template/template.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { cidrFamilyOf, itemType, mayReferTo, resourceTargets, takesParameter, type Want } from "./fitting.ts";
import { functionStyle } from "./functions.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { loopVariables } from "./loops.ts";
import { say } from "./wording.ts";

/** `!Ref Vpc`, `!GetAtt NatEip.AllocationId`, ready to stand as the value. */
export function* referenceOffers(spot: Spot, want: Want): Generator<Offer> {
  const { snapshot } = spot;
  const { document, template } = snapshot;
  const offer = (value: NewValue, label: string, id: string, detail: string, kind: CompletionItemKind): Offer => {
    const text = document.renderValue(value, spot.offset);
    const typedCall = spot.typed.startsWith("!");
    return { label, kind, rank: 1, text, detail, subject: { kind: "name", id }, filter: typedCall ? undefined : id };
  };
  for (const { resource, attribute } of resourceTargets(want, snapshot)) {
    const value = attribute === undefined ? refTo(resource.id) : getAtt(resource.id, attribute);
    const label = attribute === undefined ? `!Ref ${resource.id}` : `!GetAtt ${resource.id}.${attribute}`;
    yield offer(value, inStyle(spot, label), resource.id, resource.type, CompletionItemKind.Reference);
  }
  if (want.property === undefined) return;
  const isBlock = cidrFamilyOf(want) !== undefined;
  for (const parameter of template.parameters.values()) {
    if (!takesParameter(want, parameter)) continue;
    const label = inStyle(spot, `!Ref ${parameter.id}`);
    const detail = parameterDetail(spot, parameter);
    const made = offer(refTo(parameter.id), label, parameter.id, detail, CompletionItemKind.Variable);
    // A free block is the better answer to "which block".
    yield { ...made, rank: isBlock ? 3 : made.rank };
  }
}

/** Whole references where any value may stand: every resource and parameter. */
export function* anyReferenceOffers(spot: Spot): Generator<Offer> {
  const { document, template } = spot.snapshot;
  const offer = (id: string, detail: string, kind: CompletionItemKind): Offer => ({
    label: inStyle(spot, `!Ref ${id}`),
    kind,
    rank: 2,
    text: document.renderValue(refTo(id), spot.offset),
    detail,
    subject: { kind: "name", id },
    filter: spot.typed.startsWith("!") ? undefined : id,
  });
  for (const { id, type } of template.resources.values()) yield offer(id, type, CompletionItemKind.Reference);
  for (const parameter of template.parameters.values()) {
    yield offer(parameter.id, parameterDetail(spot, parameter), CompletionItemKind.Variable);
  }
}

/** Whole references to parameters, for what is compared. */
export function* parameterReferences(spot: Spot): Generator<Offer> {
  for (const parameter of spot.snapshot.template.parameters.values()) {
    yield {
      ...parameterName(spot, parameter, 1),
      label: inStyle(spot, `!Ref ${parameter.id}`),
      text: spot.snapshot.document.renderValue(refTo(parameter.id), spot.offset),
      filter: spot.typed.startsWith("!") ? undefined : parameter.id,
    };
  }
}

/** A label that shows the short form would mislead where the long one is written. */
function inStyle(spot: Spot, label: string): string {
  return isJson(spot) || functionStyle(spot) === "long" ? label.slice(1) : label;
}

export function parameterDetail({ context }: Spot, parameter: Parameter): string {
  const value = textOfScalar(parameter.default);
  return value === undefined || value === ""
    ? say("parameter", context.language, { type: parameter.type })
    : say("withDefault", context.language, { type: parameter.type, value });
}

/** Behind `!Ref`. */
export function* refOffers(spot: Spot, want: Want | undefined): Generator<Offer> {
  const { template } = spot.snapshot;
  for (const name of loopVariables(spot)) yield plainName(spot, name, say("loopVariable", spot.context.language), 1);
  if (want !== undefined) {
    for (const { resource, attribute } of resourceTargets(want, spot.snapshot)) {
      const spellings = want.property?.relation?.spellings[resource.type] ?? [];
      if (attribute === undefined || spellings.includes(undefined)) yield resourceName(spot, resource, 1);
    }
  }
  for (const parameter of template.parameters.values()) {
    if (want === undefined || takesParameter(want, parameter)) yield parameterName(spot, parameter, 2);
  }
  if (!isOpen(want)) return;
  // Conditions are decided before there is any resource.
  for (const resource of isInCondition(spot) ? [] : template.resources.values()) {
    if (want === undefined || mayReferTo(want.use.resource, resource, spot.snapshot))
      yield resourceName(spot, resource, 3);
  }
  for (const name of pseudoParameters) yield plainName(spot, name, say("pseudo", spot.context.language), 4);
}

function isInCondition({ snapshot, offset }: Spot): boolean {
  const { document, template } = snapshot;
  return [...template.conditions.values(), ...template.rules.values()].some(({ span }) =>
    touches(document.layout.rangeOf(span), offset),
  );
}

/** Whether any text will do: nothing is known of the property, or it is free text. */
function isOpen(want: Want | undefined): boolean {
  if (want?.property === undefined) return true;
  const { property } = want;
  const type = itemType(property);
  return (
    property.relation === undefined &&
    property.allowedValues === undefined &&
    cidrFamilyOf(want) === undefined &&
    !want.wholeList &&
    type.kind === "primitive" &&
    type.type === "string"
  );
}

export function resourceName(spot: Spot, resource: Resource, rank: number): Offer {
  return {
    label: resource.id,
    kind: CompletionItemKind.Reference,
    rank,
    text: nameText(spot, resource.id),
    detail: resource.type,
    subject: { kind: "name", id: resource.id },
  };
}

function parameterName(spot: Spot, parameter: Parameter, rank: number): Offer {
  return {
    label: parameter.id,
    kind: CompletionItemKind.Variable,
    rank,
    text: nameText(spot, parameter.id),
    detail: parameterDetail(spot, parameter),
    subject: { kind: "name", id: parameter.id },
  };
}

export function plainName(spot: Spot, name: string, detail: string, rank: number): Offer {
  return {
    label: name,
    kind: CompletionItemKind.Constant,
    rank,
    text: nameText(spot, name),
    detail,
    subject: { kind: "name", id: name },
  };
}

/** A name as a text of the document: quoted where the document or the text that is typed wants quotes, or it itself does. */
export function nameText(spot: Spot, name: string, own = ""): string {
  const quote = /^["']/.exec(spot.typed)?.[0] ?? (isJson(spot) ? '"' : own);
  return `${quote}${name}${quote}`;
}

/** What `Fn::Cidr` may cut into pieces: the block of a VPC, or a parameter that holds one. */
export function* blockOffers(spot: Spot, want: Want | undefined): Generator<Offer> {
  const { document, template } = spot.snapshot;
  const offer = (value: NewValue, label: string, id: string, detail: string): Offer => ({
    label: inStyle(spot, label),
    kind: CompletionItemKind.Reference,
    rank: 1,
    text: document.renderValue(value, spot.offset),
    detail,
    filter: spot.typed.startsWith("!") ? undefined : id,
    subject: { kind: "name", id },
  });
  for (const resource of template.resources.values()) {
    if (resource.type !== "AWS::EC2::VPC" || (want && !mayReferTo(want.use.resource, resource, spot.snapshot)))
      continue;
    yield offer(getAtt(resource.id, "CidrBlock"), `!GetAtt ${resource.id}.CidrBlock`, resource.id, resource.type);
  }
  for (const parameter of template.parameters.values()) {
    if (!parseCidr(textOfScalar(parameter.default) ?? "").ok) continue;
    yield offer(refTo(parameter.id), `!Ref ${parameter.id}`, parameter.id, parameterDetail(spot, parameter));
  }
}

/** Parameters by their names, for functions of rules. */
export function* ruleParameterOffers(spot: Spot): Generator<Offer> {
  for (const parameter of spot.snapshot.template.parameters.values()) {
    if (parameter.type.startsWith("AWS::")) yield parameterName(spot, parameter, 1);
  }
}

/** Whole references that give a list: parameters, attributes. With a want, those that give items of its kind. */
export function* listReferenceOffers(spot: Spot, want: Want | undefined): Generator<Offer> {
  const { document, template } = spot.snapshot;
  const filter = (id: string): string | undefined => (spot.typed.startsWith("!") ? undefined : id);
  for (const parameter of template.parameters.values()) {
    const single = want && { ...want, wholeList: true };
    if (!isListType(parameter.type) || (single?.property && !takesParameter(single, parameter))) continue;
    yield {
      ...parameterName(spot, parameter, 2),
      label: inStyle(spot, `!Ref ${parameter.id}`),
      text: document.renderValue(refTo(parameter.id), spot.offset),
      filter: filter(parameter.id),
    };
  }
  const family = want && cidrFamilyOf(want);
  for (const resource of template.resources.values()) {
    if (want && !mayReferTo(want.use.resource, resource, spot.snapshot)) continue;
    for (const { name, type } of spot.context.spec.attributes(resource.type)) {
      if (type.kind !== "list" || name.includes(".")) continue;
      if (family !== undefined && !(/cidr/i.test(name) && /ipv6/i.test(name) === (family === 6))) continue;
      if (want?.property?.relation !== undefined) continue;
      yield {
        ...resourceName(spot, resource, 3),
        label: inStyle(spot, `!GetAtt ${resource.id}.${name}`),
        text: document.renderValue(getAtt(resource.id, name), spot.offset),
        filter: filter(`${resource.id}.${name}`),
      };
    }
  }
}

function isListType(type: string): boolean {
  return /^(List<|CommaDelimitedList|AWS::SSM::Parameter::Value<(List<|CommaDelimitedList))/.test(type);
}

/** Inside `${…}`. */
export function* subOffers(spot: Spot, place: Extract<Place, { kind: "sub-variable" }>): Generator<Offer> {
  const { template, text } = spot.snapshot;
  const close = text[spot.range.end] === "}" ? "" : "}";
  const dot = place.text.indexOf(".");
  const holder = dot < 0 ? undefined : template.resources.get(place.text.slice(0, dot));
  const { argument } = place.call;
  const own = argument.kind === "list" ? argument.items[1] : undefined;
  for (const { key } of own?.kind === "object" ? own.properties : []) {
    yield { label: key, kind: CompletionItemKind.Variable, rank: 1, text: key + close };
  }
  for (const name of loopVariables(spot)) {
    const detail = say("loopVariable", spot.context.language);
    yield { label: name, kind: CompletionItemKind.Variable, rank: 1, text: name + close, detail };
  }
  if (holder !== undefined) {
    for (const { name, type } of spot.context.spec.attributes(holder.type)) {
      if (type.kind === "list") continue;
      const label = `${holder.id}.${name}`;
      const subject = { kind: "attribute", type: holder.type, attribute: name } as const;
      yield {
        label,
        kind: CompletionItemKind.Field,
        rank: name.includes(".") ? 3 : 2,
        text: label + close,
        detail: holder.type,
        subject,
      };
    }
    return;
  }
  for (const parameter of template.parameters.values()) {
    if (isListType(parameter.type)) continue;
    yield { ...parameterName(spot, parameter, 2), text: parameter.id + close };
  }
  for (const name of pseudoParameters) {
    if (name === "AWS::NoValue" || name === "AWS::NotificationARNs") continue;
    yield { ...plainName(spot, name, say("pseudo", spot.context.language), 3), text: name + close };
  }
  for (const resource of template.resources.values()) {
    if (place.use && !mayReferTo(place.use.resource, resource, spot.snapshot)) continue;
    // With the brace closed already, a dot goes on to the attribute.
    const commit = close === "" ? ["."] : undefined;
    yield { ...resourceName(spot, resource, 4), text: resource.id + close, commit };
  }
}
