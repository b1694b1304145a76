/** Lines of a text that is not open; line ends are those of the protocol. Open documents have the protocol's own. */

/** Of the first character of each line. */
export type LineStarts = Uint32Array;

export interface LinePosition {
  /** Counted from 0. */
  readonly line: number;
  /** In UTF-16 code units. */
  readonly character: number;
}

export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return Uint32Array.from(starts);
}

export function positionIn(starts: LineStarts, offset: number): LinePosition {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const line = Math.max(0, low - 1);
  return { line, character: offset - (starts[line] ?? 0) };
}
