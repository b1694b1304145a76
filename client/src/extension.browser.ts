/** Entry of the extension in the browser (vscode.dev, github.dev): the server runs in a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith, deactivateAll } from "./activation.ts";
import { clientOptions } from "./language-client.ts";

/** The browser's own; the project's types leave the DOM out. */
declare const Worker: new (url: string) => Worker;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "browser", "server.js");
  await activateWith(
    context,
    (output) =>
      new LanguageClient("routewise", "Routewise", clientOptions(context, output), new Worker(script.toString(true))),
  );
}

export const deactivate = deactivateAll;
