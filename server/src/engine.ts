/**
 * All of the server behind the connection: data, documents, settings, handlers. A bundle of its own, loaded when the
 * client's first message is answered: reading a megabyte of code takes longer than all that is asked for until then.
 */
import type { Connection, InitializeParams, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type AwsQuotesParams,
  awsQuotesNotification,
  type ConfigValidationParams,
  configValidationNotification,
  type SynthesizedParams,
  synthesizedNotification,
} from "../../protocol/requests.ts";
import { settingsFor } from "./config/combine.ts";
import { refreshAnnotations } from "./lsp/annotation-handlers.ts";
import type { ClientAbilities } from "./lsp/capabilities.ts";
import { followConfigs } from "./lsp/configs.ts";
import { type DataSource, loadData } from "./lsp/data.ts";
import { createDiagnostics } from "./lsp/diagnostics.ts";
import { createGuarded, describeError } from "./lsp/guarded.ts";
import { registerHandlers } from "./lsp/handlers.ts";
import { createReaders } from "./lsp/readers.ts";
import type { Session } from "./lsp/session.ts";
import { followSettings } from "./lsp/settings.ts";
import { followTemplates } from "./lsp/stored-templates.ts";
import { followSynthesized } from "./lsp/synthesized-output.ts";
import { followWorkspaceFiles } from "./lsp/workspace-files.ts";
import { createDocumentStore } from "./workspace/document-store.ts";
import { createParameterFiles } from "./workspace/parameter-files.ts";
import { defaultSettings } from "./workspace/settings.ts";

/** What the client has said of itself, and what the connection has. */
export interface EngineStart {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly source: DataSource;
  readonly params: InitializeParams;
  readonly client: ClientAbilities;
  /** Resolves when the client may be asked. */
  readonly initialized: Promise<void>;
}

/** Registers everything. Called once, before the client can have asked for more than `initialize`. */
export function startEngine(start: EngineStart): void {
  registerHandlers(start.connection, startSession(start));
}

function startSession({ connection, documents, source, params, client, initialized }: EngineStart): Session {
  const log = connection.console;
  const data = loadData(source);
  let settings = defaultSettings(client.locale);
  let generation = 0;
  let validatesConfig = client.options.validatesConfig === true;
  let quotesAwsElsewhere = client.options.quotesAwsElsewhere === true;

  /** Told to the client once the store gives the new answers. */
  function everythingChanged(): void {
    diagnostics.allChanged(documents.all());
    refreshAnnotations(session);
  }

  /** Every document may have other findings now. */
  function settingsChanged(): void {
    generation++;
    session.synthesized.readAgain();
    void session.store.then((store) => {
      store.changeSettings(settings);
      everythingChanged();
    });
  }

  const readers = createReaders(
    source,
    () => {
      generation++;
      void session.store.then((store) => {
        store.reset();
        everythingChanged();
      });
    },
    log,
  );
  const settingsRead = followSettings(connection, client, log, initialized, (changed) => {
    settings = changed;
    settingsChanged();
  });
  const files = followWorkspaceFiles({ connection, client, log, source, params, initialized });
  const configs = followConfigs({ documents, log, files, onChange: settingsChanged });
  const parameterFiles = createParameterFiles({
    read: async (uri) => documents.get(uri)?.getText() ?? files.read(uri),
    roots: () => files.roots(),
    choices: () => settings.parameterFiles,
    follow: (uri) => files.watch(`**/${decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1))}`),
    onChange: settingsChanged,
  });
  files.onChange((uri) => parameterFiles.changed(uri));
  const synthesized = followSynthesized({
    connection,
    files,
    log,
    isEnabled: () => settings.cdk && settings.synthesizedOutput && settings.features.diagnostics,
    async check(uri, text, { folder }) {
      // As if it lay beside the app's programs: who leaves `cdk.out` out of the checks does not mean these.
      const address = `${folder}/${uri.slice(uri.lastIndexOf("/") + 1)}`;
      await Promise.all([configs.load(address), parameterFiles.load(address)]);
      const store = await session.store;
      const snapshot = store.snapshot({ uri: address, languageId: "json", version: 0, getText: () => text });
      // It was never opened, so nobody would close it.
      store.close(address);
      return snapshot;
    },
    onChange() {
      generation++;
      diagnostics.allChanged(documents.all());
    },
  });
  connection.onNotification(synthesizedNotification, ({ folder }: SynthesizedParams) =>
    synthesized.synthesized(folder),
  );
  connection.onNotification(configValidationNotification, ({ elsewhere }: ConfigValidationParams) => {
    validatesConfig = elsewhere;
    settingsChanged();
  });
  connection.onNotification(awsQuotesNotification, ({ elsewhere }: AwsQuotesParams) => {
    quotesAwsElsewhere = elsewhere;
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
          settingsFor: (uri, current) => {
            const found = settingsFor(uri, configs.find(uri), current, parameterFiles.find(uri)?.values);
            // A fix without its finding would puzzle, so both go.
            return current.features.diagnostics ? found : { ...found, ignored: true };
          },
          onRuleFailure: (ruleId, error) => log.error(`rule ${ruleId}: ${describeError(error)}`),
        },
        settings,
      ),
    ),
    configs,
    files,
    templates: followTemplates(connection, files),
    parameterFiles,
    synthesized,
    validatesConfig: () => validatesConfig,
    quotesAwsElsewhere: () => quotesAwsElsewhere,
    settings: () => settings,
    generation: () => generation,
    language: () => settings.language,
  };
  session.store.catch((error) => connection.window.showErrorMessage(`Routewise cannot start: ${String(error)}`));
  const diagnostics = createDiagnostics(session);
  documents.onDidChangeContent(({ document }) => {
    configs.changed(document.uri);
    parameterFiles.changed(document.uri);
    diagnostics.changed(document);
  });
  documents.onDidOpen(({ document }) => synthesized.opened(document.uri));
  documents.onDidClose(({ document }) => {
    void session.store.then((store) => store.close(document.uri));
    diagnostics.closed(document.uri);
    // What was typed and not saved no longer counts.
    configs.changed(document.uri);
    parameterFiles.changed(document.uri);
  });
  return session;
}
