/** Follows what the server sees in the document in front, for everything that shows it. */
import {
  type Disposable,
  EventEmitter,
  type Event as Happening,
  languages,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import type { DocumentStatus } from "../../../protocol/requests.ts";
import { servedDocuments } from "../documents.ts";
import type { ServerLink } from "../server-link.ts";

/** Typing asks once it rests. */
const restMilliseconds = 400;

export interface SeenDocument {
  readonly document: TextDocument;
  readonly status: DocumentStatus;
}

export interface StatusFollower extends Disposable {
  /** Undefined where the document in front is nothing of ours, or the server does not run. */
  current(): SeenDocument | undefined;
  /** Fires after changes of the server's state as well. */
  readonly onDidChange: Happening<void>;
}

export function followStatus(server: ServerLink): StatusFollower {
  const changed = new EventEmitter<void>();
  let seen: SeenDocument | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function show(next: SeenDocument | undefined): void {
    seen = next;
    changed.fire();
  }

  async function ask(): Promise<void> {
    const turn = ++asked;
    const document = window.activeTextEditor?.document;
    // A question would start a server that stopped: one that always crashes would run at each keystroke.
    if (!document || server.state() !== "running" || languages.match(servedDocuments, document) === 0)
      return show(undefined);
    const status = await server.status({ uri: document.uri.toString() }).catch(() => null);
    // Another document came to the front, or another question was asked, meanwhile.
    if (turn === asked) show(status ? { document, status } : undefined);
  }

  function askSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), restMilliseconds);
  }

  const isInFront = (document: TextDocument) => document === window.activeTextEditor?.document;
  const listeners = [
    server.onDidChangeState(() => void ask()),
    window.onDidChangeActiveTextEditor(() => void ask()),
    workspace.onDidChangeTextDocument(({ document }) => isInFront(document) && askSoon()),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("routewise") && askSoon()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const front = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === front)) askSoon();
    }),
  ];
  void ask();
  return {
    current: () => seen,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      asked += 1;
      for (const each of [...listeners, changed]) each.dispose();
    },
  };
}
