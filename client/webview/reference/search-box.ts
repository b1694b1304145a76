/** The field above the list. Each letter asks anew; Escape empties it. */
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import type { UserLanguage } from "../../../protocol/requests.ts";
import { h } from "./dom.ts";
import { text } from "./texts.ts";

export interface SearchBox {
  readonly element: HTMLElement;
  /** What is looked for, without spaces around it. */
  query(): string;
  set(query: string): void;
  label(language: UserLanguage): void;
  focus(): void;
}

export function searchBox(actions: { changed(): void; down(): void }): SearchBox {
  const field = h("vscode-textfield", { class: "search", type: "search", input: actions.changed, keydown: press });

  function press(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.isComposing) return;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      actions.down();
    } else if (event.key === "Escape" && field.value !== "") {
      event.preventDefault();
      field.value = "";
      actions.changed();
    }
  }

  return {
    element: field,
    query: () => field.value.trim(),
    set: (query) => {
      field.value = query;
    },
    label(language) {
      field.setAttribute("placeholder", text(language, "search"));
      field.setAttribute("label", text(language, "search"));
    },
    focus: () => field.focus(),
  };
}
