/**
 * The ranges in which AWS limits what goes with what in one VPC.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
import { type Cidr, parseCidr } from "../../base/cidr.ts";

function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no CIDR block`);
  return parsed.cidr;
}

export interface NamedRange {
  readonly text: string;
  readonly cidr: Cidr;
}

function range(text: string): NamedRange {
  return { text, cidr: block(text) };
}

/** https://www.rfc-editor.org/rfc/rfc1918 */
export const privateRanges: readonly NamedRange[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(range);

export const sharedAddressSpace = range("100.64.0.0/10");
export const benchmarkRange = range("198.19.0.0/16");
export const lowTens = range("10.0.0.0/15");
export const lowestTen = range("10.0.0.0/16");
export const defaultVpcRange = range("172.31.0.0/16");
export const dockerBridge = range("172.17.0.0/16");
/** Into which no route may lead. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const serviceRanges: readonly NamedRange[] = ["169.254.168.0/22", "fd00:ec2::/32"].map(range);
