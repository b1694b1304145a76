/** The topic reference: a list of topics beside one page, in the reader's language. Draws what the extension sends. */
import type { EditorInFront, PanelState, ToPanel } from "../../../protocol/panel.ts";
import type { Page, PageLink, PageReference, UserLanguage } from "../../../protocol/requests.ts";
import { h } from "./dom.ts";
import { noFilters } from "./filters.ts";
import { canStep, currentVisit, followed, isSamePage, noHistory, scrolled, stepped, visited } from "./history.ts";
import { type PageView, pageView } from "./page-view.ts";
import { printDocument } from "./print.ts";
import "./reference.css";
import { sidebar } from "./sidebar.ts";
import { keepState, restoredState, send } from "./state.ts";
import { text } from "./texts.ts";
import { toolbar } from "./toolbar.ts";

const restored = restoredState({
  language: document.body.dataset.language === "ja" ? "ja" : "en",
  history: noHistory,
  query: "",
  filters: noFilters,
  follow: false,
  reading: false,
});
let { language, history, follow, reading } = restored;
let editor: EditorInFront | undefined;
/** The page that is drawn. */
let shown: { readonly page: Page; readonly view: PageView } | undefined;
/** The page that was asked for; an answer to an earlier wish is dropped. */
let awaited: { readonly page: PageReference; readonly focus: boolean } | undefined;

const side = sidebar(restored, {
  open: visit,
  search: (query) => send({ type: "search", query, language }),
  changed: keep,
});
const tools = toolbar({
  toList() {
    reading = false;
    update();
    side.focus();
  },
  step,
  follow() {
    follow = !follow;
    showFindings([]);
    send({ type: "follow", on: follow, language });
    update();
  },
  print,
  speak,
});
const findings = h("div", { class: "findings", role: "status" });
const main = h("main", { scroll: rememberScroll });
const app = document.querySelector("#app");
app?.append(side.element, h("div", { class: "page" }, tools.element, findings, main));

window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => receive(data));
document.addEventListener("keydown", pressed);
document.addEventListener("mouseup", clicked);
update();
send({ type: "ready", language, follow });
// A reload comes without the reader's doing, so the page comes back without taking the focus.
if (!load(false)) note(text(language, "welcome"));

function receive(message: ToPanel): void {
  switch (message.type) {
    case "topics":
      if (message.list.language === language) side.showTopics(message.list);
      return;
    case "hits":
      side.showHits(message.query, message.result);
      return;
    case "page":
      arrive(message.page);
      return;
    case "missing":
      awaited = undefined;
      note(text(language, "missing", { id: message.page.id }));
      return;
    case "failed":
      note(text(language, "failed", { message: message.message }));
      return;
    case "show":
      visit(message.page);
      return;
    case "cursor":
      if (!follow) return;
      showFindings(message.at.findings);
      lead(message.at.page);
      return;
    case "editor":
      editor = message.editor;
      shown?.view.showEditor(editor);
      return;
    case "print":
      print();
      return;
  }
}

function arrive(page: Page): void {
  if (!awaited || !isSamePage(awaited.page, page) || page.language !== language) return;
  const { focus } = awaited;
  const view = pageView(page, {
    open: visit,
    insert: ({ id }) => send({ type: "insert", snippet: id }),
    copy: (copied) => send({ type: "copy", text: copied }),
  });
  shown = { page, view };
  view.showEditor(editor);
  main.replaceChildren(view.element);
  if (focus) view.element.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  main.scrollTop = currentVisit(history)?.scroll ?? 0;
  awaited = undefined;
  update();
}

/** Asks for the page at which the history stands; false where there is none. */
function load(focus: boolean): boolean {
  const page = currentVisit(history)?.page;
  if (!page) return false;
  awaited = { page, focus };
  if (!shown) note(text(language, "loading"));
  send({ type: "open", page, language });
  update();
  return true;
}

function visit(page: PageReference): void {
  history = visited(history, page);
  reading = true;
  load(true);
}

/** The cursor leads to a page. Who is reading or looking for something in here is left alone with the focus. */
function lead(page: PageReference): void {
  const current = currentVisit(history)?.page;
  if (current && isSamePage(current, page)) return;
  history = followed(history, page);
  if (!document.hasFocus()) reading = true;
  load(false);
}

function step(by: -1 | 1): void {
  if (!canStep(history, by)) return;
  history = stepped(history, by);
  reading = true;
  load(true);
}

function speak(wanted: UserLanguage): void {
  if (wanted === language) return;
  language = wanted;
  update();
  send({ type: "list", language });
  if (follow) send({ type: "follow", on: true, language });
  if (!load(false)) note(text(language, "welcome"));
}

function print(): void {
  if (shown) send({ type: "print", name: `${shown.page.id}.${language}`, html: printDocument(shown.page, main) });
}

function showFindings(links: readonly PageLink[]): void {
  findings.replaceChildren(
    ...(links.length === 0 ? [] : [text(language, "atCursor")]),
    ...links.map(({ kind, id, title }) =>
      h("button", { type: "button", class: "link", click: () => visit({ kind, id }) }, title),
    ),
  );
}

/** Alt with an arrow is ours, not the editor's "go back"; on a Mac it moves by words where one types. */
function pressed(event: KeyboardEvent): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (by !== -1 && by !== 1) return;
  const typing = event.target instanceof Element && event.target.matches("vscode-textfield");
  if (typing && navigator.platform.startsWith("Mac")) return;
  event.preventDefault();
  event.stopPropagation();
  step(by);
}

/** The thumb buttons of a mouse. */
function clicked(event: MouseEvent): void {
  if (event.button !== 3 && event.button !== 4) return;
  event.preventDefault();
  event.stopPropagation();
  step(event.button === 3 ? -1 : 1);
}

function rememberScroll(): void {
  // While the next page is on its way, the old one is still shown.
  if (awaited) return;
  history = scrolled(history, main.scrollTop);
  keep();
}

function note(words: string): void {
  shown = undefined;
  main.replaceChildren(h("p", { class: "note", role: "status" }, words));
  update();
}

/** Brings everything around the page in line with the state, and keeps it. */
function update(): void {
  document.documentElement.lang = language;
  app?.toggleAttribute("data-reading", reading);
  tools.show({
    language,
    canGoBack: canStep(history, -1),
    canGoForward: canStep(history, 1),
    following: follow,
    hasPage: shown !== undefined,
  });
  side.mark(currentVisit(history)?.page);
  keep();
}

function keep(): void {
  const state: PanelState = { language, history, query: side.query(), filters: side.filters(), follow, reading };
  keepState(state);
}
