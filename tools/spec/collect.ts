import type { Property, PropertyType, Resource, SpecDatabase } from "@aws-cdk/service-spec-types";
import type {
  CompactDocs,
  CompactProperties,
  CompactProperty,
  CompactRelation,
  CompactSpec,
  CompactType,
} from "../../server/src/spec/compact.ts";
import type { Constraint, ConstraintTable } from "./constraints.ts";
import { isNetworkType } from "./network-types.ts";
import type { Patch } from "./patches.ts";
import { createRelationResolver, refIdentifier } from "./relations.ts";

/** What the resource data says, in the compact form, with its documentation apart. */
export interface CollectedSpec {
  readonly spec: CompactSpec;
  readonly docs: CompactDocs;
  /** `Type.key` of patches that met no property: written wrong, or outlived by the data. */
  readonly unusedPatches: readonly string[];
}

/** Type definitions that AWS writes as a builtin: a tag is a key and a value. */
const TAG: CompactProperties = { Key: { t: "s", r: 1 }, Value: { t: "s", r: 1 } };

/** Joins the resource data with constraints and patches. `source` names the data and its version. */
export function collectSpec(
  db: SpecDatabase,
  constraints: readonly ConstraintTable[],
  patches: readonly Patch[],
  source: string,
): CollectedSpec {
  const resources = new Map(
    [...db.all("resource")]
      .sort((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1))
      .map((resource) => [resource.cloudFormationType, resource] as const),
  );
  const relations = createRelationResolver(resources, patches);
  const tables = [...constraints, ...patches.map((patch) => patch.constraints ?? {})];
  const constraintOf = (type: string, key: string): Constraint | undefined => {
    const found = tables.map((table) => table[type]?.[key]).filter((constraint) => constraint !== undefined);
    return found.length === 0 ? undefined : Object.assign({}, ...found);
  };
  const enums = new Interned<readonly (string | number)[]>();
  const relationTable = new Interned<CompactRelation>();
  const types: Record<string, CompactType> = {};
  const others: Record<string, string> = {};
  const docs: Record<string, Record<string, string>> = {};
  const places = new Set<string>();

  function collectType(resource: Resource): void {
    const typeName = resource.cloudFormationType;
    const isServerless = typeName.startsWith("AWS::Serverless::");
    const nested: Record<string, CompactProperties> = {};
    const texts: Record<string, string> = {};
    const document = (place: string, text: string | undefined): void => {
      if (text !== undefined && text.trim() !== "") texts[place] = mendLinks(text.trim());
    };

    function collectProperties(properties: Record<string, Property>, definition: string): CompactProperties {
      const compact: Record<string, CompactProperty | string> = {};
      for (const [name, property] of Object.entries(properties)) {
        if (property.deprecated === "IGNORE") continue;
        const key = definition === "" ? name : `${definition}.${name}`;
        document(key, property.documentation);
        compact[name] = collectProperty(name, key, property);
      }
      return compact;
    }

    function collectProperty(name: string, key: string, property: Property): CompactProperty | string {
      places.add(`${typeName}.${key}`);
      const constraint = constraintOf(typeName, key);
      const relation = relations.resolve({ typeName, key, name, property, constraint });
      const values = allowedValues(property.type) ?? constraint?.enum;
      const t = isServerless && mayBeText(property.type) ? "s" : typeCode(property.type, needNested);
      const compact: CompactProperty = {
        t,
        ...(property.required === true && { r: 1 }),
        // The data says it of every property of SAM, which decides nothing of the kind.
        ...(!isServerless && property.causesReplacement === "yes" && { u: 2 }),
        ...(!isServerless && property.causesReplacement === "maybe" && { u: 1 }),
        ...(values !== undefined && { e: enums.index(values) }),
        ...(constraint?.ignoreCase === true && { ic: 1 }),
        ...(constraint?.suggest !== undefined && { s: enums.index(constraint.suggest) }),
        ...(relation !== undefined && { l: relationTable.index(relation) }),
        ...defaultOf(property, t, constraint),
        ...(constraint?.minimum !== undefined && { min: constraint.minimum }),
        ...(constraint?.maximum !== undefined && { max: constraint.maximum }),
        ...(constraint?.minLength !== undefined && { minLen: constraint.minLength }),
        ...(constraint?.maxLength !== undefined && { maxLen: constraint.maxLength }),
        ...(constraint?.minItems !== undefined && { minN: constraint.minItems }),
        ...(constraint?.maxItems !== undefined && { maxN: constraint.maxItems }),
        ...(constraint?.uniqueItems === true && { uniq: 1 }),
        ...patternOf(constraint),
        ...(property.deprecated === "WARN" && { dep: 1 }),
      };
      return Object.keys(compact).length === 1 ? t : compact;
    }

    function needNested(reference: { $ref: string }): string {
      const definition = db.get("typeDefinition", reference);
      if (nested[definition.name] === undefined) {
        nested[definition.name] = {};
        document(definition.name, definition.documentation);
        nested[definition.name] = collectProperties(definition.properties, definition.name);
      }
      return definition.name;
    }

    document("", resource.documentation);
    const p = collectProperties(resource.properties, "");
    if (JSON.stringify([p, nested]).includes('"[#Tag"')) nested.Tag ??= TAG;
    const a: Record<string, string> = {};
    for (const [name, attribute] of Object.entries(resource.attributes)) {
      document(`@${name}`, attribute.documentation);
      a[name] = typeCode(attribute.type, () => "");
    }
    const ref = refIdentifier(resource);
    const tags = resource.tagInformation?.tagPropertyName;
    types[typeName] = {
      p,
      ...(Object.keys(nested).length > 0 && { n: nested }),
      ...(Object.keys(a).length > 0 && { a }),
      ...(ref !== undefined && { ref }),
      ...(tags !== undefined && { tags }),
    };
    docs[typeName] = texts;
  }

  for (const resource of resources.values()) {
    if (isNetworkType(resource.cloudFormationType)) collectType(resource);
    else others[resource.cloudFormationType] = attributeList(resource);
  }
  for (const name of patches.flatMap((patch) => patch.types ?? [])) others[name] ??= "";
  const spec: CompactSpec = {
    format: 1,
    source,
    enums: enums.values,
    relations: relationTable.values,
    types,
    others,
  };
  const patched = patches.flatMap((patch) => [patch.relations ?? {}, patch.constraints ?? {}].flatMap(placesOf));
  return { spec, docs, unusedPatches: patched.filter((place) => !places.has(place)) };
}

