/** The editor that the reader came from. A panel takes the focus, and with it goes `window.activeTextEditor`. */
import { type Disposable, EventEmitter, type TextEditor, window } from "vscode";
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
      window.visibleTextEditors.find(({ document }) => snippetLanguageOf(document.languageId) !== undefined),
    onDidChange: changed.event,
    dispose() {
      for (const listener of [...listeners, changed]) listener.dispose();
    },
  };
}

export function inFront(editor: TextEditor | undefined): EditorInFront | undefined {
  if (!editor) return undefined;
  const { document } = editor;
  return { name: document.uri.path.split("/").at(-1) ?? "", language: snippetLanguageOf(document.languageId) };
}

/** Snippets exist in four languages; JavaScript takes TypeScript's, because they hold no types. */
export function snippetLanguageOf(languageId: string): SnippetLanguage | undefined {
  if (/^(yaml|cfn|cloudformation|yaml-cloudformation|yaml-cfn)$/.test(languageId)) return "yaml";
  if (/^(jsonc?|json-cloudformation|json-cfn)$/.test(languageId)) return "json";
  if (/^(type|java)script(react)?$/.test(languageId)) return "typescript";
  return languageId === "python" ? "python" : undefined;
}
