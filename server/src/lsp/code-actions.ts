/** Quick fixes of the findings under a range, as code actions. Taken from the snapshot, never from messages. */

import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Language } from "../base/localized.ts";
import type { TextEdit, TextRange } from "../base/span.ts";
import type { Finding } from "../rules/rule.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { toTextEdit } from "./conversions.ts";

export interface CodeActionContext {
  readonly snapshot: Snapshot;
  readonly document: TextDocument;
  readonly language: Language;
  /** Makes the diagnostic that belongs to a finding. */
  readonly diagnosticOf: (finding: Finding) => Diagnostic;
  /** The client takes edits with the version they were made for. */
  readonly documentChanges: boolean;
}

export function quickFixes(
  context: CodeActionContext,
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  if (only && !only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix)) return [];
  return findingsIn(context, range).flatMap((finding) => fixesOf(finding, context));
}

function fixesOf(finding: Finding, { snapshot, document, language, ...context }: CodeActionContext): CodeAction[] {
  return finding.fixes().flatMap((fix) => {
    const edits = snapshot.document.render(fix.edits);
    if (!edits) return [];
    return [
      {
        title: fix.title[language],
        kind: CodeActionKind.QuickFix,
        diagnostics: [context.diagnosticOf(finding)],
        ...(fix.preferred && { isPreferred: true }),
        edit: workspaceEdit({ snapshot, document, ...context }, edits),
      },
    ];
  });
}

/** Edits of the snapshot's document, with its version where the client takes one. */
export function workspaceEdit(
  { snapshot, document, documentChanges }: Pick<CodeActionContext, "snapshot" | "document" | "documentChanges">,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(document, edit));
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri: snapshot.uri, version: snapshot.version }, edits: textEdits }] }
    : { changes: { [snapshot.uri]: textEdits } };
}

/** The findings that touch a range of the document. */
export function findingsIn(
  {
    snapshot,
    document,
  }: { readonly snapshot: Pick<Snapshot, "document" | "findings">; readonly document: TextDocument },
  range: Range,
) {
  const asked: TextRange = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const { layout } = snapshot.document;
  return snapshot.findings.filter((finding) => intersects(layout.rangeOf(finding.at), asked));
}

function intersects(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
