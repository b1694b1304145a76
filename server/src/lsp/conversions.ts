/** Between our terms and the protocol's. Lines and columns come into being here and nowhere else. */

import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as ProtocolTextEdit,
  type Range,
} from "vscode-languageserver-types";
import type { Language } from "../base/localized.ts";
import type { TextEdit, TextRange } from "../base/span.ts";
import { isAboutIgnores } from "../features/repair/ignore-fixes.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

export function toRange(document: TextDocument, { start, end }: TextRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(document: TextDocument, edit: TextEdit): ProtocolTextEdit {
  return { range: toRange(document, edit.range), newText: edit.newText };
}

export const diagnosticSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const diagnosticTags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What a diagnostic needs beyond the finding. */
export interface DiagnosticContext {
  readonly snapshot: Snapshot;
  readonly document: TextDocument;
  readonly language: Language;
  /** Address of a rule's page. */
  readonly rulePage: (ruleId: string, language: Language) => string;
  /** Ids of the facts that a rule rests on. */
  readonly factsOf: (ruleId: string) => readonly string[];
  readonly relatedInformation: boolean;
}

export function toDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { snapshot, document, language } = context;
  const { layout } = snapshot.document;
  const codeDescription: CodeDescription | undefined = isAboutIgnores(finding)
    ? undefined
    : { href: context.rulePage(finding.rule, language) };
  const facts = context.factsOf(finding.rule);
  return {
    range: toRange(document, layout.rangeOf(finding.at)),
    severity: diagnosticSeverities[finding.severity],
    source: "routewise",
    code: finding.rule,
    ...(codeDescription && { codeDescription }),
    message: finding.message[language],
    ...(facts.length > 0 && { data: { facts } }),
    ...(finding.tags.length > 0 && { tags: finding.tags.map((tag) => diagnosticTags[tag]) }),
    ...(context.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map(({ at, message }) => ({
          location: { uri: snapshot.uri, range: toRange(document, layout.rangeOf(at)) },
          message: message[language],
        })),
      }),
  };
}
