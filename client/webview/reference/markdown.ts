/** Markdown of the knowledge base to markup. No raw HTML; links only to pages of ours and to https. */
import MarkdownIt from "markdown-it";
import type { UserLanguage } from "../../../protocol/requests.ts";
import { text } from "./texts.ts";

/** Renders a page's body; `[^n]` becomes a link to the n-th source. */
export function renderMarkdown(body: string, language: UserLanguage): string {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = (url) => url.startsWith("https://") || url.startsWith("#");
  markdown.inline.ruler.before("link", "source-mark", (state, silent) => {
    const mark = /^\[\^(\d+)\]/.exec(state.src.slice(state.pos, state.pos + 8));
    if (!mark?.[1]) return false;
    if (!silent) {
      const token = state.push("source_mark", "", 0);
      token.content = mark[1];
    }
    state.pos += mark[0].length;
    return true;
  });
  markdown.renderer.rules.source_mark = (tokens, index) => {
    const number = Number(tokens[index]?.content);
    const label = text(language, "source", { n: number });
    // The word joiner keeps the mark on the line of the word it belongs to.
    return `&#8288;<sup><a href="#source-${number}" class="source-mark" aria-label="${label}">${number}</a></sup>`;
  };
  markdown.renderer.rules.table_open = () => '<div class="table"><table>';
  markdown.renderer.rules.table_close = () => "</table></div>";
  return markdown.render(body);
}
