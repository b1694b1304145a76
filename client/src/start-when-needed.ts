/**
 * Starts the server with the first document that it has something to say to. Most TypeScript, Python and YAML files are
 * nothing of ours; the editor activates us for each of them all the same, and that has to cost next to nothing.
 */
import { Disposable, type TextDocument, Uri, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { isCommitted } from "./documents.ts";
import { needsServer } from "./needs-server.ts";

/** Typing is looked at once it rests: an import is made of many keystrokes. */
const restMilliseconds = 300;

export function startWhenNeeded(client: BaseLanguageClient): Disposable {
  let isOver = false;
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const listeners = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument(forget),
    workspace.onDidChangeTextDocument(({ document }) => {
      forget(document);
      waiting.set(
        document,
        setTimeout(() => look(document), restMilliseconds),
      );
    }),
    // Something else may have asked the server meanwhile.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) stop();
    }),
  );

  function look(document: TextDocument): void {
    const { languageId, uri } = document;
    forget(document);
    if (isOver || isCommitted(uri) || !needsServer({ languageId, path: uri.path, text: () => document.getText() }))
      return;
    start();
  }

  function start(): void {
    stop();
    // The client has said why; the commands stay, one of them tries again.
    client.start().catch(() => undefined);
  }

  function forget(document: TextDocument): void {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
  }

  function stop(): void {
    isOver = true;
    for (const document of waiting.keys()) forget(document);
    listeners.dispose();
  }

  for (const document of workspace.textDocuments) look(document);
  void isCdkApp().then((isOne) => {
    if (isOne && !isOver) start();
  });
  return { dispose: stop };
}

/** Whether the workspace is an app of the CDK: then the first of its programs that is opened finds the server ready. */
async function isCdkApp(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(({ uri }) =>
      workspace.fs.stat(Uri.joinPath(uri, "cdk.json")).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
