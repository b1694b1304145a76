import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConstraintTable } from "./constraints.ts";

/** One file of `spec/patches`: what the resource data lacks or says wrong, and why we know better. */
export interface Patch {
  readonly reason: string;
  readonly source: string;
  readonly checked: string;
  /**
   * What properties refer to, by resource type and `Property` or `Definition.Property`; replaces what the data says.
   * A target is a resource type (`Ref`) or a type with an attribute (`AWS::EC2::EIP.AllocationId`, `GetAtt`).
   */
  readonly relations?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The same for every property of this name that has no relation otherwise. */
  readonly relationsByName?: Readonly<Record<string, readonly string[]>>;
  /** Ways of writing the identity of a resource that mean the same, preferred first; `Ref` stands for `Ref`. */
  readonly identities?: Readonly<Record<string, readonly string[]>>;
  /** Targets that fit wherever the resource does. */
  readonly alsoFrom?: Readonly<Record<string, readonly string[]>>;
  /** Types that the data lacks; known by name only. */
  readonly types?: readonly string[];
  /** Parameter types by the resource type whose identity they carry, or by property name where there is no resource. */
  readonly parameterTypes?: Readonly<Record<string, string>>;
  readonly parameterTypesByName?: Readonly<Record<string, string>>;
  /** Facts about values that neither the data nor the generated constraints hold. */
  readonly constraints?: ConstraintTable;
}

/** Reads every file of a patches folder in name order. */
export async function readPatches(folder: string): Promise<Patch[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map(async (name): Promise<Patch> => JSON.parse(await readFile(join(folder, name), "utf8"))));
}
