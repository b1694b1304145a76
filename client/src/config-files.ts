/** What the server has to know for `.routewise.yaml`: who else looks after that file. */
import { type Disposable, extensions } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ConfigValidationParams, configValidationNotification } from "../../protocol/requests.ts";

/** Red Hat's YAML extension applies the schema that our manifest contributes. */
export function configIsValidatedElsewhere(): boolean {
  return extensions.getExtension("redhat.vscode-yaml") !== undefined;
}

export function followConfigValidation(client: BaseLanguageClient): Disposable {
  return extensions.onDidChange(() => {
    const validation: ConfigValidationParams = { elsewhere: configIsValidatedElsewhere() };
    if (client.isRunning()) void client.sendNotification(configValidationNotification, validation);
  });
}
