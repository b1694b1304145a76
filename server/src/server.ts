/**
 * The language server on one connection: composes data, documents and handlers. The entries (`node.ts`, `browser.ts`)
 * make the connection and say where data comes from; nothing in here knows where it runs.
 */
import { type Connection, type InitializeParams, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type ConfigValidationParams, configValidationNotification } from "../../protocol/requests.ts";
import { settingsFor } from "./config/combine.ts";
import { capabilitiesFor, readAbilities } from "./lsp/capabilities.ts";
import { followConfigs } from "./lsp/configs.ts";
import { type DataSource, loadData } from "./lsp/data.ts";
import { createDiagnostics } from "./lsp/diagnostics.ts";
import { createGuarded, describeError } from "./lsp/guarded.ts";
import { type LateSession, registerHandlers } from "./lsp/handlers.ts";
import { createReaders } from "./lsp/readers.ts";
import type { Session } from "./lsp/session.ts";
import { followSettings } from "./lsp/settings.ts";
import { createDocumentStore } from "./workspace/document-store.ts";
import { defaultSettings } from "./workspace/settings.ts";

export const serverName = "Routewise";

/** Serves until the connection ends. */
export function serve(connection: Connection, source: DataSource): void {
  const documents = new TextDocuments(TextDocument);
  const late: LateSession = { session: undefined };

  connection.onInitialize((params) => {
    late.session = startSession(connection, documents, source, params);
    return { capabilities: capabilitiesFor(late.session.client), serverInfo: { name: serverName } };
  });
  registerHandlers(connection, late);
  documents.listen(connection);
  connection.listen();
}

function startSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  source: DataSource,
  params: InitializeParams,
): Session {
  const log = connection.console;
  const client = readAbilities(params);
  const data = loadData(source);
  let settings = defaultSettings(client.locale);
  let generation = 0;
  let validatesConfig = client.options.validatesConfig === true;
  const initialized = new Promise<void>((resolve) => connection.onInitialized(() => resolve()));

  /** Every document may have other findings now. */
  function settingsChanged(): void {
    generation++;
    void session.store.then((store) => {
      store.changeSettings(settings);
      diagnostics.allChanged(documents.all());
    });
  }

  const readers = createReaders(
    source,
    () => {
      generation++;
      void session.store.then((store) => {
        store.reset();
        diagnostics.allChanged(documents.all());
      });
    },
    log,
  );
  const settingsRead = followSettings(connection, client, log, initialized, (changed) => {
    settings = changed;
    settingsChanged();
  });
  const configs = followConfigs({
    connection,
    documents,
    client,
    log,
    source,
    params,
    initialized,
    onChange: settingsChanged,
  });
  connection.onNotification(configValidationNotification, ({ elsewhere }: ConfigValidationParams) => {
    validatesConfig = elsewhere;
    settingsChanged();
  });
  const session: Session = {
    connection,
    documents,
    client,
    log,
    guarded: createGuarded(log),
    data,
    store: Promise.all([data, settingsRead]).then(([{ spec }]) =>
      createDocumentStore(
        {
          spec,
          createReader: readers.create,
          settingsFor: (uri, current) => settingsFor(uri, configs.find(uri), current),
          onRuleFailure: (ruleId, error) => log.error(`rule ${ruleId}: ${describeError(error)}`),
        },
        settings,
      ),
    ),
    configs,
    validatesConfig: () => validatesConfig,
    settings: () => settings,
    generation: () => generation,
    language: () => settings.language,
  };
  session.store.catch((error) => connection.window.showErrorMessage(`Routewise cannot start: ${String(error)}`));
  const diagnostics = createDiagnostics(session);
  documents.onDidChangeContent(({ document }) => {
    configs.changed(document.uri);
    diagnostics.changed(document);
  });
  documents.onDidClose(({ document }) => {
    void session.store.then((store) => store.close(document.uri));
    diagnostics.closed(document.uri);
    // What was typed and not saved no longer counts.
    configs.changed(document.uri);
  });
  return session;
}
