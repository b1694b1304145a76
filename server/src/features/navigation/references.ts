/** Where a name is used. */
import type { TextRange } from "../../base/span.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameAt, ownVariableAt, placesOf } from "./names-at.ts";

export interface Reference {
  readonly range: TextRange;
  readonly isDeclaration: boolean;
}

/** All places of the name at the offset, its declaration included; also where nothing declares it. */
export function references(snapshot: Snapshot, offset: number): readonly Reference[] {
  const found = nameAt(snapshot, offset);
  if (found) {
    return placesOf(snapshot, found.occurrence).map(({ occurrence, range }) => ({
      range,
      isDeclaration: occurrence.role === "declaration",
    }));
  }
  const variable = ownVariableAt(snapshot, offset);
  if (!variable) return [];
  return [
    { range: variable.declaration, isDeclaration: true },
    ...variable.uses.map((range) => ({ range, isDeclaration: false })),
  ];
}
