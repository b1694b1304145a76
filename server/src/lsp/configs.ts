/** Where the `.routewise.yaml` files come from: what is open, else the client's file system, else the server's own. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type ReadFileParams, type ReadFileResult, readFileRequest } from "../../../protocol/requests.ts";
import { configFileName } from "../config/config.ts";
import { type ConfigFiles, createConfigFiles } from "../workspace/config-files.ts";
import type { ClientAbilities } from "./capabilities.ts";
import type { DataSource } from "./data.ts";
import { describeError, type Log } from "./guarded.ts";

export interface ConfigSurroundings {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: ClientAbilities;
  readonly log: Log;
  readonly source: DataSource;
  readonly params: InitializeParams;
  /** Resolves when the client may be asked. */
  readonly initialized: Promise<void>;
  onChange(): void;
}

/** The files, followed over changes in the editor, on disk and of the workspace's folders. */
export function followConfigs(surroundings: ConfigSurroundings): ConfigFiles {
  const { connection, documents, client, log, source, params, initialized, onChange } = surroundings;
  let roots = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  if (roots.length === 0 && params.rootUri) roots = [params.rootUri];

  async function readStored(uri: string): Promise<string | undefined> {
    try {
      if (!client.options.readsFiles) return await source.readFile?.(uri);
      await initialized;
      const asked: ReadFileParams = { uri };
      return (await connection.sendRequest<ReadFileResult>(readFileRequest, asked)) ?? undefined;
    } catch (error) {
      log.warn(`${uri}: ${describeError(error)}`);
      return undefined;
    }
  }

  const files = createConfigFiles({
    read: async (uri) => documents.get(uri)?.getText() ?? readStored(uri),
    roots: () => roots,
    onChange,
    onBroken: (uri) => log.warn(`${uri} is no YAML; what it said before counts on, if there was anything.`),
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) files.changed(uri);
  });
  void initialized.then(() => {
    if (client.watchesFiles) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${configFileName}` }] })
        .catch((error) => log.warn(`${configFileName}: ${describeError(error)}`));
    }
    if (!client.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      roots = [...roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      files.rootsChanged();
    });
  });
  return files;
}
