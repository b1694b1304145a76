/** Builds elements. Text is always text, never markup. */
import type { MarkedText } from "../../../protocol/requests.ts";

type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** `h("button", { class: "x", click: handler }, "Text")`: functions are listeners, `true` an empty attribute. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes?: Attributes,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K];
export function h(
  name: string,
  attributes?: Attributes,
  ...children: readonly (Node | string | undefined)[]
): HTMLElement;
export function h(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A codicon, hidden from screen readers: the text beside it says the same. */
export function icon(name: string): HTMLElement {
  return h("span", { class: `codicon codicon-${name}`, "aria-hidden": "true" });
}

/** The text with its marks. */
export function markedText({ text, marks }: MarkedText): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), h("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
