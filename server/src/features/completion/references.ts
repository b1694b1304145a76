/** Names that a value may refer to: for `!Ref`, `!GetAtt`, `${…}`, and whole references where a value is written. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { parseCidr } from "../../base/cidr.ts";
import { touches } from "../../base/span.ts";
import { getAtt, refTo } from "../../template/edit.ts";
import { pseudoParameters, textOfScalar } from "../../template/parameters.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Parameter, Resource } from "../../template/template.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { cidrFamilyOf, isFreeText, mayReferTo, resourceTargets, takesParameter, type Want } from "./fitting.ts";
import { functionStyle } from "./functions.ts";
import { callFilter, isJson, type Offer, type Spot } from "./item.ts";
import { loopVariables } from "./loops.ts";
import { say } from "./wording.ts";

/** `!Ref Vpc`, `!GetAtt NatEip.AllocationId`, ready to stand as the value. */
export function* referenceOffers(spot: Spot, want: Want): Generator<Offer> {
  const { snapshot } = spot;
  for (const { resource, attribute } of resourceTargets(want, snapshot)) yield wholeResource(spot, resource, attribute);
  if (want.property === undefined) return;
  const isBlock = cidrFamilyOf(want) !== undefined;
  for (const parameter of snapshot.template.parameters.values()) {
    // A free block is the better answer to "which block".
    if (takesParameter(want, parameter)) yield wholeParameter(spot, parameter, isBlock ? 3 : 1);
  }
}

/** A reference to a parameter, as the value. */
function wholeParameter(spot: Spot, parameter: Parameter, rank: number): Offer {
  return {
    ...parameterName(spot, parameter, rank),
    label: inStyle(spot, `!Ref ${parameter.id}`),
    text: spot.snapshot.document.renderValue(refTo(parameter.id), spot.offset),
    filter: callFilter(spot, parameter.id),
  };
}

/** The same to a resource, or to an attribute of it. */
function wholeResource(spot: Spot, resource: Resource, attribute: string | undefined, rank = 1): Offer {
  const { id } = resource;
  const value = attribute === undefined ? refTo(id) : getAtt(id, attribute);
  return {
    ...resourceName(spot, resource, rank),
    label: inStyle(spot, attribute === undefined ? `!Ref ${id}` : `!GetAtt ${id}.${attribute}`),
    text: spot.snapshot.document.renderValue(value, spot.offset),
    filter: callFilter(spot, id),
  };
}

/** Whole references where any value may stand: every resource and parameter. */
export function* anyReferenceOffers(spot: Spot): Generator<Offer> {
  const { template } = spot.snapshot;
  for (const resource of template.resources.values()) yield wholeResource(spot, resource, undefined, 2);
  for (const parameter of template.parameters.values()) yield wholeParameter(spot, parameter, 2);
}

/** Whole references to parameters, for what is compared. */
export function* parameterReferences(spot: Spot): Generator<Offer> {
  for (const parameter of spot.snapshot.template.parameters.values()) yield wholeParameter(spot, parameter, 1);
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
  return want.property.relation === undefined && !want.wholeList && isFreeText(want);
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
  const { template } = spot.snapshot;
  for (const vpc of resourcesOfType(template, "AWS::EC2::VPC")) {
    if (!want || mayReferTo(want.use.resource, vpc, spot.snapshot)) yield wholeResource(spot, vpc, "CidrBlock");
  }
  for (const parameter of template.parameters.values()) {
    if (!parseCidr(textOfScalar(parameter.default) ?? "").ok) continue;
    yield { ...wholeParameter(spot, parameter, 1), kind: CompletionItemKind.Reference };
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
  const { template } = spot.snapshot;
  for (const parameter of template.parameters.values()) {
    const single = want && { ...want, wholeList: true };
    if (!isListType(parameter.type) || (single?.property && !takesParameter(single, parameter))) continue;
    yield wholeParameter(spot, parameter, 2);
  }
  const family = want && cidrFamilyOf(want);
  for (const resource of template.resources.values()) {
    if (want && !mayReferTo(want.use.resource, resource, spot.snapshot)) continue;
    for (const { name, type } of spot.context.spec.attributes(resource.type)) {
      if (type.kind !== "list" || name.includes(".")) continue;
      if (family !== undefined && !(/cidr/i.test(name) && /ipv6/i.test(name) === (family === 6))) continue;
      if (want?.property?.relation !== undefined) continue;
      yield { ...wholeResource(spot, resource, name, 3), filter: callFilter(spot, `${resource.id}.${name}`) };
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
