/** The shape of a document: symbols, folding, selection, links, tokens. */
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { WithSession } from "./handlers.ts";

export const outlineCapabilities: ServerCapabilities = {};

export function registerOutline(_connection: Connection, _withSession: WithSession): void {}
