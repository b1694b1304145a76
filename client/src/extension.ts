/** Entry of the extension on the desktop and on a remote host. Activates and deactivates, nothing else. */
import { join } from "node:path";
import type { ExtensionContext, LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateWith, deactivateAll, type RoutewiseApi } from "./activation.ts";
import { offerSynthesis } from "./desktop/synthesize.ts";
import { clientOptions } from "./language-client.ts";

export function activate(context: ExtensionContext): RoutewiseApi {
  const module = join(context.extensionPath, "dist", "server.js");
  const makeClient = (output: LogOutputChannel) => {
    const options = { execArgv: ["--nolazy", "--inspect=6009"] };
    return new LanguageClient(
      "routewise",
      "Routewise",
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options },
      },
      clientOptions(context, output),
    );
  };
  return activateWith(context, makeClient, offerSynthesis);
}

export const deactivate = deactivateAll;
