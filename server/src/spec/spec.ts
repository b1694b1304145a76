/** Typed look-ups over the resource data that `tools/generate-spec.ts` makes at build. Immutable; knows no document. */
import { type CompactSpec, isCompactDocs, isCompactSpec } from "./compact.ts";
import { decodeAttributeList, decodeAttributes, decodeProperties } from "./decode.ts";

export type Primitive = "string" | "number" | "integer" | "boolean" | "json" | "timestamp";

export type PropertyType =
  | { readonly kind: "primitive"; readonly type: Primitive }
  | { readonly kind: "list"; readonly item: PropertyType }
  | { readonly kind: "map"; readonly item: PropertyType }
  /** A nested property type, by name; its properties come from `Spec.properties(type, path)`. */
  | { readonly kind: "object"; readonly name: string };

/** What a property may refer to. */
export interface Relation {
  /** Resource types whose identity the property takes; preferred ones first. Empty where only parameters carry it. */
  readonly types: readonly string[];
  /** Undefined: `Ref`; else the attribute for `GetAtt`. Per type. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /**
   * Every way of writing the reference that yields the right value, per type, the one in `attributes` first.
   * A security group's ID: `GroupId`, `Ref` (undefined) and `Id`.
   */
  readonly spellings: Readonly<Record<string, readonly (string | undefined)[]>>;
  /**
   * Parameter types that carry it: `AWS::EC2::VPC::Id`, and for a list `List<AWS::EC2::Subnet::Id>` for the whole and
   * `AWS::EC2::Subnet::Id` for one item; each also inside `AWS::SSM::Parameter::Value<…>`. Empty where CloudFormation
   * has no such parameter type (route tables, gateways): then a `String` carries it.
   */
  readonly parameterTypes: readonly string[];
}

/** One property. The bounds of a list property's items stand on the property itself. */
export interface PropertySpec {
  readonly name: string;
  readonly required: boolean;
  readonly type: PropertyType;
  /** All values there are; for a list, of its items. */
  readonly allowedValues?: readonly (string | number)[] | undefined;
  /** `allowedValues` are compared without regard to case. */
  readonly ignoreCase?: boolean | undefined;
  /** Values worth offering where others are allowed, too. */
  readonly suggestedValues?: readonly (string | number)[] | undefined;
  readonly default?: string | number | boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly uniqueItems?: boolean | undefined;
  /** A regular expression, to be compiled with the flag `u`; not anchored unless it says so. */
  readonly pattern?: string | undefined;
  readonly deprecated?: boolean | undefined;
  /** A change makes a new resource. */
  readonly replacement: "never" | "sometimes" | "always";
  readonly relation?: Relation | undefined;
}

export interface AttributeSpec {
  readonly name: string;
  readonly type: PropertyType;
}

export interface ResourceTypeSpec {
  readonly name: string;
  /** Ranked first in completion. */
  readonly network: boolean;
  readonly properties: readonly PropertySpec[];
  readonly attributes: readonly AttributeSpec[];
  /** The identifier that `Ref` returns (`VpcId`, `PublicIp`); undefined where it has several parts. */
  readonly ref: string | undefined;
  /** The property that holds tags; undefined where the resource has none. */
  readonly tags: string | undefined;
}

export interface Spec {
  /** Full data of a network type; undefined for others. */
  type(name: string): ResourceTypeSpec | undefined;
  /** All type names, network ones first. */
  readonly typeNames: readonly string[];
  isKnownType(name: string): boolean;
  /** Properties at a path of property names inside a type (list indexes are left out); required first. */
  properties(typeName: string, path?: readonly string[]): readonly PropertySpec[];
  property(typeName: string, path: readonly string[]): PropertySpec | undefined;
  /** Attributes for `GetAtt`; also of types that are known by name only. */
  attributes(typeName: string): readonly AttributeSpec[];
  /** What the property at a path refers to. */
  relation(typeName: string, path: readonly string[]): Relation | undefined;
  /** AWS's documentation in English, of the type, one property or one attribute; undefined where there is none. */
  documentation(typeName: string, path?: readonly string[]): Promise<string | undefined>;
}

