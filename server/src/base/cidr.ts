/**
 * CIDR blocks and their arithmetic, IPv4 and IPv6. The only importer of ipaddr.js.
 *
 * Parsing is strict (no host names, no missing octets, prefix required); `parseCidr`
 * tells why a text is no block, so that a message can say it.
 */

export type Family = 4 | 6;

/** A canonical network: no bits set below the prefix. Compare with `sameCidr`. */
export interface Cidr {
  readonly family: Family;
  /** First address as a number. */
  readonly base: bigint;
  /** Prefix length. */
  readonly prefix: number;
}
