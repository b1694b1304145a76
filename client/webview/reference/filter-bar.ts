/** The filters above the list, and the way back to all of it. */
import "@vscode-elements/elements/dist/vscode-checkbox/index.js";
import type { ListFilters } from "../../../protocol/panel.ts";
import type { TopicSection, UserLanguage } from "../../../protocol/requests.ts";
import { h } from "./dom.ts";
import { isFiltering } from "./filters.ts";
import { text } from "./texts.ts";

export interface FilterBar {
  readonly element: HTMLElement;
  /** Draws the bar anew: for another language, other sections, other filters. */
  show(language: UserLanguage, sections: readonly TopicSection[], filters: ListFilters): void;
}

export function filterBar(actions: { changed(filters: ListFilters): void; clear(): void }): FilterBar {
  const section = h("select", { class: "section", change: report });
  const changed = h("vscode-checkbox", { toggle: true, change: report });
  const checked = h("vscode-checkbox", { toggle: true, change: report });
  const clear = h("button", { type: "button", class: "link clear", click: actions.clear });
  const element = h("div", { class: "filters", role: "group" }, section, changed, checked, clear);

  function report(): void {
    actions.changed({ section: section.value || undefined, changed: changed.checked, checked: checked.checked });
  }

  return {
    element,
    show(language, sections, filters) {
      element.setAttribute("aria-label", text(language, "filters"));
      section.setAttribute("aria-label", text(language, "section"));
      section.replaceChildren(
        h("option", { value: "" }, text(language, "allSections")),
        ...sections.map(({ id, title }) => h("option", { value: id }, title)),
      );
      section.value = filters.section ?? "";
      changed.label = text(language, "changed");
      changed.checked = filters.changed;
      checked.label = text(language, "hasChecks");
      checked.checked = filters.checked;
      clear.textContent = text(language, "clear");
      clear.hidden = !isFiltering(filters);
    },
  };
}
