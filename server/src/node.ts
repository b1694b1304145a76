/**
 * The server in Node: `node dist/server.js --stdio`, or by the IPC of VS Code. Standard output carries the protocol
 * alone; whatever a library prints goes to standard error.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
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
    async readFile(uri) {
      if (!uri.startsWith("file:")) return undefined;
      return readFile(fileURLToPath(uri), "utf8").catch(() => undefined);
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