const NOTHING: CompactSpec = { format: 1, source: "", enums: [], relations: [], types: {}, others: {} };

/**
 * Reads `spec.json`. Data of another format gives a spec that knows no type.
 *
 * @param loadDocs reads `spec-docs.json`; called once, at the first question about documentation. A rejection means
 *   that there is no documentation.
 */
export function createSpec(data: unknown, loadDocs?: () => Promise<unknown>): Spec {
  const compact = isCompactSpec(data) ? data : NOTHING;
  const typeNames = [...Object.keys(compact.types), ...Object.keys(compact.others)];
  const types = memoised(readType);
  const nested = memoised((key: string) => {
    const [typeName = "", definition = ""] = key.split("#");
    return decodeProperties(own(own(compact.types, typeName)?.n ?? {}, definition) ?? {}, compact);
  });
  const otherAttributes = memoised((name: string) => decodeAttributeList(own(compact.others, name) ?? ""));
  let docs: Promise<unknown> | undefined;

  function readType(name: string): ResourceTypeSpec | undefined {
    const type = own(compact.types, name);
    if (type === undefined) return undefined;
    return {
      name,
      network: true,
      properties: decodeProperties(type.p, compact),
      attributes: decodeAttributes(type.a ?? {}),
      ref: type.ref,
      tags: type.tags,
    };
  }

  /** The properties at a path and, where the path leads into a nested type, that type's name. */
  function walk(
    typeName: string,
    path: readonly string[],
  ): { properties: readonly PropertySpec[]; definition: string; isNamed: boolean } {
    let properties = types(typeName)?.properties ?? [];
    let definition = "";
    // Below a map, the next name is one of the author's own.
    let isNamed = false;
    for (const name of path) {
      if (isNamed) {
        isNamed = false;
        continue;
      }
      const property = properties.find((candidate) => candidate.name === name);
      isNamed = property?.type.kind === "map";
      const type = property === undefined ? undefined : innermost(property.type);
      definition = type?.kind === "object" ? type.name : "";
      properties = definition === "" ? [] : nested(`${typeName}#${definition}`);
    }
    return { properties, definition, isNamed };
  }

  function property(typeName: string, path: readonly string[]): PropertySpec | undefined {
    const { properties, isNamed } = walk(typeName, path.slice(0, -1));
    if (isNamed) return undefined;
    return properties.find((candidate) => candidate.name === path.at(-1));
  }

  return {
    type: types,
    typeNames,
    isKnownType: (name) => Object.hasOwn(compact.types, name) || Object.hasOwn(compact.others, name),
    properties: (typeName, path = []) => {
      const { properties, isNamed } = walk(typeName, path);
      return isNamed ? [] : properties;
    },
    property,
    attributes: (typeName) => types(typeName)?.attributes ?? otherAttributes(typeName),
    relation: (typeName, path) => property(typeName, path)?.relation,
    async documentation(typeName, path = []) {
      docs ??= loadDocs?.().catch(() => undefined);
      const loaded = await docs;
      const texts = isCompactDocs(loaded) ? own(loaded, typeName) : undefined;
      if (texts === undefined) return undefined;
      if (path.length === 0) return own(texts, "");
      const name = path.at(-1) ?? "";
      const { definition } = walk(typeName, path.slice(0, -1));
      if (path.length > 1 && definition === "") return undefined;
      const key = definition === "" ? name : `${definition}.${name}`;
      return own(texts, key) ?? (path.length === 1 ? own(texts, `@${name}`) : undefined);
    },
  };
}

/** The type inside lists and maps. */
function innermost(type: PropertyType): PropertyType {
  return type.kind === "list" || type.kind === "map" ? innermost(type.item) : type;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function memoised<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
