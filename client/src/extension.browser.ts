/** Entry of the extension in the browser (vscode.dev, github.dev): the server runs in a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateWith, deactivateAll, type RoutewiseApi } from "./activation.ts";
import { clientOptions } from "./language-client.ts";

/** What is used of a web worker; the client is compiled without the DOM's types. */
declare const Worker: new (url: string) => Worker & { postMessage(message: string): void };

export function activate(context: ExtensionContext): RoutewiseApi {
  const dist = Uri.joinPath(context.extensionUri, "dist");
  return activateWith(
    context,
    (output) =>
      new LanguageClient("routewise", "Routewise", async () => startServer(dist), clientOptions(context, output)),
  );
}

/**
 * Starts a worker with the server in it; each restart gets a new one. The ends are handed over instead of the worker,
 * because the client would not know it: the editor's own `Worker` makes objects of another class.
 */
function startServer(dist: Uri): MessageTransports {
  const worker = new Worker(Uri.joinPath(dist, "browser", "server.js").toString(true));
  // The editor starts workers from blobs, so the server can't tell from its own address where its data lies.
  worker.postMessage(dist.toString(true));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

export const deactivate = deactivateAll;
