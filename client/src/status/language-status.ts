/** One line in the editor's language status: what Routewise sees in the document in front. */
import { type Disposable, LanguageStatusSeverity, l10n, languages } from "vscode";
import { servedDocuments } from "../documents.ts";
import type { ServerLink } from "../server-link.ts";
import type { StatusFollower } from "./document-status.ts";
import { statusLine } from "./status-line.ts";

export function showLanguageStatus(server: ServerLink, follower: StatusFollower): Disposable {
  const item = languages.createLanguageStatusItem("routewise.status", servedDocuments);
  item.name = "Routewise";

  function update(): void {
    const line = statusLine(l10n, server.state(), follower.current()?.status);
    item.text = line.text;
    item.detail = line.detail;
    item.severity = LanguageStatusSeverity[line.severity];
    item.busy = line.busy;
    item.command = line.command;
  }

  update();
  const listener = follower.onDidChange(update);
  return {
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}
