/** A topic's pattern as code: in the language of the editor at first, to be copied or inserted. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-radio/index.js";
import "@vscode-elements/elements/dist/vscode-radio-group/index.js";
import type { EditorInFront } from "../../../protocol/panel.ts";
import type { PageSnippet, SnippetLanguage, UserLanguage } from "../../../protocol/requests.ts";
import { h, icon } from "./dom.ts";
import { text } from "./texts.ts";

export interface SnippetActions {
  insert(snippet: PageSnippet): void;
  copy(text: string): void;
}

export interface SnippetView {
  readonly element: HTMLElement;
  /** Tells where "Insert" would go; the tab follows the editor until the reader has chosen one. */
  showEditor(editor: EditorInFront | undefined): void;
}

const languageNames = { yaml: "YAML", json: "JSON", typescript: "TypeScript", python: "Python" } as const;

export function snippetView(shown: PageSnippet, language: UserLanguage, { insert, copy }: SnippetActions): SnippetView {
  let chosenByReader = false;
  const code = h("code");
  const block = h("pre", { tabindex: 0 }, code);
  const status = h("span", { role: "status", class: "status" });
  const target = h("p", { class: "target" });
  const tabs = shown.languages.map((variant) =>
    h(
      "vscode-radio",
      {
        name: "snippet-language",
        value: variant.language,
        change: () => {
          chosenByReader = true;
          choose(variant.language);
        },
      },
      languageNames[variant.language],
    ),
  );

  function choose(wanted: SnippetLanguage | undefined): void {
    const variant = shown.languages.find((candidate) => candidate.language === wanted) ?? shown.languages[0];
    code.textContent = variant?.text ?? "";
    if (variant) block.setAttribute("aria-label", languageNames[variant.language]);
    status.textContent = "";
    tabs.forEach((tab, index) => {
      tab.checked = shown.languages[index] === variant;
    });
  }

  choose(undefined);
  return {
    element: h(
      "section",
      { class: "snippet" },
      h("h2", {}, icon("code"), text(language, "snippet")),
      h("p", {}, shown.title),
      h("vscode-radio-group", { class: "languages", "aria-label": text(language, "snippet") }, ...tabs),
      block,
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
      target,
    ),
    showEditor(editor) {
      if (editor?.language) {
        const name = languageNames[editor.language];
        target.textContent = text(language, "insertsInto", { file: editor.name, language: name });
        if (!chosenByReader) choose(editor.language);
      } else {
        target.textContent = text(language, "insertsNowhere");
      }
    },
  };
}
