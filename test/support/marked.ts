/** Puts an annotation below the last place where the target stands, for texts that are put together. */
export function marked(text: string, target: string, words: string): string {
  const at = text.lastIndexOf(target);
  if (at < 0) throw new Error(`There is no ${target} to mark.`);
  const lineStart = text.lastIndexOf("\n", at) + 1;
  const nextLine = text.indexOf("\n", at);
  const lineEnd = nextLine < 0 ? text.length : nextLine;
  const carets = " ".repeat(at - lineStart) + "^".repeat(target.length);
  return `${text.slice(0, lineEnd)}\n${carets} ${words}${text.slice(lineEnd)}`;
}
