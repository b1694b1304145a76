/** Draws one page: a topic or a rule. */
import type { EditorInFront } from "../../../protocol/panel.ts";
import type {
  Page,
  PageCorrection,
  PageLink,
  PageReference,
  PageSource,
  UserLanguage,
} from "../../../protocol/requests.ts";
import { h, icon } from "./dom.ts";
import { figureView } from "./figure/figure.ts";
import { pageOfLink, renderMarkdown } from "./markdown.ts";
import { type SnippetActions, snippetView } from "./snippet-view.ts";
import { text } from "./texts.ts";

export interface PageActions extends SnippetActions {
  open(page: PageReference): void;
}

export interface PageView {
  /** An article; its heading takes the focus when the reader moves there. */
  readonly element: HTMLElement;
  /** Says which editor the page's snippet would go into. */
  showEditor(editor: EditorInFront | undefined): void;
}

export function pageView(page: Page, actions: PageActions): PageView {
  const { language } = page;
  const body = h("div", {
    class: "body",
    click: (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const target = link && pageOfLink(link.getAttribute("href") ?? "");
      if (!target) return;
      event.preventDefault();
      actions.open(target);
    },
  });
  body.innerHTML = renderMarkdown(page.body, language);
  // Figures stand behind the first paragraph, which says what the page is about.
  const figures = h("div", { class: "figures" }, ...page.figures.map(figureView));
  const lead = body.querySelector(":scope > p");
  if (lead) lead.after(figures);
  else body.prepend(figures);
  const snippet = page.snippet && snippetView(page.snippet, language, actions);
  const element = h(
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
    body,
    corrections(page.corrections, language),
    ...(page.kind === "topic"
      ? [
          links("checks", "check", page.rules, language, actions) ?? lookFor(page.lookFor, language),
          snippet?.element,
          links("related", "references", page.related, language, actions),
        ]
      : [links("relatedOfRule", "references", [...page.related, ...page.rules], language, actions)]),
    sources(page.sources, language),
  );
  return { element, showEditor: (editor) => snippet?.showEditor(editor) };
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
  title: "checks" | "related" | "relatedOfRule",
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
        h(
          "li",
          {},
          h("button", { type: "button", class: "link", click: () => open({ kind, id }) }, name),
          kind === "rule" ? h("code", { class: "kind" }, id) : undefined,
        ),
      ),
    ),
  );
}

function lookFor(all: readonly string[], language: UserLanguage): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return h(
    "section",
    { class: "links" },
    h("h2", {}, icon("eye"), text(language, "lookFor")),
    h("p", { class: "kind" }, text(language, "noRules")),
    h("ul", {}, ...all.map((fact) => h("li", {}, inline(fact, language)))),
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
          h("span", { class: "kind" }, text(language, "read", { date: checked })),
        ),
      ),
    ),
  );
}
