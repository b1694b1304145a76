/** Pieces of Markdown, made so that names and texts of a template can never become markup. */

/** Text that is to be read as it is. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&").replace(/\r?\n/g, " ");
}

/** Inline code; a text with backticks gets a longer fence. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padded = text.startsWith("`") || text.endsWith("`") ? ` ${text} ` : text;
  return `${fence}${padded.replace(/\r?\n/g, " ")}${fence}`;
}

export function strong(text: string): string {
  return `**${plain(text)}**`;
}

/** A name of the template. */
export function name(text: string): string {
  return `*${plain(text)}*`;
}

export function link(text: string, target: string): string {
  return `[${plain(text)}](${target})`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Paragraphs with an empty line between, empty ones left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** Markdown of a line as the text that one sees: for labels that know no markup. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(/\\([\\`*_{}[\]<>()#+!|~-])|[*`]/g, "$1");
}

/** The first sentences of a text, at most `limit` characters where a sentence ends before that. */
export function firstSentences(text: string, limit: number): string {
  const first = tidied(text.trim().split(/\n\s*\n/)[0] ?? "");
  if (first.length <= limit) return first;
  // Half a link is none.
  const cut = first.slice(0, limit).replace(/\[[^\]]*$|\[[^\]]*\]\([^)]*$/, "");
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("。"));
  return end > 0 ? cut.slice(0, end + 1) : `${cut.trimEnd()}…`;
}

/** AWS's texts have blanks between code and what follows it: `( `tcp` , `udp` )`. */
function tidied(text: string): string {
  return text.replace(/` (?=[,.;:)])/g, "`").replace(/\( (?=`)/g, "(");
}
