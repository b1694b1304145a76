/** Where names are declared and used: definition, references, highlights, rename. */
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { WithSession } from "./handlers.ts";

export const navigationCapabilities: ServerCapabilities = {};

export function registerNavigation(_connection: Connection, _withSession: WithSession): void {}
