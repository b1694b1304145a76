/** `.routewise.yaml` as a document in the editor: its problems and their cures, completion, hovers. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Position,
  type Range,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigProblem } from "../config/config.ts";
import { isConfigUri } from "../config/locations.ts";
import { parseConfig } from "../config/parse-config.ts";
import { type ConfigItem, configCompletions } from "../features/config/completion.ts";
import { configHover } from "../features/config/hover.ts";
import { toRange } from "./conversions.ts";
import { createLinks } from "./links.ts";
import type { Session } from "./session.ts";

/** The open document, where it is a `.routewise.yaml`. */
export function configDocument({ documents }: Session, uri: string): TextDocument | undefined {
  return isConfigUri(uri) ? documents.get(uri) : undefined;
}

/** What no schema can say: problems that we report even where another extension validates by ours. */
const beyondSchema: ReadonlySet<ConfigProblem["code"]> = new Set(["bad-pattern", "not-assumable"]);

function problemsOf(session: Session, document: TextDocument): readonly ConfigProblem[] {
  const { problems } = parseConfig(document.getText());
  return session.validatesConfig() ? problems.filter(({ code }) => beyondSchema.has(code)) : problems;
}

export function configDiagnostics(session: Session, document: TextDocument): Diagnostic[] {
  return problemsOf(session, document).map((problem) => toDiagnostic(session, document, problem));
}

function toDiagnostic(session: Session, document: TextDocument, problem: ConfigProblem): Diagnostic {
  return {
    range: toRange(document, problem.range),
    severity: problem.severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: "routewise",
    code: problem.code,
    message: problem.message[session.language()],
  };
}

/** Writes what was probably meant. */
export function configActions(session: Session, document: TextDocument, asked: Range): CodeAction[] {
  const [from, to] = [document.offsetAt(asked.start), document.offsetAt(asked.end)];
  return problemsOf(session, document).flatMap((problem) => {
    const { range, replacement } = problem;
    if (replacement === undefined || range.start > to || range.end < from) return [];
    const title = { en: `Change to ${replacement}`, ja: `${replacement} に変える` };
    return [
      {
        title: title[session.language()],
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(session, document, problem)],
        isPreferred: true,
        edit: { changes: { [document.uri]: [{ range: toRange(document, range), newText: replacement }] } },
      },
    ];
  });
}

export async function configCompletion(
  session: Session,
  document: TextDocument,
  position: Position,
): Promise<CompletionList> {
  if (session.validatesConfig()) return { isIncomplete: false, items: [] };
  const { knowledge } = await session.data;
  const context = { knowledge, language: session.language() };
  const found = configCompletions(document.getText(), document.offsetAt(position), context);
  const suggestAgain = session.client.options.commandLinks === true;
  return { isIncomplete: false, items: found.map((item, index) => toItem(item, index, document, suggestAgain)) };
}

const itemKinds = {
  key: CompletionItemKind.Property,
  name: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
} as const;

function toItem(item: ConfigItem, index: number, document: TextDocument, suggestAgain: boolean): CompletionItem {
  return {
    label: item.label,
    kind: itemKinds[item.kind],
    detail: item.detail,
    sortText: String(index).padStart(4, "0"),
    textEdit: { range: toRange(document, item.range), newText: item.text },
    ...(item.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: item.documentation },
    }),
    ...(item.goesOn && suggestAgain && { command: { title: "", command: "editor.action.triggerSuggest" } }),
  };
}

export async function hoverInConfig(
  session: Session,
  document: TextDocument,
  position: Position,
): Promise<Hover | null> {
  if (session.validatesConfig()) return null;
  const { knowledge } = await session.data;
  const links = createLinks(session.client.options);
  const context = { knowledge, language: session.language(), rulePage: links.rule };
  const found = configHover(document.getText(), document.offsetAt(position), context);
  return (
    (found && {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: toRange(document, found.range),
    }) ??
    null
  );
}
