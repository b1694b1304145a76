/**
 * Opens the example of the walkthrough, a template in an unsaved document, and shows on it what a step is about. All of
 * it is done as the user would do it, so nothing is left but the text.
 */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  type Position,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { userLanguage } from "../language.ts";
import type { ServerLink } from "../server-link.ts";
import { exampleText, isShow, type Show, shows } from "./example-places.ts";

/** For the first finding of a server that has just started. */
const patienceMilliseconds = 10_000;

/** Opens the example, or comes back to the one that is open; the argument of the command may be anything. */
export function createExampleOpener(
  { extensionUri }: ExtensionContext,
  server: ServerLink,
): (what: unknown) => Promise<void> {
  let opened: TextDocument | undefined;

  async function open(isForStep: boolean): Promise<TextEditor> {
    const visible = window.visibleTextEditors.find(({ document }) => document === opened);
    if (!opened || opened.isClosed) opened = await create(extensionUri);
    // Beside the walkthrough, whose next step the reader wants to see.
    return window.showTextDocument(opened, visible?.viewColumn ?? (isForStep ? ViewColumn.Beside : ViewColumn.Active));
  }

  return async (what) => {
    const editor = await open(what !== undefined);
    if (!isShow(what)) return;
    await show(editor, what, server);
    await commands.executeCommand("setContext", `routewise.tried.${what}`, true);
  };
}

async function create(extensionUri: Uri): Promise<TextDocument> {
  const name = userLanguage() === "ja" ? "example.ja.yaml" : "example.yaml";
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "media/walkthrough", name));
  return workspace.openTextDocument({ language: "yaml", content: exampleText(new TextDecoder().decode(bytes)) });
}

async function show(editor: TextEditor, what: Show, server: ServerLink): Promise<void> {
  const { before, behind, command } = shows[what];
  const { document } = editor;
  const at = document.getText().indexOf(before);
  if (at < 0) {
    // The reader has been here already, and has changed it.
    await window.showInformationMessage(
      l10n.t("The example no longer has the place for this step. Close it and open it again."),
    );
    return;
  }
  const place = document.positionAt(at + behind.length);
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  await server.ready();
  if (what === "fix") await findingAt(document.uri, place);
  await commands.executeCommand(command);
}

/** Resolves when there is a finding of ours at the place, or when patience ends. */
function findingAt(uri: Uri, place: Position): Promise<void> {
  const isThere = () =>
    languages.getDiagnostics(uri).some(({ source, range }) => source === "routewise" && range.contains(place));
  if (isThere()) return Promise.resolve();
  return new Promise((resolve) => {
    const stops: Disposable[] = [];
    const stop = () => {
      clearTimeout(timer);
      for (const each of stops) each.dispose();
      resolve();
    };
    const timer = setTimeout(stop, patienceMilliseconds);
    stops.push(languages.onDidChangeDiagnostics(() => isThere() && stop()));
  });
}
