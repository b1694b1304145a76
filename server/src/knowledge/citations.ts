/** Citations in topic pages: `[@natgw.zonal]`, or several as `[@natgw.zonal; @natgw.regional]`. */

const citation = /\[(@[\w.-]+(?:\s*;\s*@[\w.-]+)*)\]/g;

function idsOf(group: string): readonly string[] {
  return group.split(";").map((part) => part.trim().slice(1));
}

/** The fact ids that a page cites, each once, in the order of their first mention. */
export function citedFacts(markdown: string): readonly string[] {
  return [...new Set([...markdown.matchAll(citation)].flatMap(([, group = ""]) => idsOf(group)))];
}

/** The page with each citation replaced by what `render` makes of its fact ids; an empty text also takes the space before. */
export function replaceCitations(markdown: string, render: (ids: readonly string[]) => string): string {
  return markdown.replace(/ ?\[(@[\w.-]+(?:\s*;\s*@[\w.-]+)*)\]/g, (whole, group: string) => {
    const rendered = render(idsOf(group));
    return rendered !== "" && whole.startsWith(" ") ? ` ${rendered}` : rendered;
  });
}
