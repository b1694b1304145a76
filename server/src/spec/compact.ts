/**
 * The file format between `tools/generate-spec.ts` and `createSpec`: short keys, because it is read at every start.
 *
 * A type is written as a string: `s` string, `n` number, `i` integer, `b` boolean, `j` JSON, `t` timestamp,
 * `[X` list of X, `{X` map to X, `#Name` nested property type. A property that has a type and nothing else is that
 * string. Enums and relations are numbers into the tables at the top, since many properties share them.
 */

export interface CompactProperty {
  /** Type. */
  readonly t: string;
  /** Required. */
  readonly r?: 1;
  /** Replacement on update: 1 sometimes, 2 always. */
  readonly u?: 1 | 2;
  /** Allowed values: index into `CompactSpec.enums`. */
  readonly e?: number;
  /** The allowed values are compared without regard to case. */
  readonly ic?: 1;
  /** Values worth offering where others are allowed, too: index into `CompactSpec.enums`. */
  readonly s?: number;
  /** What the property refers to: index into `CompactSpec.relations`. */
  readonly l?: number;
  readonly d?: string | number | boolean;
  readonly min?: number;
  readonly max?: number;
  readonly minLen?: number;
  readonly maxLen?: number;
  readonly minN?: number;
  readonly maxN?: number;
  readonly uniq?: 1;
  readonly p?: string;
  readonly dep?: 1;
}

export type CompactProperties = Readonly<Record<string, CompactProperty | string>>;

export interface CompactType {
  readonly p: CompactProperties;
  /** Nested property types by name. */
  readonly n?: Readonly<Record<string, CompactProperties>>;
  /** Attributes and their types. */
  readonly a?: Readonly<Record<string, string>>;
  /** The identifier that `Ref` returns. */
  readonly ref?: string;
  /** The property that holds tags. */
  readonly tags?: string;
}

export interface CompactRelation {
  /** `AWS::EC2::VPC` is written with `Ref`, `AWS::EC2::EIP.AllocationId` with `GetAtt`; preferred ones first. */
  readonly to: readonly string[];
  readonly params?: readonly string[];
}

export interface CompactSpec {
  readonly format: 1;
  /** Where the data comes from, with the version. */
  readonly source: string;
  readonly enums: readonly (readonly (string | number)[])[];
  readonly relations: readonly CompactRelation[];
  readonly types: Readonly<Record<string, CompactType>>;
  /** Types known by name, with their attributes parted by spaces, `name:type` where the type is no string. */
  readonly others: Readonly<Record<string, string>>;
}

/** Documentation by resource type, then by place: empty for the type itself, `Property`, `Nested.Property`, `@Attribute`. */
export type CompactDocs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Whether the value is a spec of the format that this version reads. */
export function isCompactSpec(value: unknown): value is CompactSpec {
  return typeof value === "object" && value !== null && "format" in value && value.format === 1 && "types" in value;
}

/** Whether the value can be documentation; its content is text that is only shown. */
export function isCompactDocs(value: unknown): value is CompactDocs {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
