/**
 * Ranges that have a meaning of their own. IANA's registries:
 * https://www.iana.org/assignments/iana-ipv4-special-registry and .../iana-ipv6-special-registry
 */
import { type Cidr, contains, type Family, parseCidr } from "./cidr.ts";

/** A range, and the name that rules and texts know it by. */
export interface KnownRange {
  readonly name:
    | "this-network"
    | "rfc1918"
    | "shared"
    | "loopback"
    | "link-local"
    | "documentation"
    | "benchmarking"
    | "multicast"
    | "reserved"
    | "nat64"
    | "unique-local"
    | "unspecified";
  readonly cidr: Cidr;
}

const texts: readonly (readonly [KnownRange["name"], string])[] = [
  ["this-network", "0.0.0.0/8"],
  ["rfc1918", "10.0.0.0/8"],
  ["rfc1918", "172.16.0.0/12"],
  ["rfc1918", "192.168.0.0/16"],
  ["shared", "100.64.0.0/10"],
  ["loopback", "127.0.0.0/8"],
  ["link-local", "169.254.0.0/16"],
  ["documentation", "192.0.2.0/24"],
  ["benchmarking", "198.18.0.0/15"],
  ["documentation", "198.51.100.0/24"],
  ["documentation", "203.0.113.0/24"],
  ["multicast", "224.0.0.0/4"],
  ["reserved", "240.0.0.0/4"],
  ["unspecified", "::/128"],
  ["loopback", "::1/128"],
  ["nat64", "64:ff9b::/96"],
  ["documentation", "2001:db8::/32"],
  ["unique-local", "fc00::/7"],
  ["link-local", "fe80::/10"],
  ["multicast", "ff00::/8"],
];

export const knownRanges: readonly KnownRange[] = texts.map(([name, text]) => ({ name, cidr: block(text) }));

/** Every address of the family: `0.0.0.0/0`, `::/0`. */
export const everything: Readonly<Record<Family, Cidr>> = {
  4: { family: 4, base: 0n, prefix: 0 },
  6: { family: 6, base: 0n, prefix: 0 },
};

/** The prefix under which NAT64 shows IPv4 addresses (RFC 6052). */
export const nat64Prefix: Cidr = block("64:ff9b::/96");

/** The range with a meaning in which all of the block lies. */
export function knownRangeOf(cidr: Cidr): KnownRange | undefined {
  return knownRanges.find((range) => contains(range.cidr, cidr));
}

/** Not routed on the Internet by anybody: RFC 1918, carriers' shared addresses (RFC 6598), unique local IPv6. */
export function isPrivate(cidr: Cidr): boolean {
  const name = knownRangeOf(cidr)?.name;
  return name === "rfc1918" || name === "shared" || name === "unique-local";
}

/** For blocks written in the code, which are right. */
function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no CIDR block`);
  return parsed.cidr;
}
