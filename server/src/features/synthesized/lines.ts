/** Lines of a text that is not open. Line ends are those of the protocol. */
export interface Lines {
  /** Of the first character of each line. */
  readonly starts: readonly number[];
  /** Counted from 0. */
  positionOf(offset: number): { readonly line: number; readonly character: number };
}

export function linesOf(text: string): Lines {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return {
    starts,
    positionOf(offset) {
      let [low, high] = [0, starts.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const line = Math.max(0, low - 1);
      return { line, character: offset - (starts[line] ?? 0) };
    },
  };
}
