/**
 * Whether hovers over templates show AWS's documentation without us. The extensions with AWS's language server (AWS
 * Toolkit, AWS CloudFormation) share their settings, so the setting tells that one of them is there, and that it may.
 */
import { Disposable, extensions, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type AwsQuotesParams, awsQuotesNotification } from "../../../protocol/requests.ts";

const section = "aws.cloudformation";
const setting = "hover.enabled";

export function quotesAwsElsewhere(): boolean {
  const settings = workspace.getConfiguration(section);
  // A default is there only while an extension contributes the setting.
  return settings.inspect(setting)?.defaultValue !== undefined && settings.get(setting) === true;
}

/** Tells the server when it changes. */
export function followAwsQuotes(client: BaseLanguageClient): Disposable {
  let told = quotesAwsElsewhere();
  function tell(): void {
    const params: AwsQuotesParams = { elsewhere: quotesAwsElsewhere() };
    if (params.elsewhere === told || !client.isRunning()) return;
    told = params.elsewhere;
    void client.sendNotification(awsQuotesNotification, params);
  }
  return Disposable.from(
    extensions.onDidChange(tell),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.${setting}`)) tell();
    }),
  );
}
