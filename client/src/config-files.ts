/** What the server needs of the client for `.routewise.yaml`: its file system, and who else looks after that file. */
import { type Disposable, extensions, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ConfigValidationParams,
  configValidationNotification,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from "../../protocol/requests.ts";

/** Red Hat's YAML extension applies the schema that our manifest contributes. */
export function configIsValidatedElsewhere(): boolean {
  return extensions.getExtension("redhat.vscode-yaml") !== undefined;
}

/** Before the client starts, so that no question of the server is missed. */
export function serveConfigFiles(client: BaseLanguageClient): Disposable {
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(uri));
  return extensions.onDidChange(() => {
    const validation: ConfigValidationParams = { elsewhere: configIsValidatedElsewhere() };
    if (client.isRunning()) void client.sendNotification(configValidationNotification, validation);
  });
}

async function readFile(uri: string): Promise<ReadFileResult> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return null;
  }
}
