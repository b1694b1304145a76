import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blockIndex,
  type Cidr,
  contains,
  firstAddress,
  formatAddress,
  formatCidr,
  lastAddress,
  overlaps,
  parseCidr,
  reservedAddresses,
  sameCidr,
  size,
  subnetsOf,
  usableAddresses,
  usableRange,
} from "../../../server/src/base/cidr.ts";
import { anyCidr, cidr } from "./cidrs.ts";

describe("parseCidr", () => {
  test.each([
    ["10.0.0.0/16", "10.0.0.0/16", false],
    ["0.0.0.0/0", "0.0.0.0/0", false],
    ["10.0.0.10/25", "10.0.0.0/25", true],
    ["192.168.1.0/0", "0.0.0.0/0", true],
    ["::/0", "::/0", false],
    ["2001:DB8:0:0::/32", "2001:db8::/32", false],
    ["2001:db8::1/64", "2001:db8::/64", true],
    ["64:ff9b::/96", "64:ff9b::/96", false],
  ])("%s", (text, canonical, hasHostBits) => {
    expect(parseCidr(text)).toMatchObject({ ok: true, canonical, hasHostBits });
  });

  test.each([
    ["10.0.0.256/25", "octet"],
    ["10.0.00.0/25", "octet"],
    ["010.0.0.0/8", "octet"],
    ["10.0.0.256", "octet"],
    ["10.0.0.0", "prefix-missing"],
    ["2001:db8::", "prefix-missing"],
    ["10.0.0.0/33", "prefix-range"],
    ["::/129", "prefix-range"],
    [" 10.0.0.0/16", "spaces"],
    ["10.0.0.0/16\n", "spaces"],
    ["10.0.0.0 / 16", "spaces"],
    ["10.0.0.0 ", "spaces"],
    ["10.0.0/16", "not-cidr"],
    ["10/8", "not-cidr"],
    ["10.0.0.0/", "not-cidr"],
    ["10.0.0.0/08", "not-cidr"],
    ["10.0.0.0/+8", "not-cidr"],
    ["10.0.0.0/8/8", "not-cidr"],
    ["fe80::1%eth0/64", "not-cidr"],
    ["2001:db8:::/64", "not-cidr"],
    ["0x0a.0.0.0/8", "not-cidr"],
    ["", "not-cidr"],
    ["   ", "not-cidr"],
    ["vpc", "not-cidr"],
  ])("%j is none: %s", (text, reason) => {
    expect(parseCidr(text)).toEqual({ ok: false, reason });
  });

  test("gives back what formatCidr wrote", () => {
    fc.assert(
      fc.property(anyCidr, (block) => {
        expect(parseCidr(formatCidr(block))).toEqual({
          ok: true,
          cidr: block,
          hasHostBits: false,
          canonical: formatCidr(block),
        });
      }),
    );
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCidr(text)));
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-f:./ ]{0,24}$/), (text) => void parseCidr(text)));
  });
});

describe("relations", () => {
  test("of two blocks that share an address one contains the other", () => {
    fc.assert(
      fc.property(anyCidr, anyCidr, (a, b) => {
        const share = a.family === b.family && firstAddress(a) <= lastAddress(b) && firstAddress(b) <= lastAddress(a);
        expect(overlaps(a, b)).toBe(share);
        expect(contains(a, b) && contains(b, a)).toBe(sameCidr(a, b));
      }),
    );
  });

  test("families are apart", () => {
    expect(overlaps(cidr("0.0.0.0/0"), cidr("::/0"))).toBe(false);
  });
});

describe("addresses of a block", () => {
  const facts = (block: Cidr) => ({
    first: formatAddress(firstAddress(block), block.family),
    last: formatAddress(lastAddress(block), block.family),
    addresses: size(block),
    usable: usableAddresses(block),
  });

  test.each([
    ["10.0.0.0/24", { first: "10.0.0.0", last: "10.0.0.255", addresses: 256n, usable: 251n }],
    ["10.0.0.0/25", { first: "10.0.0.0", last: "10.0.0.127", addresses: 128n, usable: 123n }],
    ["10.0.0.128/28", { first: "10.0.0.128", last: "10.0.0.143", addresses: 16n, usable: 11n }],
    ["255.255.255.255/32", { first: "255.255.255.255", last: "255.255.255.255", addresses: 1n, usable: 0n }],
    ["2001:db8::/126", { first: "2001:db8::", last: "2001:db8::3", addresses: 4n, usable: 0n }],
  ])("%s", (text, expected) => expect(facts(cidr(text))).toEqual(expected));

  test("AWS keeps the first four and the last", () => {
    const kept = (text: string) => reservedAddresses(cidr(text)).map((address) => formatAddress(address, 4));
    expect(kept("10.0.0.128/25")).toEqual(["10.0.0.128", "10.0.0.129", "10.0.0.130", "10.0.0.131", "10.0.0.255"]);
    expect(kept("10.0.0.0/32")).toEqual(["10.0.0.0"]);
  });

  test.each([
    ["10.0.0.0/25", "10.0.0.4", "10.0.0.126"],
    ["10.0.0.128/25", "10.0.0.132", "10.0.0.254"],
  ])("usable of %s: %s to %s", (text, first, last) => {
    const range = usableRange(cidr(text));
    expect(range && [formatAddress(range.first, 4), formatAddress(range.last, 4)]).toEqual([first, last]);
  });
});

describe("subnetsOf", () => {
  const texts = (block: string, count: number, bits: number) => subnetsOf(cidr(block), count, bits)?.map(formatCidr);

  test("counts host bits", () => {
    expect(texts("10.0.0.0/24", 2, 7)).toEqual(["10.0.0.0/25", "10.0.0.128/25"]);
    expect(texts("10.0.0.0/16", 3, 8)).toEqual(["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]);
    expect(texts("2001:db8:0:1a00::/56", 2, 64)).toEqual(["2001:db8:0:1a00::/64", "2001:db8:0:1a01::/64"]);
  });

  test("a block as a whole", () => expect(texts("10.0.0.0/24", 1, 8)).toEqual(["10.0.0.0/24"]));

  test.each([
    [3, 7],
    [1, 9],
    [0, 4],
    [-1, 4],
    [1.5, 4],
    [1, -1],
    [1, 40],
  ])("%d blocks of %d bits are not to be had of a /24", (count, bits) => {
    expect(texts("10.0.0.0/24", count, bits)).toBeUndefined();
  });

  test("lie side by side inside the block", () => {
    fc.assert(
      fc.property(anyCidr, fc.integer({ min: 1, max: 64 }), fc.integer({ min: 0, max: 64 }), (block, count, bits) => {
        const subnets = subnetsOf(block, count, bits) ?? [];
        for (const [index, subnet] of subnets.entries()) {
          expect(contains(block, subnet)).toBe(true);
          expect(size(subnet)).toBe(1n << BigInt(bits));
          expect(blockIndex(subnet, block)).toBe(BigInt(index));
        }
      }),
    );
  });
});
