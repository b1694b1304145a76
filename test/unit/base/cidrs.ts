/** CIDR blocks for tests. */
import fc from "fast-check";
import { blockAround, type Cidr, parseCidr } from "../../../server/src/base/cidr.ts";

export function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.cidr;
}

export const anyIpv4: fc.Arbitrary<Cidr> = fc
  .tuple(fc.bigInt(0n, 2n ** 32n - 1n), fc.integer({ min: 0, max: 32 }))
  .map(([address, prefix]) => blockAround(address, 4, prefix));

const anyIpv6: fc.Arbitrary<Cidr> = fc
  .tuple(fc.bigInt(0n, 2n ** 128n - 1n), fc.integer({ min: 0, max: 128 }))
  .map(([address, prefix]) => blockAround(address, 6, prefix));

export const anyCidr: fc.Arbitrary<Cidr> = fc.oneof(anyIpv4, anyIpv6);

/** Blocks of 10.0.0.0/24, so that many of them meet. */
export const smallCidr: fc.Arbitrary<Cidr> = fc
  .tuple(fc.bigInt(0n, 255n), fc.integer({ min: 24, max: 32 }))
  .map(([offset, prefix]) => blockAround((10n << 24n) + offset, 4, prefix));
