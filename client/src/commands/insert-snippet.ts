/** Inserts a network pattern at the cursor, in the language and indentation of the document. */
import { l10n, Position, SnippetString, type TextEditor, window } from "vscode";
import { userLanguage } from "../language.ts";
import { snippetLanguageOf } from "../panels/last-editor.ts";
import type { ServerLink } from "../server-link.ts";

/** The command of the palette: asks which pattern where it is not named. */
export async function insertSnippetCommand(server: ServerLink, id: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    await window.showInformationMessage(l10n.t("Open a template or a CDK file to insert a snippet."));
    return;
  }
  const chosen = typeof id === "string" ? id : await chooseSnippet(server);
  if (chosen !== undefined) await insertSnippet(server, editor, chosen);
}

/** Inserts the snippet into the editor, which gets the focus; says so where the document's language has none. */
export async function insertSnippet(server: ServerLink, editor: TextEditor, id: string): Promise<void> {
  const { document, selection } = editor;
  const insertion = await server.snippetInsertion({
    id,
    uri: document.uri.toString(),
    languageId: document.languageId,
    position: { line: selection.active.line, character: selection.active.character },
  });
  if (!insertion) {
    const reason = snippetLanguageOf(document)
      ? l10n.t("A snippet fits nowhere near the cursor.")
      : l10n.t("There is no snippet for {0} documents.", document.languageId);
    await window.showInformationMessage(reason);
    return;
  }
  const shown = await window.showTextDocument(document, editor.viewColumn);
  const at = new Position(insertion.position.line, insertion.position.character);
  // The server has indented the text for its place; the editor must not do so again.
  await shown.insertSnippet(new SnippetString(insertion.text), at, {
    undoStopBefore: true,
    undoStopAfter: (insertion.edits ?? []).length === 0,
    keepWhitespace: true,
  });
  const edits = insertion.edits ?? [];
  if (edits.length === 0) return;
  // Imports stand above the snippet, so its insertion has not moved them; one undo takes both back.
  await shown.edit(
    (builder) => {
      for (const { position, text } of edits) builder.insert(new Position(position.line, position.character), text);
    },
    { undoStopBefore: false, undoStopAfter: false },
  );
}

async function chooseSnippet(server: ServerLink): Promise<string | undefined> {
  const snippets = await server.snippets({ language: userLanguage() });
  const picked = await window.showQuickPick(
    snippets.map(({ id, title, description }) => ({ label: title, detail: description, id })),
    { title: l10n.t("Insert a network pattern"), matchOnDetail: true },
  );
  return picked?.id;
}
