/** The bar above the page: back and forward, follow the cursor, print, and the language of everything. */
import type { UserLanguage } from "../../../protocol/requests.ts";
import { h, icon } from "./dom.ts";
import { type TextKey, text } from "./texts.ts";

export interface ToolbarActions {
  toList(): void;
  step(step: -1 | 1): void;
  follow(): void;
  print(): void;
  speak(language: UserLanguage): void;
}

export interface ToolbarState {
  readonly language: UserLanguage;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly following: boolean;
  readonly hasPage: boolean;
}

export interface Toolbar {
  readonly element: HTMLElement;
  show(state: ToolbarState): void;
}

export function toolbar(actions: ToolbarActions): Toolbar {
  const tool = (symbol: string, run: () => void, extra = "") =>
    h("button", { type: "button", class: `tool ${extra}`.trim(), click: run }, icon(symbol));
  /** In a narrow panel the list and the page take turns; this leads back to the list. */
  const toList = tool("list-flat", actions.toList, "to-list");
  const back = tool("arrow-left", () => actions.step(-1));
  const forward = tool("arrow-right", () => actions.step(1));
  const follow = tool("pin", actions.follow);
  const print = tool("export", actions.print);
  const languages = (["ja", "en"] as const).map((option) =>
    h(
      "button",
      {
        type: "button",
        class: "tool",
        "data-language": option,
        lang: option,
        "aria-label": option === "ja" ? "日本語" : "English",
        click: () => actions.speak(option),
      },
      option === "ja" ? "日本語" : "EN",
    ),
  );
  const group = h("div", { role: "group", class: "switch" }, ...languages);

  return {
    element: h("div", { class: "bar", role: "toolbar" }, toList, back, forward, follow, print, group),
    show({ language, canGoBack, canGoForward, following, hasPage }) {
      const name = (button: HTMLElement, key: TextKey): void => {
        button.setAttribute("aria-label", text(language, key));
        button.title = text(language, key);
      };
      name(toList, "topics");
      name(back, "back");
      name(forward, "forward");
      name(follow, "follow");
      name(print, "print");
      back.disabled = !canGoBack;
      forward.disabled = !canGoForward;
      print.disabled = !hasPage;
      follow.setAttribute("aria-pressed", String(following));
      follow.replaceChildren(icon(following ? "pinned" : "pin"));
      group.setAttribute("aria-label", text(language, "language"));
      for (const option of languages) {
        option.setAttribute("aria-pressed", String(option.dataset.language === language));
      }
    },
  };
}
