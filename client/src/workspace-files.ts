/** The editor's file systems, for the server: it may run where the files are not, and knows none but its own disk. */
import { RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
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
} from "../../protocol/requests.ts";

/** Before the client starts, so that no question of the server is missed. */
export function serveWorkspaceFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, readFile);
  client.onRequest(findFilesRequest, findFiles);
  client.onRequest(fileTimesRequest, fileTimes);
}

async function readFile({ uri, mostBytes }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const file = Uri.parse(uri);
    if (mostBytes !== undefined && (await workspace.fs.stat(file)).size > mostBytes) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** With a pattern of our own, what `files.exclude` names is left out too. */
async function findFiles({
  endings,
  names = [],
  excludedFolders,
  folder,
  most,
}: FindFilesParams): Promise<FindFilesResult> {
  const pattern = `**/{${[...names, ...endings.map((ending) => `*.${ending}`)].join(",")}}`;
  const include = folder === undefined ? pattern : new RelativePattern(Uri.parse(folder), pattern);
  const exclude = `**/{${excludedFolders.join(",")}}/**`;
  return (await workspace.findFiles(include, exclude, most)).map((uri) => uri.toString());
}

async function fileTimes({ uris }: FileTimesParams): Promise<FileTimesResult> {
  return Promise.all(uris.map(fileTime));
}

async function fileTime(uri: string): Promise<number | null> {
  try {
    return (await workspace.fs.stat(Uri.parse(uri))).mtime;
  } catch {
    return null;
  }
}
