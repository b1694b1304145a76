/** The editor that the reader came from. A panel takes the focus, and with it goes `window.activeTextEditor`. */
import { type Disposable, EventEmitter, type TextDocument, type TextEditor, window } from "vscode";
import { servedLanguages } from "../../../protocol/languages.ts";
import type { EditorInFront } from "../../../protocol/panel.ts";
import type { SnippetLanguage } from "../../../protocol/requests.ts";

export interface LastEditor extends Disposable {
  /** The last active one if it can still be seen, else another one that a snippet fits into. */
  current(): TextEditor | undefined;
  onDidChange: EventEmitter<undefined>["event"];
}

export function createLastEditor(): LastEditor {
  let last = window.activeTextEditor;
  const changed = new EventEmitter<undefined>();
  const listeners = [
    window.onDidChangeActiveTextEditor((editor) => {
      // Output channels are editors too.
      if (editor && editor.document.uri.scheme !== "output") last = editor;
      changed.fire(undefined);
    }),
    window.onDidChangeVisibleTextEditors(() => changed.fire(undefined)),
  ];
  return {
    current: () =>
      window.visibleTextEditors.find(({ document }) => document === last?.document) ??
      window.visibleTextEditors.find(({ document }) => snippetLanguageOf(document) !== undefined),
    onDidChange: changed.event,
    dispose() {
      for (const listener of [...listeners, changed]) listener.dispose();
    },
  };
}

export function inFront(editor: TextEditor | undefined): EditorInFront | undefined {
  if (!editor) return undefined;
  const { document } = editor;
  return { name: document.uri.path.split("/").at(-1) ?? "", language: snippetLanguageOf(document) };
}

/** Snippets exist in four languages; JavaScript takes TypeScript's, because they hold no types. */
export function snippetLanguageOf(document: TextDocument): SnippetLanguage | undefined {
  const kind = servedLanguages[document.languageId];
  if (kind === "template") return /^\s*\{/.test(document.getText()) ? "json" : "yaml";
  return kind === "tsx" || kind === "javascript" ? "typescript" : kind;
}
