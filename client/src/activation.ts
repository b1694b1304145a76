/** Puts the extension together: the client of the server, the commands, the reference. */
import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { showReferencesCommand } from "../../protocol/requests.ts";
import { fixAll } from "./commands/fix-all.ts";
import { insertSnippetCommand } from "./commands/insert-snippet.ts";
import { createExampleOpener } from "./commands/open-example.ts";
import { openPage } from "./commands/open-page.ts";
import { restartServer } from "./commands/restart-server.ts";
import { showReferences } from "./commands/show-references.ts";
import { followAwsQuotes } from "./companions/aws-quotes.ts";
import { offerYamlTags, removeYamlTags } from "./companions/offer-yaml-tags.ts";
import { followConfigValidation } from "./config-files.ts";
import { createReference } from "./panels/reference.ts";
import { registerTopicTree } from "./panels/topic-tree.ts";
import { createServerLink, type ServerLink, type ServerState } from "./server-link.ts";
import { startWhenNeeded } from "./start-when-needed.ts";
import { followStatus } from "./status/document-status.ts";
import { showLanguageStatus } from "./status/language-status.ts";
import { selectParameterFile, showParameterFile } from "./status/parameter-file.ts";
import { serveWorkspaceFiles } from "./workspace-files.ts";

let running: BaseLanguageClient | undefined;

/** What other extensions and tests may ask. */
export interface RoutewiseApi {
  /** Whether the server runs; `idle` as long as nothing was opened that it has something to say to. */
  serverState(): ServerState;
}

/**
 * Registers everything the manifest promises; the server, with a client that `makeClient` makes, starts when needed.
 *
 * @param registerMore what only works where programs can be run
 */
export function activateWith(
  context: ExtensionContext,
  makeClient: (output: LogOutputChannel) => BaseLanguageClient,
  registerMore?: (server: ServerLink) => Disposable,
): RoutewiseApi {
  const output = window.createOutputChannel("Routewise", { log: true });
  const client = makeClient(output);
  running = client;
  serveWorkspaceFiles(client);
  const server = createServerLink(client);
  const reference = createReference(context, server);
  const status = followStatus(server);
  context.subscriptions.push(
    output,
    followAwsQuotes(client),
    offerYamlTags(context),
    followConfigValidation(client),
    reference,
    status,
    showLanguageStatus(server, status),
    showParameterFile(status),
    registerTopicTree(server),
    window.registerWebviewPanelSerializer(reference.viewType, reference),
    window.registerUriHandler(reference),
    commands.registerCommand("routewise.openExample", createExampleOpener(context, server)),
    commands.registerCommand("routewise.openReference", () => reference.open(undefined)),
    commands.registerCommand("routewise.openTopic", (id: unknown) => openPage(server, reference.open, "topic", id)),
    commands.registerCommand("routewise.openRule", (id: unknown) => openPage(server, reference.open, "rule", id)),
    commands.registerCommand("routewise.printPage", () => reference.print()),
    commands.registerCommand("routewise.insertSnippet", (id: unknown) => insertSnippetCommand(server, id)),
    commands.registerCommand("routewise.fixAll", fixAll),
    commands.registerCommand("routewise.selectParameterFile", () => selectParameterFile(server)),
    commands.registerCommand("routewise.restartServer", () => restartServer(client)),
    commands.registerCommand("routewise.removeYamlTags", () => removeYamlTags(context)),
    commands.registerCommand("routewise.showOutput", () => output.show()),
    // No command for people, so the manifest does not name it.
    commands.registerCommand(showReferencesCommand, showReferences),
  );
  if (registerMore) context.subscriptions.push(registerMore(server));
  context.subscriptions.push(startWhenNeeded(client));
  return { serverState: () => server.state() };
}

export async function deactivateAll(): Promise<void> {
  // Only a running client can be stopped.
  if (running?.state === State.Running) await running.stop();
  running = undefined;
}
