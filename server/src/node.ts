/**
 * The server in Node: `node dist/server.js --stdio`, or by the IPC of VS Code. Standard output carries the protocol
 * alone; whatever a library prints goes to standard error.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";

console.log = console.error;
console.info = console.error;
console.debug = console.error;

const dist = dirname(fileURLToPath(import.meta.url));

serve(createConnection(ProposedFeatures.all), {
  readText: (name) => readFile(join(dist, name), "utf8"),
  readBytes: (name) => readFile(join(dist, name)),
  async readFile(uri) {
    if (!uri.startsWith("file:")) return undefined;
    return readFile(fileURLToPath(uri), "utf8").catch(() => undefined);
  },
});
