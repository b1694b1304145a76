/** Markdown of the knowledge base to markup. No raw HTML; links only to pages of ours and to https. */
import MarkdownIt from "markdown-it";
import type { PageReference, UserLanguage } from "../../../protocol/requests.ts";
import { text } from "./texts.ts";

/** Renders a page's body; `[^n]` becomes a link to the n-th source. */
export function renderMarkdown(body: string, language: UserLanguage): string {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = (url) => url.startsWith("https://") || url.startsWith("#");
  markdown.inline.ruler.before("link", "source-marks", (state, silent) => {
    const marks = /^(?:\[\^\d+\])+/.exec(state.src.slice(state.pos, state.posMax))?.[0];
    if (marks === undefined) return false;
    if (!silent) state.push("source_marks", "", 0).content = marks;
    state.pos += marks.length;
    return true;
  });
  markdown.renderer.rules.source_marks = (tokens, index) => {
    const numbers = tokens[index]?.content.match(/\d+/g) ?? [];
    const links = numbers.map((n) => {
      const label = text(language, "source", { n });
      return `<a href="#source-${n}" class="source-mark" aria-label="${label}">${n}</a>`;
    });
    // The word joiner keeps the marks on the line of the word they belong to.
    return `&#8288;<sup>${links.join(",")}</sup>`;
  };
  markdown.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    const example = /\b(wrong|right)\b/.exec(token?.info ?? "")?.[1];
    const code = `<code>${markdown.utils.escapeHtml(token?.content ?? "")}</code>`;
    // Wide code scrolls, which the keyboard must be able to do too.
    if (example !== "wrong" && example !== "right") return `<pre tabindex="0">${code}</pre>`;
    const label = text(language, example === "wrong" ? "wrongExample" : "rightExample");
    return `<pre tabindex="0" role="group" class="${example}" aria-label="${label}">${code}</pre>`;
  };
  markdown.renderer.rules.table_open = () => '<div class="table"><table>';
  markdown.renderer.rules.table_close = () => "</table></div>";
  return markdown.render(body);
}

/** The page of ours that a link leads to: `#topic/nat-gateway`, `#rule/subnet-overlap`. */
export function pageOfLink(href: string): PageReference | undefined {
  const [, kind, id] = /^#(topic|rule)\/([\w-]+)$/.exec(href) ?? [];
  return (kind === "topic" || kind === "rule") && id !== undefined ? { kind, id } : undefined;
}
