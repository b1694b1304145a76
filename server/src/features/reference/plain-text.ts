/** A page's Markdown as the sentences that a reader sees, for searching and for excerpts. */
import { replaceCitations } from "../../knowledge/citations.ts";

/** The paragraphs, list items and table rows, each on one line, without markup. Examples of code are left out. */
export function plainParagraphs(markdown: string): readonly string[] {
  return replaceCitations(markdown, () => "")
    .replace(/^```[\s\S]*?^```/gm, "")
    .split(/\n\s*\n|\n(?=[-|])/)
    .map(plainLine)
    .filter((line) => line !== "");
}

function plainLine(markdown: string): string {
  return markdown
    .replace(/^\s*(?:#+|[-*]|\d+\.)\s+/, "")
    .replace(/^\|[\s|:-]+\|$/, "")
    .replace(/\s*\|\s*/g, " · ")
    .replace(/^ · | · $/g, "")
    .replace(/\[\^\d+\]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*?|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
