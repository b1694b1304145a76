/** Between our terms and the protocol's. Lines and columns come into being here and nowhere else. */

import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
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

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

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
  return makeDiagnostic({
    range: toRange(document, layout.rangeOf(finding.at)),
    severity: finding.severity,
    source: ownSource,
    rule: finding.rule,
    page: isAboutIgnores(finding) ? undefined : context.rulePage(finding.rule, language),
    message: finding.message[language],
    facts: context.factsOf(finding.rule),
    tags: finding.tags,
    related: context.relatedInformation
      ? finding.related.map(({ at, message }) => ({
          location: { uri: snapshot.uri, range: toRange(document, layout.rangeOf(at)) },
          message: message[language],
        }))
      : [],
  });
}

/** The source of what our own rules find. */
export const ownSource = "routewise";

/** A diagnostic in our terms; what is empty is left out. */
export interface DiagnosticParts {
  readonly range: Range;
  readonly severity: Severity;
  readonly source: string;
  readonly rule: string;
  /** Address of the rule's page. */
  readonly page: string | undefined;
  readonly message: string;
  /** Ids of the facts that it rests on. */
  readonly facts: readonly string[];
  readonly tags: Finding["tags"];
  readonly related: DiagnosticRelatedInformation[];
}

export function makeDiagnostic(parts: DiagnosticParts): Diagnostic {
  const { range, source, message, rule, page, facts, related } = parts;
  return {
    range,
    severity: severities[parts.severity],
    source,
    ...(rule !== "" && { code: rule }),
    ...(page !== undefined && { codeDescription: { href: page } }),
    message,
    ...(facts.length > 0 && { data: { facts } }),
    ...(parts.tags.length > 0 && { tags: parts.tags.map((tag) => tags[tag]) }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}
