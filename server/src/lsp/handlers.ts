/** One short handler per request: look up the document, call the feature, convert the answer. */
import { type Connection, DocumentDiagnosticReportKind, MarkupKind } from "vscode-languageserver";
import { hover } from "../features/hover/hover.ts";
import { paragraphs } from "../features/markdown.ts";
import { registerAnnotations } from "./annotation-handlers.ts";
import { quickFixes } from "./code-actions.ts";
import { registerCompletion } from "./completion-handlers.ts";
import { configActions, configDocument, hoverInConfig } from "./config-documents.ts";
import { toRange } from "./conversions.ts";
import { diagnosticMaker, pullDiagnostics } from "./diagnostics.ts";
import { type FixAllContext, fixAllActions, fixAllData, resolveFixAll } from "./fix-all-actions.ts";
import type { Guarded } from "./guarded.ts";
import { type IgnoreActionContext, ignoreActions } from "./ignore-actions.ts";
import { createLinks } from "./links.ts";
import { registerNavigation } from "./navigation-handlers.ts";
import { registerOutline } from "./outline-handlers.ts";
import { type RefactoringContext, refactoringData, refactorings, resolveRefactoring } from "./refactoring-actions.ts";
import { registerReference } from "./reference-handlers.ts";
import { featuresOf, type Opened, opened, type Session } from "./session.ts";
import { registerStatus } from "./status-handlers.ts";
import { synthesizedFindings } from "./synthesized-diagnostics.ts";
import { hoverOverTemplates } from "./template-hover.ts";
import { registerWorkspace } from "./workspace-handlers.ts";

/** Gives the session to a handler, guarded. */
export type WithSession = <T>(
  name: string,
  fallback: T,
  token: Parameters<Guarded>[2],
  work: (session: Session) => T | Promise<T>,
) => Promise<T>;

export function registerHandlers(connection: Connection, session: Session): void {
  const withSession: WithSession = (name, fallback, token, work) =>
    session.guarded(name, fallback, token, () => work(session));

  connection.onHover(({ textDocument, position }, token) =>
    withSession("hover", null, token, async (session) => {
      if (!(await featuresOf(session)).hover) return null;
      const config = configDocument(session, textDocument.uri);
      if (config) return hoverInConfig(session, config, position);
      const found = await opened(session, textDocument.uri);
      if (!found) return null;
      const { spec, knowledge } = await session.data;
      const quotesAws = !(session.quotesAwsElsewhere() && isTemplateFile(found));
      const links = createLinks(session.client.options);
      const context = { spec, knowledge, language: session.language(), links, quotesAws };
      const offset = found.document.offsetAt(position);
      const [text, across] = await Promise.all([
        hover(found.snapshot, offset, context),
        hoverOverTemplates(session, found.snapshot, offset),
      ]);
      const range = text?.range ?? across?.range;
      return (
        range && {
          contents: { kind: MarkupKind.Markdown, value: paragraphs(across?.markdown, text?.markdown) },
          range: toRange(found.document, range),
        }
      );
    }).then((answer) => answer ?? null),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    withSession("code action", [], token, async (session) => {
      const config = configDocument(session, textDocument.uri);
      if (config) return configActions(session, config, range);
      const found = await opened(session, textDocument.uri);
      if (!found) return [];
      const actionContext = await fixAllContext(session, found);
      return [
        ...quickFixes(actionContext, range, context.only),
        ...fixAllActions(actionContext, range, context.only),
        ...refactorings(await refactoringContext(session, actionContext), range, context.only),
        ...ignoreActions(await ignoreContext(session, found, actionContext), range, context.only),
      ];
    }),
  );

  connection.onCodeActionResolve((action, token) =>
    withSession("code action resolve", action, token, async (session) => {
      const refactoring = refactoringData(action.data);
      const document = refactoring && (await opened(session, refactoring.uri));
      if (refactoring && document) {
        const context = await refactoringContext(session, await fixAllContext(session, document));
        return resolveRefactoring(action, context, refactoring);
      }
      const data = fixAllData(action.data);
      const found = data && (await opened(session, data.uri));
      return found ? resolveFixAll(action, await fixAllContext(session, found), data) : action;
    }),
  );

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    withSession("diagnostics", { kind: DocumentDiagnosticReportKind.Full, items: [] }, token, (session) =>
      pullDiagnostics(session, textDocument.uri, previousResultId),
    ),
  );

  registerAnnotations(connection, withSession);
  registerCompletion(connection, withSession);
  registerNavigation(connection, withSession);
  registerOutline(connection, withSession);
  registerReference(connection, withSession);
  registerStatus(connection, withSession);
  registerWorkspace(connection, withSession);
}

async function ignoreContext(session: Session, found: Opened, context: FixAllContext): Promise<IgnoreActionContext> {
  const { knowledge } = await session.data;
  const config = session.configs.target(context.snapshot.uri);
  const configVersion = (config && session.documents.get(config.uri)?.version) ?? null;
  const synthesized = synthesizedFindings(session, found, knowledge);
  return { ...context, config, configVersion, createsFiles: session.client.createsFiles, synthesized };
}

async function refactoringContext(session: Session, context: FixAllContext): Promise<RefactoringContext> {
  const { spec } = await session.data;
  return { ...context, spec };
}

async function fixAllContext(session: Session, found: Opened): Promise<FixAllContext> {
  const [store, { knowledge }] = await Promise.all([session.store, session.data]);
  return {
    ...found,
    language: session.language(),
    diagnosticOf: diagnosticMaker(found, session, knowledge),
    documentChanges: session.client.documentChanges,
    read: store.trial(found.snapshot),
    ruleTitle: (rule, language) => knowledge.rulePage(rule)?.title[language] ?? rule,
    lazy: session.client.lazyCodeActions,
  };
}

/** What AWS's language server serves: no programs, and nothing that is not a file. */
function isTemplateFile({ document, snapshot }: Opened): boolean {
  return document.uri.startsWith("file:") && (snapshot.languageId === "yaml" || snapshot.languageId === "json");
}
