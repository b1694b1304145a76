/** The files and folders of the workspace, from the client where it hands them out, else from the server's own disk. */
import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from "vscode-languageserver";
import {
  type FileTimesParams,
  type FileTimesResult,
  type FindFilesParams,
  type FindFilesResult,
  fileTimesRequest,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from "../../../protocol/requests.ts";
import type { ClientAbilities } from "./capabilities.ts";
import type { DataSource, FileSearch } from "./data.ts";
import { describeError, type Log } from "./guarded.ts";

export interface WorkspaceFilesContext {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly log: Log;
  readonly source: DataSource;
  readonly params: InitializeParams;
  /** Resolves when the client may be asked. */
  readonly initialized: Promise<void>;
}

/** What is missing or cannot be read comes as nothing, never as an error. */
export interface WorkspaceFiles {
  /** URIs of the workspace's folders. */
  roots(): readonly string[];
  /**
   * The text of a file, unsaved changes left out.
   *
   * @param mostBytes larger files count as missing
   */
  read(uri: string, mostBytes?: number): Promise<string | undefined>;
  /** Addresses of files in the workspace's folders. */
  find(search: FileSearch): Promise<readonly string[]>;
  /** When files were last written, in milliseconds since 1970. */
  times(uris: readonly string[]): Promise<readonly (number | undefined)[]>;
  /** Asks the client to tell of changes of such files. */
  watch(globPattern: string): void;
  /** Tells of each file that the client says has changed. */
  onChange(listener: (uri: string) => void): void;
  onRootsChange(listener: () => void): void;
}

export function followWorkspaceFiles(context: WorkspaceFilesContext): WorkspaceFiles {
  const { connection, client, log, source, params, initialized } = context;
  const fileListeners: ((uri: string) => void)[] = [];
  const rootListeners: (() => void)[] = [];
  let roots = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  if (roots.length === 0 && params.rootUri) roots = [params.rootUri];

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) for (const listener of fileListeners) listener(uri);
  });
  void initialized.then(() => {
    if (!client.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      roots = [...roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      for (const listener of rootListeners) listener();
    });
  });

  return {
    roots: () => roots,
    async read(uri, mostBytes) {
      try {
        if (!client.options.readsFiles) return await source.readFile?.(uri, mostBytes);
        await initialized;
        const asked: ReadFileParams = { uri, mostBytes };
        return (await connection.sendRequest<ReadFileResult>(readFileRequest, asked)) ?? undefined;
      } catch (error) {
        log.warn(`${uri}: ${describeError(error)}`);
        return undefined;
      }
    },
    async find(search) {
      try {
        if (!client.options.findsFiles) {
          const folders = search.folder === undefined ? roots : [search.folder];
          const found = await Promise.all(folders.map((folder) => source.findFiles?.(folder, search) ?? []));
          return found.flat().slice(0, search.most);
        }
        await initialized;
        const asked: FindFilesParams = search;
        return await connection.sendRequest<FindFilesResult>(findFilesRequest, asked);
      } catch (error) {
        log.warn(`files of the workspace: ${describeError(error)}`);
        return [];
      }
    },
    async times(uris) {
      try {
        if (!client.options.timesFiles) return await Promise.all(uris.map((uri) => source.fileTime?.(uri)));
        await initialized;
        const asked: FileTimesParams = { uris };
        const times = await connection.sendRequest<FileTimesResult>(fileTimesRequest, asked);
        return uris.map((_, index) => times[index] ?? undefined);
      } catch (error) {
        log.warn(`times of files: ${describeError(error)}`);
        return uris.map(() => undefined);
      }
    },
    watch(globPattern) {
      if (!client.watchesFiles) return;
      void initialized
        .then(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] }))
        .catch((error) => log.warn(`${globPattern}: ${describeError(error)}`));
    },
    onChange: (listener) => fileListeners.push(listener),
    onRootsChange: (listener) => rootListeners.push(listener),
  };
}
