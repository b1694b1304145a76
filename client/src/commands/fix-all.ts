/** Applies what `source.fixAll.routewise` gives for the active editor; the editor itself says where there is nothing. */
import { commands, l10n, window } from "vscode";

export async function fixAll(): Promise<void> {
  if (!window.activeTextEditor) {
    await window.showInformationMessage(l10n.t("Open a template or a CDK file to fix what Routewise finds in it."));
    return;
  }
  await commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.routewise", apply: "first" });
}
