/** A VPC's address space in one line. */
import { type Cidr, overlaps } from "../../base/cidr.ts";

const MOST_CELLS_BITS = 4;

export interface BlockMap {
  /** `[##.*............]` */
  readonly text: string;
  /** Prefix length of one cell. */
  readonly cell: number;
}

/** The block in up to 16 equal cells: used, the one marked, free. */
export function blockMap(block: Cidr, taken: readonly Cidr[], marked: Cidr): BlockMap {
  const bits = Math.min(MOST_CELLS_BITS, Math.max(0, marked.prefix - block.prefix));
  const cell = block.prefix + bits;
  const size = 1n << BigInt((block.family === 4 ? 32 : 128) - cell);
  const cells = Array.from({ length: 2 ** bits }, (_, index) => {
    const at: Cidr = { family: block.family, base: block.base + BigInt(index) * size, prefix: cell };
    if (overlaps(at, marked)) return "*";
    return taken.some((other) => overlaps(at, other)) ? "#" : ".";
  });
  return { text: `[${cells.join("")}]`, cell };
}
