/**
 * Hands a page to the browser, which can print. A panel cannot: the editor puts it into a frame without `allow-modals`,
 * where `window.print` does nothing (https://github.com/microsoft/vscode-extension-samples/issues/320).
 */
import { env, l10n, UIKind, Uri, window, workspace } from "vscode";

/**
 * Writes the document into `folder` and opens it where the browser is on the same machine; else (a remote window, the
 * web) asks where to save it.
 */
export async function printPage(folder: Uri, name: string, html: string): Promise<void> {
  const content = new TextEncoder().encode(html);
  if (env.uiKind === UIKind.Desktop && env.remoteName === undefined) {
    const file = Uri.joinPath(folder, "print", `${name}.html`);
    await workspace.fs.writeFile(file, content);
    if (await env.openExternal(file)) return;
  }
  const saved = await window.showSaveDialog({
    title: l10n.t("Save the page for printing from a browser"),
    filters: { HTML: ["html"] },
    ...defaultPlace(name),
  });
  if (!saved) return;
  await workspace.fs.writeFile(saved, content);
  await window.showInformationMessage(l10n.t("The page was saved. Open {0} in a browser to print it.", saved.path));
}

function defaultPlace(name: string): { defaultUri?: Uri } {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? { defaultUri: Uri.joinPath(folder, `${name}.html`) } : {};
}
