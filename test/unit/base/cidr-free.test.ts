import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Cidr,
  contains,
  containsAddress,
  formatCidr,
  overlaps,
  parseCidr,
  size,
} from "../../../server/src/base/cidr.ts";
import { freeBlocks, nextFree, overlappingPairs } from "../../../server/src/base/cidr-free.ts";
import { anyCidr, cidr, smallCidr } from "./cidrs.ts";

const free = (within: string[], taken: string[]) => freeBlocks(within.map(cidr), taken.map(cidr)).map(formatCidr);

describe("freeBlocks", () => {
  test("nothing taken, everything taken", () => {
    expect(free(["10.0.0.0/16"], [])).toEqual(["10.0.0.0/16"]);
    expect(free(["10.0.0.0/24"], ["10.0.0.0/25", "10.0.0.128/25"])).toEqual([]);
    expect(free(["10.0.0.0/24"], ["10.0.0.0/8"])).toEqual([]);
    expect(free([], ["10.0.0.0/8"])).toEqual([]);
  });

  test("gaps in the fewest blocks", () => {
    expect(free(["10.0.0.0/24"], ["10.0.0.64/28"])).toEqual([
      "10.0.0.0/26",
      "10.0.0.80/28",
      "10.0.0.96/27",
      "10.0.0.128/25",
    ]);
  });

  test("a free block stays within one block of the VPC", () => {
    expect(free(["10.0.0.0/17", "10.0.128.0/17"], [])).toEqual(["10.0.0.0/17", "10.0.128.0/17"]);
  });

  test("blocks inside blocks, other families, blocks elsewhere do not matter", () => {
    expect(
      free(
        ["10.0.0.0/24", "10.0.0.0/25", "2001:db8::/56"],
        ["10.0.0.0/25", "10.0.0.0/26", "2001:db8::/57", "192.168.0.0/24"],
      ),
    ).toEqual(["10.0.0.128/25", "2001:db8:0:80::/57"]);
  });

  test("free and taken together are the whole, without overlap, and no two free ones could be one", () => {
    const whole = cidr("10.0.0.0/24");
    fc.assert(
      fc.property(fc.array(smallCidr, { maxLength: 12 }), (taken) => {
        const blocks = freeBlocks([whole], taken);
        for (let at = whole.base; at < whole.base + size(whole); at++) {
          const isFree = blocks.filter((block) => containsAddress(block, at)).length;
          expect(isFree).toBe(taken.some((block) => containsAddress(block, at)) ? 0 : 1);
        }
        for (const [index, block] of blocks.entries()) {
          expect(contains(whole, block)).toBe(true);
          const next = blocks[index + 1];
          const buddies = next?.prefix === block.prefix && next.base === block.base + size(block);
          expect(buddies && block.base % (size(block) * 2n) === 0n).toBeFalsy();
        }
      }),
    );
  });

  test("IPv4 and IPv6 of any size", () => {
    fc.assert(
      fc.property(anyCidr, fc.array(anyCidr, { maxLength: 6 }), (within, taken) => {
        const blocks = freeBlocks([within], taken);
        const covered = freeBlocks([within], blocks).reduce((sum, block) => sum + size(block), 0n);
        expect(covered + blocks.reduce((sum, block) => sum + size(block), 0n)).toBe(size(within));
        expect(blocks.some((block) => taken.some((other) => overlaps(block, other)))).toBe(false);
      }),
    );
  });
});

describe("nextFree", () => {
  const next = (within: string[], taken: string[], prefix: number, n: number) =>
    nextFree(within.map(cidr), taken.map(cidr), prefix, n).map(formatCidr);

  test("by address, as many as asked for", () => {
    expect(next(["10.0.0.0/16"], ["10.0.0.0/24", "10.0.1.128/25"], 24, 2)).toEqual(["10.0.2.0/24", "10.0.3.0/24"]);
    expect(next(["10.0.0.0/16"], ["10.0.0.0/24", "10.0.1.128/25"], 25, 2)).toEqual(["10.0.1.0/25", "10.0.2.0/25"]);
  });
  test("fewer where there are no more", () => {
    expect(next(["10.0.0.0/24"], ["10.0.0.0/25"], 25, 3)).toEqual(["10.0.0.128/25"]);
    expect(next(["10.0.0.0/24"], ["10.0.0.0/26"], 24, 1)).toEqual([]);
    expect(next(["10.0.0.0/24"], [], 33, 1)).toEqual([]);
  });
  test("secondary blocks come in, too", () => {
    expect(next(["10.0.0.0/24", "100.64.0.0/24"], ["10.0.0.0/24"], 26, 1)).toEqual(["100.64.0.0/26"]);
  });
  test("IPv6", () => expect(next(["2001:db8::/56"], ["2001:db8::/64"], 64, 1)).toEqual(["2001:db8:0:1::/64"]));
});

describe("overlappingPairs", () => {
  test("finds what comparing all finds", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(smallCidr, anyCidr), { maxLength: 14 }), (blocks) => {
        const items = blocks.map((block, index) => ({ block, index }));
        const key = (a: number, b: number) => (a < b ? `${a}-${b}` : `${b}-${a}`);
        const swept = overlappingPairs(items, ({ block }) => block).map(([a, b]) => key(a.index, b.index));
        const compared = items.flatMap((a) =>
          items.filter((b) => a.index < b.index && overlaps(a.block, b.block)).map((b) => key(a.index, b.index)),
        );
        expect(swept.sort()).toEqual(compared.sort());
      }),
    );
  });
  test("leaves out what has no block", () => {
    const blockOf = (text: string): Cidr | undefined => {
      const parsed = parseCidr(text);
      return parsed.ok ? parsed.cidr : undefined;
    };
    expect(overlappingPairs(["10.0.0.0/24", "none", "10.0.0.128/25"], blockOf)).toEqual([
      ["10.0.0.0/24", "10.0.0.128/25"],
    ]);
  });
});
