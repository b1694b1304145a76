/**
 * CIDR blocks and their arithmetic, IPv4 and IPv6. The only importer of ipaddr.js.
 *
 * Parsing is strict (no host names, no missing octets, prefix required); `parseCidr`
 * tells why a text is no block, so that a message can say it. Free space is in `cidr-free.ts`, ranges with a meaning
 * of their own in `cidr-ranges.ts`.
 */
import ipaddr from "ipaddr.js";

export type Family = 4 | 6;

/** A canonical network: no bits set below the prefix. Compare with `sameCidr`. */
export interface Cidr {
  readonly family: Family;
  /** First address as a number. */
  readonly base: bigint;
  /** Prefix length. */
  readonly prefix: number;
}

/** Why a text is no CIDR block. */
export type CidrFault =
  /** White space in or around it; without it the text is a block or an address. */
  | "spaces"
  /** An address alone. */
  | "prefix-missing"
  /** The prefix length is beyond what the family has. */
  | "prefix-range"
  /** Four numbers, but one of them is above 255 or has leading zeros. */
  | "octet"
  | "not-cidr";

export type ParsedCidr =
  | {
      readonly ok: true;
      /** The network, host bits cleared. */
      readonly cidr: Cidr;
      /** Bits are set below the prefix: `10.0.0.10/24`. */
      readonly hasHostBits: boolean;
      /** The network as text. */
      readonly canonical: string;
    }
  | { readonly ok: false; readonly reason: CidrFault };

const addressBits = { 4: 32, 6: 128 } as const;

/** Reads `10.0.0.0/16` or `2001:db8::/32`. Addresses are written out (no `10/8`) and prefixes have no leading zero. */
export function parseCidr(text: string): ParsedCidr {
  const parts = /^([^/\s]+)\/(\d+)$/.exec(text);
  const address = parts?.[1] === undefined ? undefined : parseAddress(parts[1]);
  const prefixText = parts?.[2] ?? "";
  if (address === undefined) return { ok: false, reason: faultOf(text) };
  const prefix = Number(prefixText);
  if (String(prefix) !== prefixText) return { ok: false, reason: "not-cidr" };
  if (prefix > addressBits[address.family]) return { ok: false, reason: "prefix-range" };
  const cidr = blockAround(address.value, address.family, prefix);
  return { ok: true, cidr, hasHostBits: cidr.base !== address.value, canonical: formatCidr(cidr) };
}

function faultOf(text: string): CidrFault {
  const joined = text.replace(/\s+/g, "");
  if (joined !== text) return parseCidr(joined).ok || parseAddress(joined) !== undefined ? "spaces" : faultOf(joined);
  if (parseAddress(text) !== undefined) return "prefix-missing";
  return /^\d+(\.\d+){3}(\/\d+)?$/.test(text) ? "octet" : "not-cidr";
}

/** Reads an address without a prefix; undefined for anything else (zone ids, octal and short forms of IPv4 included). */
export function parseAddress(text: string): { readonly family: Family; readonly value: bigint } | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return { family: 4, value: numberOf(ipaddr.IPv4.parse(text).toByteArray()) };
  }
  if (!text.includes(":") || text.includes("%") || !ipaddr.IPv6.isValid(text)) return undefined;
  return { family: 6, value: numberOf(ipaddr.IPv6.parse(text).toByteArray()) };
}

function numberOf(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** `10.0.0.0/16`, `2001:db8::/32` (RFC 5952). */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.base, cidr.family)}/${cidr.prefix}`;
}

/** `10.0.0.1`, `2001:db8::1` (RFC 5952). */
export function formatAddress(address: bigint, family: Family): string {
  const bytes: number[] = [];
  for (let shift = addressBits[family] - 8; shift >= 0; shift -= 8)
    bytes.push(Number((address >> BigInt(shift)) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}

/** The network of this prefix length that holds the address. */
export function blockAround(address: bigint, family: Family, prefix: number): Cidr {
  const hostBits = BigInt(addressBits[family] - prefix);
  return { family, base: (address >> hostBits) << hostBits, prefix };
}

export function sameCidr(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.prefix === b.prefix && a.base === b.base;
}

/** Whether all of `inner` lies in `outer`; a block contains itself. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return (
    outer.family === inner.family &&
    outer.prefix <= inner.prefix &&
    outer.base <= inner.base &&
    inner.base <= lastAddress(outer)
  );
}

export function containsAddress(cidr: Cidr, address: bigint): boolean {
  return cidr.base <= address && address <= lastAddress(cidr);
}

/** Whether they share an address: of two blocks that do, one contains the other. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

export function firstAddress(cidr: Cidr): bigint {
  return cidr.base;
}

export function lastAddress(cidr: Cidr): bigint {
  return cidr.base + size(cidr) - 1n;
}

/** How many addresses there are. */
export function size(cidr: Cidr): bigint {
  return 1n << BigInt(addressBits[cidr.family] - cidr.prefix);
}

/**
 * The addresses of a subnet that AWS keeps: the first four and the last, in the order of addresses (network, router, DNS,
 * future use, last), of IPv4 and of IPv6 blocks. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function reservedAddresses(cidr: Cidr): readonly bigint[] {
  const reserved = [0n, 1n, 2n, 3n].map((offset) => cidr.base + offset);
  const last = lastAddress(cidr);
  return [...reserved.filter((address) => address < last), last];
}

/** How many addresses of a subnet can be given to interfaces: all but the five that AWS keeps. */
export function usableAddresses(cidr: Cidr): bigint {
  const usable = size(cidr) - 5n;
  return usable > 0n ? usable : 0n;
}

/** The first and last address of a subnet that can be given to interfaces; undefined where AWS keeps all. */
export function usableRange(cidr: Cidr): { readonly first: bigint; readonly last: bigint } | undefined {
  return usableAddresses(cidr) === 0n ? undefined : { first: cidr.base + 4n, last: lastAddress(cidr) - 1n };
}

/**
 * The blocks that `Fn::Cidr` gives: `count` blocks with `hostBits` host bits each, side by side from the start of
 * `block` on. Undefined where they do not fit or the numbers are none that a block can have.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function subnetsOf(block: Cidr, count: number, hostBits: number): readonly Cidr[] | undefined {
  if (!Number.isInteger(count) || !Number.isInteger(hostBits) || count < 1 || hostBits < 0) return undefined;
  const prefix = addressBits[block.family] - hostBits;
  if (prefix < block.prefix || BigInt(count) > 1n << BigInt(prefix - block.prefix)) return undefined;
  const step = 1n << BigInt(hostBits);
  return Array.from({ length: count }, (_, index) => ({
    family: block.family,
    base: block.base + BigInt(index) * step,
    prefix,
  }));
}

/** Which of the blocks of its own size inside `within` the block is, from 0 on. It must lie inside. */
export function blockIndex(of: Cidr, within: Cidr): bigint {
  return (of.base - within.base) / size(of);
}

/** By address, larger blocks first; IPv4 before IPv6. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.base !== b.base) return a.base < b.base ? -1 : 1;
  return a.prefix - b.prefix;
}
