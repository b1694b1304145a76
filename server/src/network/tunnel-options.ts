/**
 * What the tunnels of a Site-to-Site VPN connection take: blocks of inside addresses, pre-shared keys.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpnconnection-vpntunneloptionsspecification.html
 */
import { type Cidr, contains, type Family, parseCidr, sameCidr } from "../base/cidr.ts";

interface InsideAddresses {
  /** The range that the block is taken from. */
  readonly within: Cidr;
  readonly prefix: number;
}

export const insideAddresses: Readonly<Record<Family, InsideAddresses>> = {
  4: { within: block("169.254.0.0/16"), prefix: 30 },
  6: { within: block("fd00::/8"), prefix: 126 },
};

/** Blocks of the range that AWS keeps. */
export const reservedInside: readonly Cidr[] = [
  ...[0, 1, 2, 3, 4, 5].map((third) => block(`169.254.${third}.0/30`)),
  block("169.254.169.252/30"),
];

/** Why a tunnel cannot have the block; undefined where it can. */
export function insideFault(cidr: Cidr, family: Family): "range" | "size" | "reserved" | undefined {
  const { within, prefix } = insideAddresses[family];
  if (cidr.family !== family || !contains(within, cidr)) return "range";
  if (cidr.prefix !== prefix) return "size";
  return reservedInside.some((reserved) => sameCidr(reserved, cidr)) ? "reserved" : undefined;
}

/** Why AWS does not take the text as a pre-shared key; undefined where it does. */
export function preSharedKeyFault(key: string): "length" | "characters" | "zero" | undefined {
  if (!/^[A-Za-z0-9._]*$/.test(key)) return "characters";
  if (key.length < 8 || key.length > 64) return "length";
  return key.startsWith("0") ? "zero" : undefined;
}

/** For blocks written in the code, which are right. */
function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no CIDR block`);
  return parsed.cidr;
}
