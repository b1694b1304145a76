/** The page of a rule ends its parts with lines for the reader of the file: sources and related rules. They become data. */

export interface RuleText {
  /** Markdown without those lines; `[^n]` marks what the n-th source says. */
  readonly body: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** Ids, as written. */
  readonly related: readonly string[];
}

const sourceLine = /\n\n(?:Source|出典): *(.+)/g;
const relatedLine = /\n\n(?:Related rules|関連するルール): *(.+)/g;

/** A page without such lines stays as it is. */
export function readRulePage(markdown: string): RuleText {
  const sources: { title: string; url: string }[] = [];
  const related: string[] = [];
  const body = markdown
    .replace(sourceLine, (_, links: string) => {
      const marks = [...links.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, title = "", url = ""]) => {
        const at = sources.findIndex((source) => source.url === url);
        return `[^${at >= 0 ? at + 1 : sources.push({ title, url })}]`;
      });
      return marks.join("");
    })
    .replace(relatedLine, (_, ids: string) => {
      related.push(...[...ids.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id));
      return "";
    });
  return { body, sources, related };
}
