import type { StyleCounts } from "./block.ts";
import type { DocumentStyle } from "./tree.ts";

/** How a document writes things: by majority, with CloudFormation's usual habits where it shows none. */
export function styleOf(language: "yaml" | "json", text: string, counts: Readonly<StyleCounts>): DocumentStyle {
  return {
    language,
    eol: /\r\n/.test(text.slice(0, 4096)) ? "\r\n" : "\n",
    indent: indentOf(text),
    indentSequences: counts.indentedSequences >= counts.levelSequences,
    intrinsics: language === "json" || counts.longForms > counts.shortForms ? "long" : "short",
    quote: language === "json" || counts.doubleQuotes > counts.singleQuotes ? '"' : counts.singleQuotes > 0 ? "'" : '"',
  };
}

/** The first step of indentation in the text; two spaces where there is none. */
function indentOf(text: string): string {
  const indented = /^([ \t]+)[^\s#]/m.exec(text);
  const step = indented?.[1];
  if (step === undefined) return "  ";
  return step.startsWith("\t") ? "\t" : step.length > 8 ? "  " : step;
}
