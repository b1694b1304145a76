/** Quick fixes of the findings under a range, as code actions. Taken from the snapshot, never from messages. */

import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from "vscode-languageserver-types";
import type { Language } from "../base/localized.ts";
import type { TextRange } from "../base/span.ts";
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
  const asked: TextRange = {
    start: context.document.offsetAt(range.start),
    end: context.document.offsetAt(range.end),
  };
  const { layout } = context.snapshot.document;
  return context.snapshot.findings
    .filter((finding) => intersects(layout.rangeOf(finding.at), asked))
    .flatMap((finding) => fixesOf(finding, context));
}

function fixesOf(finding: Finding, { snapshot, document, language, ...context }: CodeActionContext): CodeAction[] {
  return finding.fixes().flatMap((fix) => {
    const edits = snapshot.document.render(fix.edits);
    if (!edits) return [];
    const textEdits = edits.map((edit) => toTextEdit(document, edit));
    return [
      {
        title: fix.title[language],
        kind: CodeActionKind.QuickFix,
        diagnostics: [context.diagnosticOf(finding)],
        ...(fix.preferred && { isPreferred: true }),
        edit: context.documentChanges
          ? {
              documentChanges: [{ textDocument: { uri: snapshot.uri, version: snapshot.version }, edits: textEdits }],
            }
          : { changes: { [snapshot.uri]: textEdits } },
      },
    ];
  });
}

function intersects(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
