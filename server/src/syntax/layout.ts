import type { Block, Layout, Span, TextRange } from "../base/span.ts";

/** Blocks with their starting offsets, in the order of the text and not overlapping. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

/**
 * The layout of one version of a document.
 *
 * @param document the block of the whole text; spans between the other blocks belong to it
 * @param placed the blocks inside it
 */
export function createLayout(document: Block, placed: readonly PlacedBlock[]): Layout {
  const starts = new Map<Block, number>([[document, 0]]);
  for (const { block, start } of placed) starts.set(block, start);

  return {
    text: document.text,
    rangeOf(span: Span): TextRange {
      const start = starts.get(span.block);
      return start === undefined ? { start: 0, end: 0 } : { start: start + span.start, end: start + span.end };
    },
    has(block: Block): boolean {
      return starts.has(block);
    },
    locate(offset: number) {
      let low = 0;
      let high = placed.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((placed[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const candidate = placed[low - 1];
      if (candidate && offset <= candidate.start + candidate.block.text.length) {
        return { block: candidate.block, offset: offset - candidate.start };
      }
      return { block: document, offset };
    },
  };
}
