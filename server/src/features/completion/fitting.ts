/** What a property takes: which parameters, resources and texts may stand there. Never more than the spec says. */
import { parseCidr } from "../../base/cidr.ts";
import { insideFault } from "../../network/tunnel-options.ts";
import type { PropertySpec, PropertyType, Relation, Spec } from "../../spec/spec.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Parameter, Resource } from "../../template/template.ts";
import type { Snapshot, ValueUse } from "../../workspace/snapshot.ts";
import { kindAt, placeOf } from "../hover/values/places.ts";
import { takesTarget } from "./alternatives.ts";

/** The property for which something is written, and whether the whole list is wanted or one item of it. */
export interface Want {
  readonly use: ValueUse;
  /** Undefined where the type is not known in full: then everything may stand there. */
  readonly property: PropertySpec | undefined;
  readonly wholeList: boolean;
}

/** A resource, or an attribute of one, that gives what is wanted. */
export interface ResourceTarget {
  readonly resource: Resource;
  /** Undefined for `Ref`. */
  readonly attribute: string | undefined;
}

export function wantOf(use: ValueUse, spec: Spec, inList?: boolean): Want {
  const property = spec.property(use.resource.type, use.path);
  const isItem = inList ?? expressionAt(use.resource.properties, use.path)?.kind === "list";
  return { use, property, wholeList: property?.type.kind === "list" && !isItem };
}

function expressionAt(expression: Expression, [name, ...rest]: readonly string[]): Expression | undefined {
  if (name === undefined) return expression;
  const holders = expression.kind === "list" ? expression.items : [expression];
  for (const holder of holders) {
    const found = propertyOf(holder, name);
    const inner = found && expressionAt(found.value, rest);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The values at a path, one for each object of a list on the way; items where the last is a list of scalars or objects. */
export function expressionsAt(expression: Expression, path: readonly string[]): readonly Expression[] {
  const [name, ...rest] = path;
  if (expression.kind === "list") return expression.items.flatMap((item) => expressionsAt(item, path));
  if (expression.kind === "call" && expression.name === "If" && expression.argument.kind === "list") {
    return expression.argument.items.slice(1).flatMap((branch) => expressionsAt(branch, path));
  }
  if (name === undefined) return [expression];
  const value = propertyOf(expression, name)?.value;
  return value ? expressionsAt(value, rest) : [];
}

/** The type of one item where the property is a list. */
export function itemType(property: PropertySpec): PropertyType {
  return property.type.kind === "list" ? property.type.item : property.type;
}

export type CidrFamily = 4 | 6;

/** Which addresses the property's text is made of; undefined where it takes no CIDR block. */
export function cidrFamilyOf({ property }: Want): CidrFamily | undefined {
  if (property === undefined) return undefined;
  const type = itemType(property);
  if (type.kind !== "primitive" || type.type !== "string" || !/cidr/i.test(property.name)) return undefined;
  return /ipv6/i.test(property.name) ? 6 : 4;
}

/** Whether any text will do, as far as the property's own values tell. */
export function isFreeText(want: Want): boolean {
  const { property } = want;
  const type = property && itemType(property);
  return (
    property?.allowedValues === undefined &&
    cidrFamilyOf(want) === undefined &&
    type?.kind === "primitive" &&
    type.type === "string"
  );
}

/** Whether a text may stand in the property. */
export function takesText(want: Want, text: string): boolean {
  const { property } = want;
  if (property === undefined) return true;
  const type = itemType(property);
  if (type.kind !== "primitive") return false;
  const family = cidrFamilyOf(want);
  const parsed = parseCidr(text);
  const place = placeOf(want.use.resource, want.use.path);
  if (family !== undefined && kindAt(place) === "tunnel-cidr") {
    return parsed.ok && insideFault(parsed.cidr, family) === undefined;
  }
  if (family !== undefined) return parsed.ok && parsed.cidr.family === family;
  if (property.allowedValues !== undefined) {
    const normal = (value: string | number): string =>
      property.ignoreCase ? String(value).toLowerCase() : String(value);
    return property.allowedValues.some((value) => normal(value) === normal(text));
  }
  const { suggestedValues } = property;
  if (suggestedValues !== undefined && !/^-?\d+$/.test(text)) return suggestedValues.map(String).includes(text);
  const form = textForms[kindAt(place) ?? ""] ?? formsByName(property.name);
  if (form !== undefined && !form.test(text)) return false;
  switch (type.type) {
    case "boolean":
      return /^(true|false)$/i.test(text);
    case "integer":
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text));
    case "json":
      return false;
    default:
      return !parsed.ok;
  }
}

