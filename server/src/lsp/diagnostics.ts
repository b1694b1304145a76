/**
 * When diagnostics are made and sent: pulled where the client can pull; else pushed, a short while after the last
 * change, and only if the version is still the one that was read.
 */
import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Finding } from "../rules/rule.ts";
import { configDiagnostics, configDocument } from "./config-documents.ts";
import { toDiagnostic } from "./conversions.ts";
import { describeError } from "./guarded.ts";
import { createLinks } from "./links.ts";
import { type Opened, opened, type Session } from "./session.ts";
import { synthesizedDiagnostics } from "./synthesized-diagnostics.ts";

/** Long enough that a word is typed in one go, short enough to feel immediate. */
const pushDelayMs = 120;

export interface DiagnosticsScheduler {
  /** A document was opened or changed. */
  changed(document: TextDocument): void;
  closed(uri: string): void;
  /** Everything may be different now (settings, a parser that arrived). */
  allChanged(documents: readonly TextDocument[]): void;
}

/** The scheduler that fits the client. */
export function createDiagnostics(session: Session): DiagnosticsScheduler {
  return session.client.pullDiagnostics ? createPullScheduler(session) : createPushScheduler(session);
}

/** Makes the protocol's diagnostic of a finding. */
export function diagnosticMaker(
  { document, snapshot }: Opened,
  session: Session,
  knowledge: Knowledge,
): (finding: Finding) => Diagnostic {
  const links = createLinks(session.client.options);
  const context = {
    snapshot,
    document,
    language: session.language(),
    rulePage: links.rule,
    factsOf: (rule: string) => knowledge.factsOfRule(rule).map(({ id }) => id),
    relatedInformation: session.client.relatedInformation,
  };
  return (finding) => toDiagnostic(finding, context);
}

/** All diagnostics of a document; none where it is nothing of ours. */
async function diagnosticsOf(session: Session, uri: string): Promise<Diagnostic[]> {
  const config = configDocument(session, uri);
  if (config) return configDiagnostics(session, config);
  const found = await opened(session, uri);
  if (!found) return [];
  const { knowledge } = await session.data;
  const synthesized = synthesizedDiagnostics(session, found, knowledge);
  const findings = found.snapshot.findings.filter((finding) => !synthesized.hides(finding));
  return [...findings.map(diagnosticMaker(found, session, knowledge)), ...synthesized.diagnostics];
}

/** For clients that pull: they ask again by themselves after a change, and are told when settings change. */
function createPullScheduler({ connection, client, log }: Session): DiagnosticsScheduler {
  return {
    changed() {},
    closed() {},
    allChanged() {
      if (!client.diagnosticRefresh) return;
      connection.languages.diagnostics.refresh().catch((error) => log.warn(`diagnostics: ${describeError(error)}`));
    },
  };
}

function createPushScheduler(session: Session): DiagnosticsScheduler {
  const { connection, documents, log } = session;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  async function push(uri: string): Promise<void> {
    timers.delete(uri);
    try {
      const version = documents.get(uri)?.version;
      const diagnostics = await diagnosticsOf(session, uri);
      if (version === undefined || documents.get(uri)?.version !== version) return;
      await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      log.error(`diagnostics: ${describeError(error)}`);
    }
  }

  function schedule(uri: string, delay: number): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => void push(uri), delay),
    );
  }

  return {
    changed: ({ uri }) => schedule(uri, pushDelayMs),
    closed(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      connection
        .sendDiagnostics({ uri, diagnostics: [] })
        .catch((error) => log.warn(`diagnostics: ${describeError(error)}`));
    },
    allChanged(all) {
      for (const { uri } of all) schedule(uri, 0);
    },
  };
}

/** Answers a pull; says "as before" where the client already has this very result. */
export async function pullDiagnostics(
  session: Session,
  uri: string,
  previousResultId: string | undefined,
): Promise<DocumentDiagnosticReport> {
  const version = session.documents.get(uri)?.version;
  const resultId = `${version}:${session.generation()}`;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnosticsOf(session, uri) };
}
