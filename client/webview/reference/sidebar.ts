/** The side of the panel where pages are found: search box, filters, how many there are, and the list. */
import type { ListFilters } from "../../../protocol/panel.ts";
import type { PageReference, SearchResult, TopicListResult, UserLanguage } from "../../../protocol/requests.ts";
import { h } from "./dom.ts";
import { filterBar } from "./filter-bar.ts";
import { isFiltering, noFilters, passes } from "./filters.ts";
import { isSamePage } from "./history.ts";
import { searchBox } from "./search-box.ts";
import { text } from "./texts.ts";
import { hitList, topicSections } from "./topic-list.ts";

export interface SidebarActions {
  open(page: PageReference): void;
  search(query: string): void;
  /** What is looked for or left out has changed. */
  changed(): void;
}

export interface Sidebar {
  readonly element: HTMLElement;
  query(): string;
  filters(): ListFilters;
  showTopics(list: TopicListResult): void;
  /** Ignored where the reader has typed on. */
  showHits(query: string, result: SearchResult): void;
  /** Marks the page that is open. */
  mark(page: PageReference | undefined): void;
  focus(): void;
}

export function sidebar(
  restored: { readonly query: string; readonly filters: ListFilters },
  { open, search, changed }: SidebarActions,
): Sidebar {
  let { filters } = restored;
  let topics: TopicListResult | undefined;
  let hits: SearchResult | undefined;
  let marked: PageReference | undefined;

  const box = searchBox({ changed: look, down: () => buttons()[0]?.focus() });
  const bar = filterBar({
    changed(wanted) {
      filters = wanted;
      draw();
      changed();
    },
    clear() {
      filters = noFilters;
      draw();
      changed();
      box.focus();
    },
  });
  const found = h("p", { class: "found", role: "status" });
  const list = h("div", { class: "topic-list", keydown: walk });
  const element = h("nav", { class: "topics" }, box.element, bar.element, found, list);
  box.set(restored.query);

  function look(): void {
    changed();
    const query = box.query();
    if (query === "") draw();
    else search(query);
  }

  function draw(): void {
    if (!topics) return;
    const { language, sections } = topics;
    bar.show(language, sections, filters);
    if (box.query() === "") drawTopics(topics);
    // While the next answer is on its way, the last one stays.
    else if (hits) drawHits(hits);
    mark(marked);
  }

  function drawTopics(all: TopicListResult): void {
    const sections = all.sections.map(({ id, title, topics: inSection }) => ({
      id,
      title,
      topics: inSection.filter((topic) => passes(filters, { ...topic, section: id })),
    }));
    list.replaceChildren(...topicSections({ ...all, sections }, open));
    const n = sections.reduce((sum, section) => sum + section.topics.length, 0);
    count(all.language, n, "topicCount");
  }

  function drawHits({ language, hits: all }: SearchResult): void {
    const passing = all.filter((hit) => passes(filters, hit));
    list.replaceChildren(hitList(passing, language, open));
    list.scrollTop = 0;
    count(language, passing.length, "hitCount", all.length - passing.length);
  }

  function count(language: UserLanguage, n: number, key: "topicCount" | "hitCount", hidden = 0): void {
    const words = [
      n === 0 ? text(language, "noMatch") : text(language, n === 1 ? `${key}One` : key, { n }),
      hidden > 0
        ? text(language, "hidden", { n: hidden })
        : n === 0 && isFiltering(filters)
          ? text(language, "filtered")
          : "",
    ];
    found.textContent = words.filter((each) => each !== "").join(" · ");
  }

  function buttons(): HTMLButtonElement[] {
    return [...list.querySelectorAll("button")];
  }

  function walk(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    const all = buttons();
    const { activeElement } = document;
    const at = activeElement instanceof HTMLButtonElement ? all.indexOf(activeElement) : -1;
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0) box.focus();
    else all[target]?.focus();
  }

  function mark(page: PageReference | undefined): void {
    marked = page;
    for (const button of buttons()) {
      const { kind, id } = button.dataset;
      if (page && (kind === "topic" || kind === "rule") && id !== undefined && isSamePage(page, { kind, id })) {
        button.setAttribute("aria-current", "page");
      } else button.removeAttribute("aria-current");
    }
  }

  return {
    element,
    query: () => box.query(),
    filters: () => filters,
    showTopics(shown) {
      topics = shown;
      element.setAttribute("aria-label", text(shown.language, "topics"));
      box.label(shown.language);
      draw();
      if (box.query() !== "") search(box.query());
    },
    showHits(query, result) {
      if (query !== box.query() || result.language !== topics?.language) return;
      hits = result;
      draw();
    },
    mark,
    focus: () => box.focus(),
  };
}