/** Texts of properties that take no text at all, by what they hold. */
const textForms: Readonly<Record<string, RegExp>> = {
  port: /^\d+$/,
  asn: /^\d+$/,
  zone: /\d[a-z]?$/,
  "endpoint-service": /^(?:com|aws)\./,
  "prefix-list": /^(?:pl-|com\.)/,
};

function formsByName(name: string): RegExp | undefined {
  if (/^(?:\w+)?Region(?:Name)?$/.test(name)) return /^[a-z]{2}(?:-[a-z]+)+-\d$/;
  if (name === "InstanceType") return /^[a-z][\w-]*\.[\w-]+$/;
  if (name === "ImageId") return /^(?:ami-|resolve:)/;
  if (/(?:[a-z]|^)Ids?$/.test(name)) return /\d/;
  if (/^(?:TTL|Timeout|\w+Seconds)$/.test(name)) return /^\d+$/;
  return /Arns?$/.test(name) ? /^arn:/ : undefined;
}

const ssmValue = /^AWS::SSM::Parameter::Value<(.*)>$/;
const listOf = /^List<(.*)>$/;

/** Whether `Ref` of the parameter gives what is wanted. */
export function takesParameter(want: Want, parameter: Parameter): boolean {
  const { property, wholeList } = want;
  if (property === undefined) return true;
  const carried = ssmValue.exec(parameter.type)?.[1] ?? parameter.type;
  const isList = carried === "CommaDelimitedList" || listOf.test(carried);
  if (isList !== wholeList) return false;
  const element = carried === "CommaDelimitedList" ? "String" : (listOf.exec(carried)?.[1] ?? carried);
  const { relation } = property;
  if (relation?.parameterTypes.includes(parameter.type)) return true;
  if (element.startsWith("AWS::")) return false;
  const texts = textsOf(parameter, isList);
  if (relation !== undefined) {
    return element === "String" && namesRelation(parameter, relation) && texts.every((text) => !parseCidr(text).ok);
  }
  if (texts.length > 0) return texts.every((text) => takesText(want, text));
  const type = itemType(property);
  if (type.kind !== "primitive") return false;
  const numeric = type.type === "integer" || type.type === "number";
  if (element === "Number") return numeric;
  if (cidrFamilyOf(want) !== undefined) return /cidr|block|range|network/i.test(parameter.id);
  return type.type === "string" && property.allowedValues === undefined && !/cidr/i.test(parameter.id);
}

/** The texts that the parameter is known to have: its default and what it allows. */
function textsOf(parameter: Parameter, isList: boolean): readonly string[] {
  return [parameter.default, ...(parameter.allowedValues ?? [])]
    .map((expression) => textOfScalar(expression))
    .filter((text) => text !== undefined && text.trim() !== "")
    .flatMap((text) => (isList && text !== undefined ? text.split(",").map((part) => part.trim()) : (text ?? [])));
}

/** A String parameter that carries an identity is named after it: `VpcId`, `PublicRouteTable`. */
function namesRelation(parameter: Parameter, { types }: Relation): boolean {
  const id = parameter.id.toLowerCase();
  return !id.includes("cidr") && types.some((type) => id.includes((type.split("::")[2] ?? type).toLowerCase()));
}

/** Resources of the template that give what is wanted, preferred types first. */
export function resourceTargets(want: Want, snapshot: Snapshot): readonly ResourceTarget[] {
  const { use, property, wholeList } = want;
  const { relation } = property ?? {};
  if (relation === undefined || wholeList) return [];
  if (use.resource.type === "AWS::EC2::Route" && !takesTarget(use.resource.properties, use.path[0] ?? "", snapshot)) {
    return [];
  }
  const targets = [...snapshot.template.resources.values()].flatMap((resource) => {
    if (!relation.types.includes(resource.type) || !mayReferTo(use.resource, resource, snapshot)) return [];
    return [{ resource, attribute: relation.attributes[resource.type] }];
  });
  const place = ({ resource }: ResourceTarget): number => relation.types.indexOf(resource.type);
  return targets.sort((a, b) => place(a) - place(b));
}

/** Not itself, not what waits for it already, and not what is never there when it is. */
export function mayReferTo(from: Resource, to: Resource, { evaluator, network }: Snapshot): boolean {
  if (from.id === to.id || network.dependencies(to).has(from.id)) return false;
  const { conditions } = evaluator;
  if (!from.condition || !to.condition) return true;
  const [a, b] = [conditions.when(from.condition.name, true), conditions.when(to.condition.name, true)];
  return a === undefined || b === undefined || conditions.both(a, b) !== undefined;
}
