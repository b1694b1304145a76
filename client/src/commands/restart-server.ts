import { l10n, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Restarts the server and says so, or why it could not. */
export async function restartServer(client: BaseLanguageClient): Promise<void> {
  try {
    // A client whose server failed to start can't be stopped; one that starts has to be up first.
    if (client.state === State.Starting) await client.start();
    if (client.state === State.Running) await client.stop();
    await client.start();
    window.setStatusBarMessage(l10n.t("Routewise: the server was restarted."), 5_000);
  } catch (error) {
    await window.showErrorMessage(l10n.t("Routewise: the server does not start: {0}", String(error)));
  }
}
