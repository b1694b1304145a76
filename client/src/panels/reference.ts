/** The host side of the topic reference: one panel, which it feeds with what the server answers. */
import {
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  type TextEditor,
  type Uri,
  type UriHandler,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from "vscode";
import type { FromPanel, PageReference, ToPanel } from "../../../protocol/panel.ts";
import type { UserLanguage } from "../../../protocol/requests.ts";
import { insertSnippet } from "../commands/insert-snippet.ts";
import { userLanguage } from "../language.ts";
import type { ServerLink } from "../server-link.ts";
import { referenceHtml, resourceRoots } from "./reference-html.ts";

const viewType = "routewise.reference";

export interface Reference extends Disposable, WebviewPanelSerializer, UriHandler {
  readonly viewType: string;
  /** Shows the panel, at a page where one is named. */
  open(page: PageReference | undefined): void;
  /** For commands, whose arguments are anything: opens the page, or the list where the id is no string. */
  openIfNamed(kind: PageReference["kind"], id: unknown): void;
}

export function createReference(context: ExtensionContext, server: ServerLink): Reference {
  let panel: WebviewPanel | undefined;
  /** What to show as soon as the panel says that it is ready. */
  let wanted: PageReference | undefined;
  /** The panel takes the focus from the editor, so the last editor is remembered for "Insert". */
  let lastEditor: TextEditor | undefined = window.activeTextEditor;
  const editorWatch = window.onDidChangeActiveTextEditor((editor) => {
    lastEditor = editor ?? lastEditor;
  });

  function send(webview: Webview, message: ToPanel): void {
    void webview.postMessage(message);
  }

  async function sendList(webview: Webview, language: UserLanguage): Promise<void> {
    const list = await server.topics({ language });
    if (list) send(webview, { type: "topics", list });
  }

  async function sendPage(webview: Webview, page: PageReference, language: UserLanguage): Promise<void> {
    const found = await server.page({ ...page, language });
    send(webview, found ? { type: "page", page: found } : { type: "missing", id: page.id });
  }

  async function receive(webview: Webview, message: FromPanel): Promise<void> {
    switch (message.type) {
      case "ready": {
        const language = message.language ?? userLanguage();
        await sendList(webview, language);
        const page = wanted ?? message.open;
        wanted = undefined;
        if (page) await sendPage(webview, page, language);
        return;
      }
      case "list":
        return sendList(webview, message.language);
      case "open":
        return sendPage(webview, message.page, message.language);
      case "insert":
        return insertIntoEditor(message.snippet);
      case "copy":
        return env.clipboard.writeText(message.text);
    }
  }

  async function insertIntoEditor(snippet: string): Promise<void> {
    const editor = window.visibleTextEditors.find(({ document }) => document === lastEditor?.document);
    if (editor) await insertSnippet(server, editor, snippet);
    else await window.showInformationMessage(l10n.t("Open a template or a CDK file to insert a snippet."));
  }

  function adopt(adopted: WebviewPanel): void {
    panel = adopted;
    const { webview } = adopted;
    webview.options = { enableScripts: true, localResourceRoots: resourceRoots(context.extensionUri) };
    webview.onDidReceiveMessage((message: FromPanel) => {
      receive(webview, message).catch((error) => send(webview, { type: "failed", message: String(error) }));
    });
    adopted.onDidDispose(() => {
      panel = undefined;
    });
    webview.html = referenceHtml(webview, context.extensionUri, userLanguage());
  }

  function open(page: PageReference | undefined): void {
    if (panel) {
      panel.reveal(undefined, false);
      if (page) void sendPage(panel.webview, page, userLanguage());
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
    openIfNamed: (kind, id) => open(typeof id === "string" ? { kind, id } : undefined),
    async deserializeWebviewPanel(restored) {
      adopt(restored);
    },
    handleUri(uri: Uri) {
      const [kind, id] = uri.path.split("/").filter((part) => part !== "");
      if ((kind === "topic" || kind === "rule") && id !== undefined) open({ kind, id });
    },
    dispose() {
      editorWatch.dispose();
      panel?.dispose();
    },
  };
}