function placesOf(table: Readonly<Record<string, object>>): string[] {
  return Object.entries(table).flatMap(([type, keys]) => Object.keys(keys).map((key) => `${type}.${key}`));
}

/** In the data, AWS's own address stands before addresses elsewhere, too. */
function mendLinks(markdown: string): string {
  return markdown.replace(/\]\(https:\/\/docs\.aws\.amazon\.com\/(https?:\/\/)/g, "]($1");
}

/** Gives equal values the same number. */
class Interned<T> {
  readonly values: T[] = [];
  readonly #indexes = new Map<string, number>();

  index(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** SAM takes a path or an object in many places; the path is what is mostly written. */
function mayBeText(type: PropertyType): boolean {
  return type.type === "union" && type.types.some((each) => each.type === "string");
}

function typeCode(type: PropertyType, nested: (reference: { $ref: string }) => string): string {
  switch (type.type) {
    case "string":
      return "s";
    case "number":
      return "n";
    case "integer":
      return "i";
    case "boolean":
      return "b";
    case "date-time":
      return "t";
    case "tag":
      return "#Tag";
    case "array":
      return `[${typeCode(type.element, nested)}`;
    case "map":
      return `{${typeCode(type.element, nested)}`;
    case "ref": {
      const name = nested(type.reference);
      return name === "" ? "j" : `#${name}`;
    }
    // A property that takes several types takes JSON as far as a template's author is concerned, unless it is a map
    // whose values differ.
    default:
      return "j";
  }
}

function allowedValues(type: PropertyType): readonly (string | number)[] | undefined {
  if (type.type === "array") return allowedValues(type.element);
  if (type.type === "string" || type.type === "integer") return type.allowedValues;
  return undefined;
}

function defaultOf(
  property: Property,
  type: string,
  constraint: Constraint | undefined,
): { d?: string | number | boolean } {
  if (constraint?.default !== undefined) return { d: constraint.default };
  const text = property.defaultValue?.trim().replace(/^"(.*)"$/, "$1");
  if (text === undefined || text === "") return {};
  if (type === "b") return text === "true" || text === "false" ? { d: text === "true" } : {};
  if (type === "i" || type === "n") return Number.isFinite(Number(text)) ? { d: Number(text) } : {};
  return type === "s" ? { d: text } : {};
}

/** The pattern as JavaScript understands it; none where it is in a dialect that it doesn't. */
function patternOf(constraint: Constraint | undefined): { p?: string } {
  const pattern = constraint?.pattern?.replaceAll("\\Z", "$").replaceAll("\\ ", " ");
  if (pattern === undefined) return {};
  try {
    new RegExp(pattern, "u");
    return { p: pattern };
  } catch {
    return {};
  }
}

function attributeList(resource: Resource): string {
  return Object.entries(resource.attributes)
    .filter(([name]) => !name.includes("."))
    .map(([name, attribute]) => {
      const type = typeCode(attribute.type, () => "");
      return type === "s" ? name : `${name}:${type}`;
    })
    .join(" ");
}
