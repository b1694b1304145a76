/** Code actions that make a finding go without repairing anything: in the document, or in the team's file. */
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CodeAction,
  CodeActionKind,
  CreateFile,
  type Diagnostic,
  type Range,
  TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Localized } from "../base/localized.ts";
import { configFileName } from "../config/config.ts";
import { setRule } from "../config/set-rule.ts";
import { ignoreFixes } from "../features/repair/ignore-fixes.ts";
import type { Finding } from "../rules/rule.ts";
import { type CodeActionContext, findingsIn, workspaceEdit } from "./code-actions.ts";
import { toTextEdit } from "./conversions.ts";

export interface IgnoreActionContext extends CodeActionContext {
  /** The `.routewise.yaml` in which the document's rules are set: with its text, or still to be made. */
  readonly config: { readonly uri: string; readonly text: string | undefined } | undefined;
  /** The version of that file where it is open. */
  readonly configVersion: number | null;
  /** Edits of the workspace may make files. */
  readonly createsFiles: boolean;
  /** What is found in what the program was synthesized to. */
  readonly synthesized: ReadonlyMap<Finding, Diagnostic>;
}

/** Never preferred, and to be listed behind all repairs. */
export function ignoreActions(
  context: IgnoreActionContext,
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  if (only && !only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix)) return [];
  const { snapshot, language } = context;
  const findings = [
    ...findingsIn(context, range),
    ...findingsIn(
      { ...context, snapshot: { document: snapshot.document, findings: [...context.synthesized.keys()] } },
      range,
    ),
  ];
  const diagnosticOf = (finding: Finding) => context.synthesized.get(finding) ?? context.diagnosticOf(finding);
  const inDocument = findings.flatMap((finding) =>
    ignoreFixes(snapshot, finding).map(({ title, edits }) => ({
      title: title[language],
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding)],
      edit: workspaceEdit(context, edits),
    })),
  );
  const inConfig = [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
    const edit = switchOff(context, rule);
    const of = findings.filter((finding) => finding.rule === rule);
    const diagnostics = of.map(diagnosticOf);
    return edit ? [{ title: switchOffTitle(rule)[language], kind: CodeActionKind.QuickFix, diagnostics, edit }] : [];
  });
  // Two findings of one rule on a line or in a resource are ignored by the same words.
  const titles = new Set<string>();
  return [...inDocument, ...inConfig].filter(({ title }) => !titles.has(title) && titles.add(title));
}

function switchOffTitle(rule: string): Localized {
  return { en: `Turn off ${rule} in ${configFileName}`, ja: `${configFileName} で ${rule} を無効にする` };
}

function switchOff({ config, ...context }: IgnoreActionContext, rule: string): WorkspaceEdit | undefined {
  if (!config) return undefined;
  const { uri, text } = config;
  const written = setRule(text ?? "", rule, "off");
  if (!written) return undefined;
  const edit = toTextEdit(TextDocument.create(uri, "yaml", 0, text ?? ""), written);
  if (text === undefined) {
    if (!context.createsFiles) return undefined;
    const create = CreateFile.create(uri, { ignoreIfExists: true });
    return { documentChanges: [create, TextDocumentEdit.create({ uri, version: null }, [edit])] };
  }
  return context.documentChanges
    ? { documentChanges: [TextDocumentEdit.create({ uri, version: context.configVersion }, [edit])] }
    : { changes: { [uri]: [edit] } };
}
