/** What the format of a template knows of a key: what it is for, what stands below it, which values it takes. */
import type { Localized } from "../../base/localized.ts";

/** What kind of value follows a key: quoted text, a number or boolean, a list, a list of objects, an object. */
export type ValueShape = "text" | "bare" | "list" | "list-of-objects" | "object";

export interface FormatValue {
  readonly value: string | boolean | number;
  readonly text?: Localized | undefined;
  /** What applies where the key is left out. */
  readonly isDefault?: true;
}

/** What a value may be made of. Without it only literals stand there. */
export type Takes =
  /** Any value with functions and references. */
  | "value"
  /** A condition: true or false. */
  | "condition"
  /** A condition of a rule, which knows only parameters. */
  | "rule-condition"
  /** The name of a parameter, each once. */
  | "parameter"
  /** A default, or a value that a parameter allows. */
  | "parameter-value"
  | "mapping-value";

export interface FormatNode {
  readonly text: Localized;
  readonly shape: ValueShape;
  readonly required?: true;
  /** The keys below it; of each item, where it is a list of objects. */
  readonly keys?: Readonly<Record<string, FormatNode>>;
  /** What is below names that the author chooses. */
  readonly named?: FormatNode;
  /** Those names are the names of parameters. */
  readonly namedAfter?: "parameters";
  readonly values?: readonly FormatValue[];
  readonly takes?: Takes;
  /** A usual value, in snippet syntax. */
  readonly usual?: string;
  /** Resource types, or types of parameters, that take it; undefined: all. */
  readonly onlyFor?: readonly string[];
  /** Needs this transform. */
  readonly transform?: string;
}

export function text(en: string, ja: string): Localized {
  return { en, ja };
}

/** `true` and `false`, one of them the default. */
export function booleans(fallback?: boolean): readonly FormatValue[] {
  return [true, false].map((value) => ({ value, ...(value === fallback && { isDefault: true }) }));
}
