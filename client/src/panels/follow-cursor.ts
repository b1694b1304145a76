/** Asks which page belongs to the place of the cursor, each time it comes to rest. */
import { CancellationTokenSource, type Disposable, type TextEditor, window } from "vscode";
import type { PageAtResult, UserLanguage } from "../../../protocol/requests.ts";
import type { ServerLink } from "../server-link.ts";

/** Long enough that walking through lines asks once, short enough to feel at once. */
const restMilliseconds = 150;

export interface CursorFollower extends Disposable {
  /** Asks in the language from now on, at once for the editor; undefined stops it. */
  follow(language: UserLanguage | undefined, editor: TextEditor | undefined): void;
}

/** Calls `found` for a place of which something is known; `mayAsk` says whether anybody would see it. */
export function createCursorFollower(
  server: ServerLink,
  mayAsk: () => boolean,
  found: (at: PageAtResult) => void,
): CursorFollower {
  let language: UserLanguage | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: CancellationTokenSource | undefined;

  function stop(): void {
    clearTimeout(waiting);
    asking?.cancel();
  }

  function moved(editor: TextEditor | undefined): void {
    stop();
    if (!editor || language === undefined || !mayAsk()) return;
    waiting = setTimeout(() => void ask(editor), restMilliseconds);
  }

  async function ask({ document, selection }: TextEditor): Promise<void> {
    const source = new CancellationTokenSource();
    asking = source;
    const { line, character } = selection.active;
    const params = { uri: document.uri.toString(), position: { line, character }, language };
    // A cancelled or failed question is as good as none: the panel keeps its page.
    const at = await server.pageAt(params, source.token).catch(() => null);
    if (at && !source.token.isCancellationRequested) found(at);
    source.dispose();
  }

  const listeners = [
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) moved(textEditor);
    }),
    window.onDidChangeActiveTextEditor(moved),
  ];

  return {
    follow(wanted, editor) {
      language = wanted;
      moved(editor);
    },
    dispose() {
      stop();
      for (const listener of listeners) listener.dispose();
    },
  };
}
