/** Refactorings at a selection, as code actions. What they change is worked out when one is chosen. */
import type { CodeAction, Range } from "vscode-languageserver-types";
import type { Refactoring } from "../features/refactoring/refactoring.ts";
import { selectionAt } from "../features/refactoring/refactoring.ts";
import { refactoringsAt } from "../features/refactoring/refactorings.ts";
import type { Spec } from "../spec/spec.ts";
import { refactoringKinds } from "./capabilities.ts";
import { type CodeActionContext, workspaceEdit } from "./code-actions.ts";

export interface RefactoringContext extends CodeActionContext {
  readonly spec: Spec;
  /** The client asks for the edits of an action when it is chosen. */
  readonly lazy: boolean;
}

/** What an action carries until it is resolved. */
export interface RefactoringData {
  readonly uri: string;
  readonly refactoring: string;
  /** Where it was asked for. */
  readonly offset: number;
  /** Of the document then. */
  readonly version: number;
}

export function refactorings(
  context: RefactoringContext,
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  if (only && !only.some((asked) => refactoringKinds.some((kind) => includes(asked, kind)))) return [];
  const { snapshot, document, language } = context;
  const offset = document.offsetAt(range.start);
  return refactoringsAt(selectionAt(snapshot, context.spec, offset)).flatMap((refactoring) => {
    const { id, kind, title } = refactoring;
    if (only && !only.some((asked) => includes(asked, kind))) return [];
    const action: CodeAction = { title: title[language], kind };
    if (!context.lazy) return withEdit(context, action, refactoring);
    const data: RefactoringData = { uri: snapshot.uri, refactoring: id, offset, version: snapshot.version };
    return [{ ...action, data }];
  });
}

/** The action with its edits; without them where the document is another one by now. */
export function resolveRefactoring(action: CodeAction, context: RefactoringContext, data: RefactoringData): CodeAction {
  if (data.version !== context.snapshot.version) return action;
  const offered = refactoringsAt(selectionAt(context.snapshot, context.spec, data.offset));
  const chosen = offered.find(({ id }) => id === data.refactoring);
  return (chosen && withEdit(context, action, chosen)[0]) ?? action;
}

/** What a refactoring carries; undefined for any other action. */
export function refactoringData(data: unknown): RefactoringData | undefined {
  if (typeof data !== "object" || data === null || !("uri" in data) || !("refactoring" in data)) return undefined;
  if (!("offset" in data) || !("version" in data)) return undefined;
  const { uri, refactoring, offset, version } = data;
  return typeof uri === "string" &&
    typeof refactoring === "string" &&
    typeof offset === "number" &&
    typeof version === "number"
    ? { uri, refactoring, offset, version }
    : undefined;
}

function withEdit(context: RefactoringContext, action: CodeAction, refactoring: Refactoring): CodeAction[] {
  const edits = context.snapshot.document.render(refactoring.edits());
  return edits ? [{ ...action, edit: workspaceEdit(context, edits) }] : [];
}

/** Kinds are hierarchical: `refactor` asks for `refactor.extract`, too. */
function includes(asked: string, kind: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}
