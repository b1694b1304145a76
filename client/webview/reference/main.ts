/** The topic reference: a list of topics beside one page, in the reader's language. Draws what the extension sends. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-radio/index.js";
import "@vscode-elements/elements/dist/vscode-radio-group/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import type { PageReference, ToPanel } from "../../../protocol/panel.ts";
import type { UserLanguage } from "../../../protocol/requests.ts";
import { h, icon } from "./dom.ts";
import { pageView } from "./page-view.ts";
import "./reference.css";
import { keepState, restoredState, send } from "./state.ts";
import { text } from "./texts.ts";
import { topicListView } from "./topic-list.ts";

const restored = restoredState();
let language: UserLanguage = restored?.language ?? (document.body.dataset.language === "ja" ? "ja" : "en");
let current: PageReference | undefined = restored?.page;
/** Pages the reader came through, the last one at the end. */
const trail: PageReference[] = [];

const list = topicListView((page) => visit(page));
/** In a narrow panel the list and the page take turns; this leads back to the list. */
const toList = h("button", { type: "button", class: "tool to-list", click: () => showList() }, icon("list-flat"));
const back = h("button", { type: "button", class: "tool", click: goBack }, icon("arrow-left"));
const switches = (["ja", "en"] as const).map((option) =>
  h(
    "button",
    { type: "button", class: "tool", "data-language": option, lang: option, click: () => speak(option) },
    option === "ja" ? "日本語" : "EN",
  ),
);
const languageGroup = h("div", { role: "group", class: "switch" }, ...switches);
const main = h("main", {});
const app = document.querySelector("#app");
app?.append(list.element, h("div", { class: "page" }, h("div", { class: "bar" }, toList, back, languageGroup), main));

window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => receive(data));
label();
note(text(language, current ? "loading" : "welcome"));
send({ type: "ready", open: current, language: restored?.language });

function receive(message: ToPanel): void {
  switch (message.type) {
    case "topics":
      language = message.list.language;
      list.show(message.list);
      list.mark(current);
      label();
      return;
    case "page": {
      const { page } = message;
      const arrived: PageReference = { kind: page.kind, id: page.id };
      if (current && current.id !== arrived.id && trail.at(-1)?.id !== current.id) trail.push(current);
      current = arrived;
      main.replaceChildren(
        pageView(page, {
          open: visit,
          insert: ({ id }) => send({ type: "insert", snippet: id }),
          copy: (copied) => send({ type: "copy", text: copied }),
        }),
      );
      app?.setAttribute("data-open", "");
      main.scrollTop = 0;
      main.querySelector<HTMLElement>("h1")?.focus();
      list.mark(current);
      keepState(current, language);
      label();
      return;
    }
    case "missing":
      note(text(language, "missing", { id: message.id }));
      return;
    case "failed":
      note(text(language, "failed", { message: message.message }));
      return;
  }
}

function showList(): void {
  app?.removeAttribute("data-open");
  list.focus();
}

function visit(page: PageReference): void {
  send({ type: "open", page, language });
}

function goBack(): void {
  const page = trail.pop();
  if (!page) return;
  current = undefined;
  visit(page);
}

function speak(wanted: UserLanguage): void {
  if (wanted === language) return;
  language = wanted;
  keepState(current, language);
  label();
  send({ type: "list", language });
  if (current) visit(current);
  else note(text(language, "welcome"));
}

function note(words: string): void {
  main.replaceChildren(h("p", { class: "note", role: "status" }, words));
}

function label(): void {
  document.documentElement.lang = language;
  back.setAttribute("aria-label", text(language, "back"));
  back.title = text(language, "back");
  back.disabled = trail.length === 0;
  toList.setAttribute("aria-label", text(language, "topics"));
  toList.title = text(language, "topics");
  languageGroup.setAttribute("aria-label", text(language, "language"));
  for (const option of switches) option.setAttribute("aria-pressed", String(option.dataset.language === language));
}
