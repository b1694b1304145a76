/** What is shown beside the text without being asked for: inlay hints, code lenses. */
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { WithSession } from "./handlers.ts";

export const annotationCapabilities: ServerCapabilities = {};

export function registerAnnotations(_connection: Connection, _withSession: WithSession): void {}
