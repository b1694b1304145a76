/**
 * The server in Node: `node dist/server.js --stdio`, or by the IPC of VS Code. Standard output carries the protocol
 * alone; whatever a library prints goes to standard error.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { FileSearch } from "./lsp/data.ts";
import { type Engine, serve } from "./server.ts";

/** The engine's bundle has no copy of its own: an error of this connection has to be one of its classes. */
export * from "vscode-languageserver/node";

console.log = console.error;
console.info = console.error;
console.debug = console.error;

const dist = dirname(fileURLToPath(import.meta.url));

serve(
  createConnection(ProposedFeatures.all),
  {
    readText: (name) => readFile(join(dist, name), "utf8"),
    readBytes: (name) => readFile(join(dist, name)),
    async readFile(uri, mostBytes = Number.POSITIVE_INFINITY) {
      if (!uri.startsWith("file:")) return undefined;
      const path = fileURLToPath(uri);
      const { size } = await stat(path).catch(() => ({ size: Number.POSITIVE_INFINITY }));
      return size > mostBytes ? undefined : readFile(path, "utf8").catch(() => undefined);
    },
    findFiles,
    async fileTime(uri) {
      if (!uri.startsWith("file:")) return undefined;
      return (await stat(fileURLToPath(uri)).catch(() => undefined))?.mtimeMs;
    },
  },
  (use) => afterWriting(() => use(createRequire(import.meta.url)("./engine.js") as Engine)),
);

/**
 * Runs when the answer that is being made is on its way, and the client has not had time for another message: the
 * connection takes three immediates to write one.
 */
function afterWriting(work: () => void, immediates = 4): void {
  if (immediates === 0) work();
  else setImmediate(() => afterWriting(work, immediates - 1));
}

/** Folder by folder, those near the root first, so that a limit cuts off what lies deepest. */
async function findFiles(
  folderUri: string,
  { endings, names = [], excludedFolders, most }: FileSearch,
): Promise<readonly string[]> {
  if (!folderUri.startsWith("file:")) return [];
  const found: string[] = [];
  const folders = [fileURLToPath(folderUri)];
  for (let folder = folders.shift(); folder !== undefined && found.length < most; folder = folders.shift()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !excludedFolders.includes(entry.name)) folders.push(path);
      const isWanted = names.includes(entry.name) || endings.some((ending) => entry.name.endsWith(`.${ending}`));
      if (entry.isFile() && isWanted) found.push(pathToFileURL(path).href);
    }
  }
  return found.slice(0, most);
}
