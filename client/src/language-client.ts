/** What the language client is told, wherever the server runs. */
import { type ExtensionContext, env, type LogOutputChannel, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { commands, type InitializationOptions } from "../../protocol/requests.ts";
import { configIsValidatedElsewhere } from "./config-files.ts";

const languages = [
  "yaml",
  "json",
  "jsonc",
  "cloudformation",
  "cfn",
  "yaml-cloudformation",
  "json-cloudformation",
  "typescript",
  "typescriptreact",
  "javascript",
  "javascriptreact",
  "python",
];

export function clientOptions(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commandLinks: true,
    uriScheme: env.uriScheme,
    extensionId: context.extension.id,
    readsFiles: true,
    validatesConfig: configIsValidatedElsewhere(),
  };
  return {
    // No scheme: unsaved and virtual documents are understood as files are. A diff's left side is read-only and
    // would only repeat what the right side shows.
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions,
    outputChannel: output,
    markdown: { isTrusted: { enabledCommands: Object.values(commands) } },
    middleware: {
      didOpen: (document, next) => (document.uri.scheme === "git" ? Promise.resolve() : next(document)),
    },
    diagnosticPullOptions: { onChange: true, onSave: false },
    synchronize: { fileEvents: [] },
    diagnosticCollectionName: "routewise",
    progressOnInitialization: workspace.isTrusted,
  };
}
