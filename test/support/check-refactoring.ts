/** Refactorings in marked texts: `$0` is the cursor. */
import type { Language } from "../../server/src/base/localized.ts";
import { type Refactoring, selectionAt } from "../../server/src/features/refactoring/refactoring.ts";
import { refactoringsAt } from "../../server/src/features/refactoring/refactorings.ts";
import { applyEdits } from "./apply-edits.ts";
import { type MarkedSnapshot, snapshotOf, spec } from "./snapshot.ts";

function offeredIn({ snapshot, cursor }: MarkedSnapshot): readonly Refactoring[] {
  return refactoringsAt(selectionAt(snapshot, spec, cursor));
}

function read(marked: string): MarkedSnapshot {
  return snapshotOf(marked, marked.trimStart().startsWith("{") ? "json" : "yaml");
}

/** The titles of what is offered, in the order of the editor. */
export function refactoringTitles(marked: string, language: Language = "en"): readonly string[] {
  return offeredIn(read(marked)).map(({ title }) => title[language]);
}

/** The text that the refactoring with this id makes. Fails where it is not offered or cannot be written. */
export function refactored(marked: string, id: string): string {
  const document = read(marked);
  const offered = offeredIn(document);
  const chosen = offered.find((each) => each.id === id);
  const edits = chosen && document.snapshot.document.render(chosen.edits());
  if (!edits) throw new Error(`No ${id}. Offered: ${offered.map((each) => each.id).join(", ") || "nothing"}`);
  return applyEdits(document.text, edits);
}

export function isOffered(marked: string, id: string): boolean {
  return offeredIn(read(marked)).some((each) => each.id === id);
}
