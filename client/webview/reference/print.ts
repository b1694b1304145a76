/**
 * A page as a document of its own. The editor keeps its panels from printing (no `window.print` inside), so a browser
 * has to: what is drawn, without what only works in here, with its style in it and without any script.
 */
import type { Page } from "../../../protocol/requests.ts";
import { h } from "./dom.ts";
import style from "./print.css" with { type: "text" };

/** An HTML document with the page as it is drawn in `main`. */
export function printDocument({ language, title }: Page, main: HTMLElement): string {
  const head = h(
    "head",
    {},
    h("meta", { charset: "utf-8" }),
    h("meta", {
      "http-equiv": "Content-Security-Policy",
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("title", {}, `${title} · Routewise`),
    h("style", {}, style),
  );
  return `<!DOCTYPE html>\n${h("html", { lang: language }, head, h("body", {}, ...printable(main))).outerHTML}\n`;
}

function printable(main: HTMLElement): readonly Node[] {
  return [...main.children].map((child) => {
    const copy = child.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return copy;
    for (const only of copy.querySelectorAll(".actions, .target, .languages, .codicon")) only.remove();
    for (const button of copy.querySelectorAll("button")) button.replaceWith(h("span", {}, button.textContent ?? ""));
    for (const element of copy.querySelectorAll("[tabindex]")) element.removeAttribute("tabindex");
    return copy;
  });
}
