/**
 * Saves a page as a document that a browser can print. A panel can't print: the editor puts it into a frame without
 * `allow-modals`, where `window.print` does nothing (https://github.com/microsoft/vscode-extension-samples/issues/320).
 * Nor can the file be opened for the reader: `openExternal` fails for files of Windows drives
 * (https://github.com/microsoft/vscode/issues/323733), and reaches no file of a remote machine.
 */
import { commands, env, l10n, UIKind, Uri, window, workspace } from "vscode";

/** Asks where to save the document, and shows it in its folder where that is on this machine. */
export async function savePage(name: string, html: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const saved = await window.showSaveDialog({
    title: l10n.t("Save the page for printing from a browser"),
    filters: { HTML: ["html"] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.html`) }),
  });
  if (!saved) return;
  await workspace.fs.writeFile(saved, new TextEncoder().encode(html));
  const show = l10n.t("Show File");
  const isHere = env.uiKind === UIKind.Desktop && saved.scheme === "file" && env.remoteName === undefined;
  const chosen = await window.showInformationMessage(
    l10n.t("The page was saved. Open {0} in a browser to print it.", saved.path),
    ...(isHere ? [show] : []),
  );
  if (chosen === show) await commands.executeCommand("revealFileInOS", saved);
}
