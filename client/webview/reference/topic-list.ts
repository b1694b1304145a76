/** The list of topics: sections with topics, filtered as one types, walked with the arrow keys. */
import type { PageReference } from "../../../protocol/panel.ts";
import type { TopicListResult, TopicSummary, UserLanguage } from "../../../protocol/requests.ts";
import { h, icon } from "./dom.ts";
import { text } from "./texts.ts";

export interface TopicListView {
  readonly element: HTMLElement;
  show(list: TopicListResult): void;
  /** Marks the topic that is open. */
  mark(page: PageReference | undefined): void;
  /** Puts the cursor into the filter. */
  focus(): void;
}

export function topicListView(open: (page: PageReference) => void): TopicListView {
  const field = h("vscode-textfield", { type: "search", input: () => filter(), keydown: stepIn });
  const list = h("div", { class: "topic-list", keydown: walk });
  const element = h("nav", { class: "topics" }, field, list);
  let marked: string | undefined;

  function buttons(): HTMLButtonElement[] {
    return [...list.querySelectorAll("button")].filter((button) => button.offsetParent !== null);
  }

  function filter(): void {
    const wanted = fieldValue(field).trim().toLowerCase();
    for (const section of list.querySelectorAll("section")) {
      let any = false;
      for (const button of section.querySelectorAll("button")) {
        const visible = button.dataset.search?.includes(wanted) ?? false;
        const item = button.closest("li");
        if (item) item.hidden = !visible;
        any ||= visible;
      }
      section.hidden = !any;
    }
    const none = list.querySelector<HTMLElement>(".no-match");
    if (none) none.hidden = buttons().length > 0;
  }

  function stepIn(event: Event): void {
    if (event instanceof KeyboardEvent && event.key === "ArrowDown") {
      event.preventDefault();
      buttons()[0]?.focus();
    }
  }

  function walk(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = buttons();
    const { activeElement } = document;
    const at = activeElement instanceof HTMLButtonElement ? all.indexOf(activeElement) : -1;
    const next = all[at + step];
    if (next) next.focus();
    else if (step < 0) field.focus();
  }

  function mark(page: PageReference | undefined): void {
    marked = page?.kind === "topic" ? page.id : undefined;
    for (const button of list.querySelectorAll("button")) {
      if (button.dataset.id === marked) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
  }

  return {
    element,
    show({ language, sections }) {
      element.setAttribute("aria-label", text(language, "topics"));
      field.setAttribute("placeholder", text(language, "filter"));
      field.setAttribute("label", text(language, "filter"));
      list.replaceChildren(
        ...sections.map(({ title, topics }) =>
          h(
            "section",
            {},
            h("h2", { class: "section-title" }, title),
            h("ul", {}, ...topics.map((topic) => h("li", {}, topicButton(topic, language, open)))),
          ),
        ),
        h("p", { class: "no-match", hidden: true, role: "status" }, text(language, "noMatch")),
      );
      filter();
      mark(marked === undefined ? undefined : { kind: "topic", id: marked });
    },
    mark,
    focus: () => field.focus(),
  };
}

function topicButton(topic: TopicSummary, language: UserLanguage, open: (page: PageReference) => void): HTMLElement {
  const { id, title, tagline, corrections, rules } = topic;
  const search = `${title} ${tagline} ${id}`.toLowerCase();
  return h(
    "button",
    { type: "button", "data-id": id, "data-search": search, title: tagline, click: () => open({ kind: "topic", id }) },
    h("span", { class: "topic-title" }, title),
    corrections > 0 ? count("warning", corrections, text(language, "corrections", { n: corrections })) : undefined,
    rules > 0 ? count("check", rules, text(language, "rules", { n: rules })) : undefined,
  );
}

function count(name: string, n: number, label: string): HTMLElement {
  return h("span", { class: "count", title: label, role: "img", "aria-label": label }, icon(name), String(n));
}

function fieldValue(field: HTMLElement): string {
  return "value" in field && typeof field.value === "string" ? field.value : "";
}
