/** Draws the list beside the page: all topics by section, or what a search has found. */
import type {
  PageReference,
  SearchHit,
  TopicListResult,
  TopicSummary,
  UserLanguage,
} from "../../../protocol/requests.ts";
import { h, icon, markedText } from "./dom.ts";
import { text } from "./texts.ts";

type Open = (page: PageReference) => void;

/** The sections with their topics; a section without any is left out. */
export function topicSections({ language, sections }: TopicListResult, open: Open): readonly HTMLElement[] {
  return sections
    .filter(({ topics }) => topics.length > 0)
    .map(({ title, topics }) =>
      h(
        "section",
        {},
        h("h2", { class: "section-title" }, title),
        h("ul", {}, ...topics.map((topic) => h("li", {}, topicButton(topic, language, open)))),
      ),
    );
}

/** The hits, each with where it was found. */
export function hitList(hits: readonly SearchHit[], language: UserLanguage, open: Open): HTMLElement {
  return h("ul", { class: "hits" }, ...hits.map((hit) => h("li", {}, hitButton(hit, language, open))));
}

function topicButton(topic: TopicSummary, language: UserLanguage, open: Open): HTMLElement {
  const { id, title, tagline } = topic;
  return h(
    "button",
    { type: "button", "data-kind": "topic", "data-id": id, title: tagline, click: () => open({ kind: "topic", id }) },
    h("span", { class: "line" }, h("span", { class: "topic-title" }, title), ...counts(topic, language)),
  );
}

function hitButton(hit: SearchHit, language: UserLanguage, open: Open): HTMLElement {
  const { kind, id, title, context, excerpt } = hit;
  return h(
    "button",
    { type: "button", "data-kind": kind, "data-id": id, click: () => open({ kind, id }) },
    h(
      "span",
      { class: "line" },
      h("span", { class: "topic-title" }, ...markedText(title)),
      ...(kind === "topic" ? counts(hit, language) : []),
    ),
    h(
      "span",
      { class: "context" },
      icon(kind === "topic" ? "book" : "check"),
      h("span", { class: "sr-only" }, text(language, kind)),
      kind === "topic" ? context : h("code", {}, context),
    ),
    excerpt && h("span", { class: "excerpt" }, ...markedText(excerpt)),
  );
}

function counts(
  { corrections, rules }: { readonly corrections: number; readonly rules: number },
  language: UserLanguage,
): readonly HTMLElement[] {
  return [
    ...(corrections > 0 ? [count("warning", corrections, text(language, "corrections", { n: corrections }))] : []),
    ...(rules > 0 ? [count("check", rules, text(language, "rules", { n: rules }))] : []),
  ];
}

function count(name: string, n: number, label: string): HTMLElement {
  return h("span", { class: "count", title: label, role: "img", "aria-label": label }, icon(name), String(n));
}
