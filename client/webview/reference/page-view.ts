/** Draws one page: a topic or a rule. */
import type { PageReference } from "../../../protocol/panel.ts";
import type {
  Page,
  PageCorrection,
  PageLink,
  PageSnippet,
  PageSource,
  UserLanguage,
} from "../../../protocol/requests.ts";
import { h, icon } from "./dom.ts";
import { figureView } from "./figure/figure.ts";
import { renderMarkdown } from "./markdown.ts";
import { text } from "./texts.ts";

export interface PageActions {
  open(page: PageReference): void;
  insert(snippet: PageSnippet): void;
  copy(text: string): void;
}

/** The page as an article; its heading takes the focus when the reader moves there. */
export function pageView(page: Page, actions: PageActions): HTMLElement {
  const { language } = page;
  const body = h("div", { class: "body" });
  body.innerHTML = renderMarkdown(page.body, language);
  return h(
    "article",
    { lang: language },
    h(
      "header",
      {},
      h("h1", { tabindex: -1 }, page.title),
      page.kind === "rule"
        ? h("p", { class: "tagline" }, h("code", {}, page.tagline))
        : h("p", { class: "tagline" }, page.tagline),
    ),
    ...page.figures.map(figureView),
    body,
    corrections(page.corrections, language),
    links("checks", "check", page.rules, language, actions),
    page.snippet ? snippet(page.snippet, language, actions) : undefined,
    links("related", "references", page.related, language, actions),
    sources(page.sources, language),
  );
}

function corrections(all: readonly PageCorrection[], language: UserLanguage): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return h(
    "section",
    { class: "corrections" },
    h("h2", {}, icon("warning"), text(language, "changed")),
    ...all.map(({ noted, truth, since, kind }) =>
      h(
        "dl",
        {},
        h("dt", {}, text(language, "noted"), h("span", { class: "kind" }, text(language, kind))),
        h("dd", { class: "noted" }, inline(noted, language)),
        h(
          "dt",
          {},
          text(language, "truth"),
          since ? h("span", { class: "kind" }, text(language, "since", { date: since })) : undefined,
        ),
        h("dd", {}, inline(truth, language)),
      ),
    ),
  );
}

function inline(markdown: string, language: UserLanguage): HTMLElement {
  const holder = h("div");
  holder.innerHTML = renderMarkdown(markdown, language);
  return holder;
}

function links(
  title: "checks" | "related",
  symbol: string,
  all: readonly PageLink[],
  language: UserLanguage,
  { open }: PageActions,
): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return h(
    "section",
    { class: "links" },
    h("h2", {}, icon(symbol), text(language, title)),
    h(
      "ul",
      {},
      ...all.map(({ kind, id, title: name }) =>
        h("li", {}, h("button", { type: "button", class: "link", click: () => open({ kind, id }) }, name)),
      ),
    ),
  );
}

const languageNames = { yaml: "YAML", json: "JSON", typescript: "TypeScript", python: "Python" } as const;

function snippet(shown: PageSnippet, language: UserLanguage, { insert, copy }: PageActions): HTMLElement {
  const code = h("code");
  const status = h("span", { role: "status", class: "status" });
  const tabs = shown.languages.map((variant) =>
    h(
      "vscode-radio",
      { name: "snippet-language", value: variant.language, change: () => choose(variant.language) },
      languageNames[variant.language],
    ),
  );
  function choose(wanted: string): void {
    const variant = shown.languages.find((candidate) => candidate.language === wanted) ?? shown.languages[0];
    code.textContent = variant?.text ?? "";
    status.textContent = "";
    tabs.forEach((tab, index) => {
      tab.toggleAttribute("checked", shown.languages[index] === variant);
    });
  }
  choose(shown.languages[0]?.language ?? "");
  return h(
    "section",
    { class: "snippet" },
    h("h2", {}, icon("code"), text(language, "snippet")),
    h("p", {}, shown.title),
    h("vscode-radio-group", { class: "languages", "aria-label": text(language, "snippet") }, ...tabs),
    h("pre", { tabindex: 0 }, code),
    h(
      "div",
      { class: "actions" },
      h("vscode-button", { icon: "insert", click: () => insert(shown) }, text(language, "insert")),
      h(
        "vscode-button",
        {
          secondary: true,
          icon: "copy",
          click: () => {
            copy(code.textContent ?? "");
            status.textContent = text(language, "copied");
          },
        },
        text(language, "copy"),
      ),
      status,
    ),
  );
}

function sources(all: readonly PageSource[], language: UserLanguage): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return h(
    "section",
    { class: "sources" },
    h("h2", {}, icon("link-external"), text(language, "sources")),
    h(
      "ol",
      {},
      ...all.map(({ title, url, checked }, index) =>
        h(
          "li",
          { id: `source-${index + 1}` },
          h("a", { href: url }, title),
          " ",
          h("span", { class: "kind" }, text(language, "read", { date: checked })),
        ),
      ),
    ),
  );
}
