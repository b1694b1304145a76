/** The host side of the topic reference: one panel, which it feeds with what the server answers. */
import {
  CancellationTokenSource,
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  type Uri,
  type UriHandler,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from "vscode";
import type { FromPanel, ToPanel } from "../../../protocol/panel.ts";
import type { PageReference, UserLanguage } from "../../../protocol/requests.ts";
import { insertSnippet } from "../commands/insert-snippet.ts";
import { userLanguage } from "../language.ts";
import type { ServerLink } from "../server-link.ts";
import { createCursorFollower } from "./follow-cursor.ts";
import { createLastEditor, inFront } from "./last-editor.ts";
import { referenceHtml, resourceRoots } from "./reference-html.ts";
import { savePage } from "./save-page.ts";

const viewType = "routewise.reference";

export interface Reference extends Disposable, WebviewPanelSerializer, UriHandler {
  readonly viewType: string;
  /** Shows the panel, at a page where one is named. */
  open(page: PageReference | undefined): void;
  /** Asks the panel for its page as a document, and saves that for a browser to print. */
  print(): void;
}

export function createReference(context: ExtensionContext, server: ServerLink): Reference {
  let panel: WebviewPanel | undefined;
  /** Whether the script in the panel runs; it does not while another tab hides it. */
  let ready = false;
  /** What to show as soon as the panel says that it is ready. */
  let wanted: PageReference | undefined;
  let searching: CancellationTokenSource | undefined;
  const editors = createLastEditor();
  const editorWatch = editors.onDidChange(sendEditor);
  const follower = createCursorFollower(
    server,
    () => panel?.visible === true && ready,
    (at) => send({ type: "cursor", at }),
  );

  function send(message: ToPanel): void {
    if (ready) void panel?.webview.postMessage(message);
  }

  function sendEditor(): void {
    send({ type: "editor", editor: inFront(editors.current()) });
  }

  async function sendList(language: UserLanguage): Promise<void> {
    const list = await server.topics({ language });
    if (list) send({ type: "topics", list });
  }

  async function sendPage(page: PageReference, language: UserLanguage): Promise<void> {
    const found = await server.page({ ...page, language });
    send(found ? { type: "page", page: found } : { type: "missing", page });
  }

  async function search(query: string, language: UserLanguage): Promise<void> {
    searching?.cancel();
    const source = new CancellationTokenSource();
    searching = source;
    try {
      const result = await server.search({ query, language }, source.token);
      if (result && !source.token.isCancellationRequested) send({ type: "hits", query, result });
    } catch (error) {
      if (!source.token.isCancellationRequested) throw error;
    } finally {
      source.dispose();
    }
  }

  async function receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        ready = true;
        sendEditor();
        follow(message.follow, message.language);
        if (wanted) send({ type: "show", page: wanted });
        wanted = undefined;
        return sendList(message.language);
      case "list":
        return sendList(message.language);
      case "open":
        return sendPage(message.page, message.language);
      case "search":
        return search(message.query, message.language);
      case "follow":
        return follow(message.on, message.language);
      case "insert":
        return insertIntoEditor(message.snippet);
      case "copy":
        return env.clipboard.writeText(message.text);
      case "print":
        return savePage(message.name, message.html);
    }
  }

  function follow(on: boolean, language: UserLanguage): void {
    follower.follow(on ? language : undefined, editors.current());
  }

  async function insertIntoEditor(snippet: string): Promise<void> {
    const editor = editors.current();
    if (editor) await insertSnippet(server, editor, snippet);
    else await window.showInformationMessage(l10n.t("Open a template or a CDK file to insert a snippet."));
  }

  function adopt(adopted: WebviewPanel): void {
    panel = adopted;
    ready = false;
    const { webview } = adopted;
    webview.options = { enableScripts: true, localResourceRoots: resourceRoots(context.extensionUri) };
    webview.onDidReceiveMessage((message: FromPanel) => {
      receive(message).catch((error) => send({ type: "failed", message: String(error) }));
    });
    adopted.onDidChangeViewState(() => {
      if (!adopted.visible) ready = false;
    });
    adopted.onDidDispose(() => {
      panel = undefined;
      ready = false;
    });
    webview.html = referenceHtml(webview, context.extensionUri, userLanguage());
  }

  function open(page: PageReference | undefined): void {
    if (panel) {
      panel.reveal(undefined, false);
      if (page && ready) send({ type: "show", page });
      else wanted = page ?? wanted;
      return;
    }
    wanted = page;
    adopt(
      window.createWebviewPanel(viewType, l10n.t("AWS network reference"), ViewColumn.Beside, {
        enableFindWidget: true,
        retainContextWhenHidden: false,
      }),
    );
  }

  return {
    viewType,
    open,
    print: () => send({ type: "print" }),
    async deserializeWebviewPanel(restored) {
      adopt(restored);
    },
    handleUri(uri: Uri) {
      const [kind, id] = uri.path.split("/").filter((part) => part !== "");
      if ((kind === "topic" || kind === "rule") && id !== undefined) open({ kind, id });
    },
    dispose() {
      for (const each of [follower, editorWatch, editors]) each.dispose();
      panel?.dispose();
    },
  };
}
