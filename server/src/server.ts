/**
 * The language server on one connection, as far as it is needed to answer `initialize`; the rest is `engine.ts`. The
 * entries (`node.ts`, `browser.ts`) make the connection and say where data and engine come from; nothing in here knows
 * where it runs.
 */
import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { startEngine } from "./engine.ts";
import { capabilitiesFor, readAbilities } from "./lsp/capabilities.ts";
import type { DataSource } from "./lsp/data.ts";

export const serverName = "Routewise";

export interface Engine {
  readonly startEngine: typeof startEngine;
}

/**
 * Serves until the connection ends.
 *
 * @param withEngine loads the engine and hands it over: at once, or as soon as the answer to `initialize` is written
 */
export function serve(
  connection: Connection,
  source: DataSource,
  withEngine: (use: (engine: Engine) => void) => void,
): void {
  const documents = new TextDocuments(TextDocument);
  const initialized = new Promise<void>((resolve) => connection.onInitialized(() => resolve()));
  connection.onInitialize((params) => {
    const client = readAbilities(params);
    withEngine((engine) => engine.startEngine({ connection, documents, source, params, client, initialized }));
    return { capabilities: capabilitiesFor(client), serverInfo: { name: serverName } };
  });
  documents.listen(connection);
  connection.listen();
}
