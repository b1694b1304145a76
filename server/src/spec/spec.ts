/** Typed look-ups over the resource data that `tools/generate-spec.ts` makes at build. Immutable; knows no document. */

export type Primitive = "string" | "number" | "integer" | "boolean" | "json" | "timestamp";

export type PropertyType =
  | { readonly kind: "primitive"; readonly type: Primitive }
  | { readonly kind: "list"; readonly item: PropertyType }
  | { readonly kind: "map"; readonly item: PropertyType }
  /** A nested property type, by name; its properties come from `Spec.properties(type, path)`. */
  | { readonly kind: "object"; readonly name: string };

/** What a property may refer to. */
export interface Relation {
  /** Resource types whose identity the property takes. */
  readonly types: readonly string[];
  /** Undefined: `Ref`; else the attribute for `GetAtt`. Per type. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Parameter types that carry it: `AWS::EC2::VPC::Id`, `List<AWS::EC2::Subnet::Id>`. */
  readonly parameterTypes: readonly string[];
}

export interface PropertySpec {
  readonly name: string;
  readonly required: boolean;
  readonly type: PropertyType;
  readonly allowedValues?: readonly (string | number)[] | undefined;
  readonly default?: string | number | boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly pattern?: string | undefined;
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
  attributes(typeName: string): readonly AttributeSpec[];
  /** AWS's documentation in English, of the type or one property; undefined where there is none. */
  documentation(typeName: string, path?: readonly string[]): Promise<string | undefined>;
}
