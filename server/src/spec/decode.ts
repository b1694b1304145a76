/** Turns the short keys of `spec.json` into the types that the rest of the server reads. */
import type { CompactProperties, CompactProperty, CompactRelation, CompactSpec } from "./compact.ts";
import type { AttributeSpec, Primitive, PropertySpec, PropertyType, Relation } from "./spec.ts";

const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  s: "string",
  n: "number",
  i: "integer",
  b: "boolean",
  j: "json",
  t: "timestamp",
};

/** Properties in the order in which someone fills them in: required ones first, then by name, tags last. */
export function decodeProperties(properties: CompactProperties, spec: CompactSpec): readonly PropertySpec[] {
  return Object.entries(properties)
    .map(([name, property]) => decodeProperty(name, typeof property === "string" ? { t: property } : property, spec))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function rank({ required, name }: PropertySpec): number {
  if (required) return 0;
  return name === "Tags" ? 2 : 1;
}

function decodeProperty(name: string, compact: CompactProperty, spec: CompactSpec): PropertySpec {
  const relation = compact.l === undefined ? undefined : spec.relations[compact.l];
  return {
    name,
    required: compact.r === 1,
    type: decodeType(compact.t),
    allowedValues: compact.e === undefined ? undefined : spec.enums[compact.e],
    ignoreCase: compact.ic === 1 ? true : undefined,
    suggestedValues: compact.s === undefined ? undefined : spec.enums[compact.s],
    default: compact.d,
    minimum: compact.min,
    maximum: compact.max,
    minLength: compact.minLen,
    maxLength: compact.maxLen,
    minItems: compact.minN,
    maxItems: compact.maxN,
    uniqueItems: compact.uniq === 1 ? true : undefined,
    pattern: compact.p,
    deprecated: compact.dep === 1 ? true : undefined,
    replacement: compact.u === 2 ? "always" : compact.u === 1 ? "sometimes" : "never",
    relation: relation === undefined ? undefined : decodeRelation(relation),
  };
}

function decodeType(code: string): PropertyType {
  const rest = code.slice(1);
  if (code.startsWith("[")) return { kind: "list", item: decodeType(rest) };
  if (code.startsWith("{")) return { kind: "map", item: decodeType(rest) };
  if (code.startsWith("#")) return { kind: "object", name: rest };
  return { kind: "primitive", type: PRIMITIVES[code] ?? "json" };
}

function decodeRelation({ to, params = [] }: CompactRelation): Relation {
  const spellings = new Map<string, (string | undefined)[]>();
  for (const target of to) {
    const dot = target.indexOf(".");
    const type = dot < 0 ? target : target.slice(0, dot);
    const ways = spellings.get(type) ?? [];
    ways.push(dot < 0 ? undefined : target.slice(dot + 1));
    spellings.set(type, ways);
  }
  return {
    types: [...spellings.keys()],
    attributes: Object.fromEntries([...spellings].map(([type, [preferred]]) => [type, preferred])),
    spellings: Object.fromEntries(spellings),
    parameterTypes: params,
  };
}

/** Attributes of a network type. */
export function decodeAttributes(attributes: Readonly<Record<string, string>>): readonly AttributeSpec[] {
  return Object.entries(attributes).map(([name, type]) => ({ name, type: decodeType(type) }));
}

/** Attributes of a type that is known by name: `Arn Endpoints:[s`. */
export function decodeAttributeList(list: string): readonly AttributeSpec[] {
  return list
    .split(" ")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [name = "", type = "s"] = entry.split(":");
      return { name, type: decodeType(type) };
    });
}
