/** Names of all templates of the workspace. */
import { type Connection, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import { type FoundSymbol, workspaceSymbols } from "../features/workspace-navigation/symbols.ts";
import { fileName } from "../workspace/template-index/uris.ts";
import type { WithSession } from "./handlers.ts";
import { locationOf } from "./template-locations.ts";
import { workspaceTemplates } from "./templates.ts";

export function registerWorkspace(connection: Connection, withSession: WithSession): void {
  connection.onWorkspaceSymbol(({ query }, token) =>
    withSession<WorkspaceSymbol[]>("workspace symbols", [], token, async (session) => {
      const { templates } = await workspaceTemplates(session);
      return workspaceSymbols(query, templates).map((symbol) => ({
        name: symbol.name,
        kind: kinds[symbol.kind],
        containerName: [fileName(symbol.template.uri), symbol.type].filter((part) => part !== "").join(" · "),
        location: locationOf(symbol),
      }));
    }),
  );
}

const kinds: Readonly<Record<FoundSymbol["kind"], SymbolKind>> = {
  resource: SymbolKind.Class,
  parameter: SymbolKind.Variable,
  output: SymbolKind.Constant,
  export: SymbolKind.Interface,
};
