/** What is free in a set of blocks, and which of many blocks overlap: by one sorted sweep each. */
import { type Cidr, compareCidrs, contains, type Family, lastAddress, size } from "./cidr.ts";

const addressBits = { 4: 32n, 6: 128n } as const;

/**
 * The free space as the smallest possible list of blocks, by address. A free block never spans two blocks of `within`
 * that happen to lie side by side, since no subnet could. Blocks of either family may stand in both lists.
 */
export function freeBlocks(within: readonly Cidr[], taken: readonly Cidr[]): readonly Cidr[] {
  const gone = outermost(taken);
  return outermost(within).flatMap((block) => freeIn(block, gone));
}

/** The first `n` free blocks of the prefix length, by address. */
export function nextFree(within: readonly Cidr[], taken: readonly Cidr[], prefix: number, n: number): readonly Cidr[] {
  const found: Cidr[] = [];
  for (const { family, base, prefix: freePrefix } of freeBlocks(within, taken)) {
    if (prefix < freePrefix || prefix > addressBits[family]) continue;
    const step = 1n << (addressBits[family] - BigInt(prefix));
    const last = base + (1n << (addressBits[family] - BigInt(freePrefix)));
    for (let at = base; at < last && found.length < n; at += step) found.push({ family, base: at, prefix });
    if (found.length >= n) break;
  }
  return found;
}

/** Every unordered pair of items whose blocks overlap, in order of address; `blockOf` may leave an item out. */
export function overlappingPairs<T>(
  items: readonly T[],
  blockOf: (item: T) => Cidr | undefined,
): readonly (readonly [T, T])[] {
  const sorted = items
    .flatMap((item) => {
      const block = blockOf(item);
      return block === undefined ? [] : [{ item, block }];
    })
    .sort((a, b) => compareCidrs(a.block, b.block));
  const pairs: (readonly [T, T])[] = [];
  // Blocks are nested or apart, so those around the current one form a stack.
  const around: { readonly item: T; readonly block: Cidr }[] = [];
  for (const current of sorted) {
    for (let top = around.at(-1); top && !contains(top.block, current.block); top = around.at(-1)) around.pop();
    for (const outer of around) pairs.push([outer.item, current.item]);
    around.push(current);
  }
  return pairs;
}

/** The blocks that lie in no other one, by address, each once. */
function outermost(blocks: readonly Cidr[]): readonly Cidr[] {
  const result: Cidr[] = [];
  for (const block of blocks.toSorted(compareCidrs)) {
    const last = result.at(-1);
    if (!last || !contains(last, block)) result.push(block);
  }
  return result;
}

/** @param gone disjoint and sorted. */
function freeIn(block: Cidr, gone: readonly Cidr[]): readonly Cidr[] {
  const free: Cidr[] = [];
  let at = block.base;
  for (const taken of gone) {
    if (taken.family !== block.family || lastAddress(taken) < at) continue;
    if (taken.base > lastAddress(block)) break;
    free.push(...blocksOfRange(at, taken.base, block.family));
    at = lastAddress(taken) + 1n;
  }
  free.push(...blocksOfRange(at, lastAddress(block) + 1n, block.family));
  return free;
}

/** The fewest blocks that fill the addresses from `start` up to `end`, which is outside; none where it is not behind. */
function blocksOfRange(start: bigint, end: bigint, family: Family): readonly Cidr[] {
  const blocks: Cidr[] = [];
  let at = start;
  while (at < end) {
    let prefix = Number(addressBits[family]);
    let bigger: Cidr = { family, base: at, prefix: prefix - 1 };
    while (prefix > 0 && at % size(bigger) === 0n && at + size(bigger) <= end) {
      prefix -= 1;
      bigger = { family, base: at, prefix: prefix - 1 };
    }
    const block: Cidr = { family, base: at, prefix };
    blocks.push(block);
    at += size(block);
  }
  return blocks;
}
