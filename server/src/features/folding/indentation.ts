/** Folds by indentation, as editors make them where no server gives any. */

/** Offsets in the text that was given, from the line's first character that is no blank to the end of the last line. */
export interface IndentedArea {
  readonly start: number;
  readonly end: number;
  /** How many areas it lies in. */
  readonly depth: number;
}

interface OpenLine {
  readonly start: number;
  readonly indent: number;
  hasInner: boolean;
}

/**
 * Every line with the deeper ones below it. Blank lines at the end stay outside, and comments open nothing: their runs
 * are folded as such.
 *
 * @param text lines of which the first may lack its indentation; it holds all others
 */
export function indentedAreas(text: string): readonly IndentedArea[] {
  const areas: IndentedArea[] = [];
  const open: OpenLine[] = [];
  let end = 0;
  const closeFrom = (indent: number): void => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      open.pop();
      if (top.hasInner) areas.push({ start: top.start, end, depth: open.length });
    }
  };
  for (const match of text.matchAll(/^([ \t]*)(\S.*)$/gm)) {
    const [line, blanks = "", content = ""] = match;
    const indent = match.index === 0 ? -1 : blanks.length;
    closeFrom(indent);
    const outer = open.at(-1);
    if (outer) outer.hasInner = true;
    if (!content.startsWith("#")) open.push({ start: match.index + blanks.length, indent, hasInner: false });
    end = match.index + line.trimEnd().length;
  }
  closeFrom(-1);
  return areas;
}
