/** What the language client is told, wherever the server runs. */
import { type ExtensionContext, env, type LogOutputChannel, workspace } from "vscode";
import { type LanguageClientOptions, vsdiag } from "vscode-languageclient";
import { commands, type InitializationOptions } from "../../protocol/requests.ts";
import { quotesAwsElsewhere } from "./companions/aws-quotes.ts";
import { configIsValidatedElsewhere } from "./config-files.ts";
import { isCommitted, isWorkedOn, servedDocuments } from "./documents.ts";

export function clientOptions(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commandLinks: true,
    uriScheme: env.uriScheme,
    extensionId: context.extension.id,
    readsFiles: true,
    showsReferences: true,
    findsFiles: true,
    timesFiles: true,
    validatesConfig: configIsValidatedElsewhere(),
    quotesAwsElsewhere: quotesAwsElsewhere(),
  };
  return {
    documentSelector: [...servedDocuments],
    initializationOptions,
    outputChannel: output,
    markdown: { isTrusted: { enabledCommands: Object.values(commands) } },
    middleware: {
      didOpen: (document, next) => (isCommitted(document.uri) ? Promise.resolve() : next(document)),
      // The pull options have a filter as well, but that one is only asked on changes.
      provideDiagnostics: (resource, previousResultId, token, next) =>
        isWorkedOn("uri" in resource ? resource.uri : resource)
          ? next(resource, previousResultId, token)
          : { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] },
    },
    diagnosticPullOptions: { onChange: true, onSave: false },
    synchronize: { fileEvents: [] },
    diagnosticCollectionName: "routewise",
    progressOnInitialization: workspace.isTrusted,
  };
}
