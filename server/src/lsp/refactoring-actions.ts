/** Refactorings at a selection, as code actions. */
import type { CodeAction, Range } from "vscode-languageserver-types";
import type { CodeActionContext } from "./code-actions.ts";

/** Kinds that the server announces. */
export const refactoringKinds: readonly string[] = [];

export function refactorings(
  _context: CodeActionContext,
  _range: Range,
  _only: readonly string[] | undefined,
): CodeAction[] {
  return [];
}
