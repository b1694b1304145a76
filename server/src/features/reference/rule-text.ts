/** The page of a rule ends with a line on related rules, for the reader of the file. It becomes data. */

export interface RuleText {
  /** Markdown without that line; citations stand as written. */
  readonly body: string;
  /** Ids, as written. */
  readonly related: readonly string[];
}

const relatedLine = /\n\n(?:Related rules|関連するルール): *(.+)/g;

/** A page without such a line stays as it is. */
export function readRulePage(markdown: string): RuleText {
  const related: string[] = [];
  const body = markdown.replace(relatedLine, (_, ids: string) => {
    related.push(...[...ids.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id));
    return "";
  });
  return { body, related };
}
