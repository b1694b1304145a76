import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What may stand in one property: facts about values, apart from the property's type. */
export interface Constraint {
  readonly enum?: readonly (string | number)[];
  /** The values are compared without regard to case. */
  readonly ignoreCase?: boolean;
  readonly pattern?: string;
  /** A named format of the resource schema, e.g. `AWS::EC2::Subnet.Id`, `ipv4-network`. */
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly default?: string | number | boolean;
  /** Values worth offering where others are allowed, too. */
  readonly suggest?: readonly (string | number)[];
}

/** Constraints by resource type, then by `Property` or, for nested types, `Definition.Property`. */
export type ConstraintTable = Readonly<Record<string, Readonly<Record<string, Constraint>>>>;

/** One file of `spec/constraints`. */
export interface ConstraintFile {
  readonly source: string;
  readonly checked: string;
  readonly types: ConstraintTable;
}

/** Reads every file of a constraints folder, in name order, so that later files win. */
export async function readConstraints(folder: string): Promise<ConstraintFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name): Promise<ConstraintFile> => JSON.parse(await readFile(join(folder, name), "utf8"))),
  );
}
