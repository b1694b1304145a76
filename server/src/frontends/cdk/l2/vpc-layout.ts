/**
 * The subnets that the CDK's `Vpc` makes, to the address. Follows `Vpc.createSubnets` and `NetworkBuilder` of
 * aws-cdk-lib: groups with a mask are placed first, in order, one subnet per zone, each on the next boundary of its size;
 * what is left is shared evenly by the groups without one.
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/network-util.ts
 */

import type { CodeRange } from "../../../syntax/code/ast.ts";

export interface SubnetGroup {
  readonly name: string;
  readonly type: "public" | "private" | "isolated";
  /** `PRIVATE_WITH_EGRESS`, which may do without NAT gateways; the older names may not. */
  readonly hasOwnEgress: boolean;
  /** Prefix length of each subnet; undefined: an even share of what is left. */
  readonly mask: number | undefined;
  /** Addresses are kept free, no subnets are made. */
  readonly reserved: boolean;
  readonly mapPublicIp: boolean | undefined;
  readonly assignIpv6: boolean | undefined;
  /** Where it is written. */
  readonly range?: CodeRange | undefined;
}

export interface Block {
  readonly address: number;
  readonly prefix: number;
}

export interface PlannedSubnet {
  /** `ingressSubnet1` */
  readonly name: string;
  readonly group: SubnetGroup;
  /** Counted from 0. */
  readonly zone: number;
  /** Undefined where the VPC's block isn't known. */
  readonly cidr: string | undefined;
  /** Its place among all that were asked for, also those that are only kept free; counted from 0. */
  readonly index: number;
}

/** What is made where nothing is configured; isolated instead of private where there are to be no NAT gateways. */
export function defaultGroups(natGateways: number | undefined): readonly SubnetGroup[] {
  const group = (name: string, type: SubnetGroup["type"]): SubnetGroup => ({
    name,
    type,
    hasOwnEgress: true,
    mask: undefined,
    reserved: false,
    mapPublicIp: undefined,
    assignIpv6: undefined,
  });
  return [group("Public", "public"), natGateways === 0 ? group("Isolated", "isolated") : group("Private", "private")];
}

/**
 * @param base the VPC's block; undefined where it isn't known: then no subnet's block is
 * @param reservedZones zones for which addresses are kept free
 * @returns undefined where the CDK would refuse: the subnets do not fit, or a mask is out of range
 */
export function planSubnets(
  base: Block | undefined,
  groups: readonly SubnetGroup[],
  zones: number,
  reservedZones: number,
): readonly PlannedSubnet[] | undefined {
  const requested = groups.flatMap((group) =>
    Array.from({ length: zones + reservedZones }, (_, zone) => ({ group, zone })),
  );
  const cidrs = base && allocate(base, requested);
  const planned: PlannedSubnet[] = [];
  for (const [index, { group, zone }] of requested.entries()) {
    const cidr = cidrs?.[index];
    if (base && cidr === undefined) return undefined;
    if (group.reserved || zone >= zones) continue;
    planned.push({ name: `${group.name}Subnet${zone + 1}`, group, zone, cidr, index });
  }
  const names = new Set(planned.map(({ name }) => name));
  return names.size === planned.length ? planned : undefined;
}

/** A block for each; undefined for those that do not fit. */
function allocate(base: Block, requested: readonly { readonly group: SubnetGroup }[]): readonly (string | undefined)[] {
  let next = firstAddress(base);
  const last = next + 2 ** (32 - base.prefix) - 1;

  function place(mask: number): string | undefined {
    const length = 2 ** (32 - mask);
    if (!Number.isInteger(mask) || mask < 16 || mask > 28 || last < next + length - 1) return undefined;
    const start = Math.ceil(next / length) * length;
    next = start + length;
    return `${dotted(start)}/${mask}`;
  }

  const unsized = requested.flatMap(({ group }, index) => (group.mask === undefined ? [index] : []));
  const cidrs: (string | undefined)[] = [];
  for (const { group } of requested) if (group.mask !== undefined) cidrs.push(place(group.mask));
  const share = 32 - Math.floor(Math.log2(Math.floor((last - next + 1) / unsized.length)));
  for (const index of unsized) cidrs.splice(index, 0, place(share));
  return cidrs;
}

/** A block that does not start on a boundary of its size is moved up to the next one. */
function firstAddress({ address, prefix }: Block): number {
  const size = 2 ** (32 - prefix);
  return Math.ceil(address / size) * size;
}

/** The VPC's own block. */
export function vpcBlock(base: Block): string {
  return `${dotted(firstAddress(base))}/${base.prefix}`;
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
