/** What the client can do, and what the server offers to it. Loaded before the engine, so it imports none of it. */
import {
  CodeActionKind,
  type InitializeParams,
  ResourceOperationKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { InitializationOptions } from "../../../protocol/requests.ts";
import { tokenModifiers, tokenTypes } from "../features/semantic-tokens/token-types.ts";

/** Applies every preferred fix of a file; `source.fixAll` in `editor.codeActionsOnSave` includes it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.routewise`;

/** Kinds of refactorings. */
export const refactoringKinds: readonly string[] = [
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
];

export interface ClientAbilities {
  readonly locale: string | undefined;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly inlayHintRefresh: boolean;
  readonly codeLensRefresh: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly relatedInformation: boolean;
  readonly documentChanges: boolean;
  /** Code actions may come without their edits, which the client asks for when one is chosen. */
  readonly lazyCodeActions: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly commitCharacters: boolean;
  /** Items of completion may have a description that is always shown. */
  readonly labelDetails: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  /** Edits of the workspace may make files. */
  readonly createsFiles: boolean;
  /** Definitions may say from where and to what whole declaration they lead. */
  readonly definitionLinks: boolean;
  readonly declarationLinks: boolean;
  /** Symbols of a document may have symbols of their own. */
  readonly nestedSymbols: boolean;
  /** How many areas to fold the client takes; all where it says nothing. */
  readonly foldingLimit: number | undefined;
  readonly options: InitializationOptions;
}

export function readAbilities({ capabilities, locale, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  const item = textDocument?.completion?.completionItem;
  return {
    locale,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    relatedInformation: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation !== false,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    lazyCodeActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    commitCharacters: item?.commitCharactersSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
    options: isOptions(initializationOptions) ? initializationOptions : {},
  };
}

function isOptions(value: unknown): value is InitializationOptions {
  return typeof value === "object" && value !== null;
}

export function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [":", " ", ".", "!", "{", '"', "'", "/", "-"], resolveProvider: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...refactoringKinds],
      ...(client.lazyCodeActions && { resolveProvider: true }),
    },
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    definitionProvider: true,
    declarationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    documentSymbolProvider: { label: "Routewise" },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    ...(client.pullDiagnostics && {
      diagnosticProvider: { identifier: "routewise", interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}
