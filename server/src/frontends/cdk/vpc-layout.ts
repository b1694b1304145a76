/**
 * The subnets that the CDK's `Vpc` makes, to the address. Follows `Vpc.createSubnets` and `NetworkBuilder` of
 * aws-cdk-lib: groups with a mask are placed first, in order, one subnet per zone, each on the next boundary of its size;
 * what is left is shared evenly by the groups without one.
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/network-util.ts
 */

export interface SubnetGroup {
  readonly name: string;
  readonly type: "public" | "private" | "isolated";
  /** Prefix length of each subnet; undefined: an even share of what is left. */
  readonly mask: number | undefined;
  /** Addresses are kept free, no subnets are made. */
  readonly reserved: boolean;
  readonly mapPublicIp: boolean | undefined;
}

export interface PlannedSubnet {
  /** `ingressSubnet1` */
  readonly name: string;
  readonly group: SubnetGroup;
  /** Counted from 0. */
  readonly zone: number;
  readonly cidr: string;
}

/** What is made where nothing is configured; isolated instead of private where there are to be no NAT gateways. */
export function defaultGroups(natGateways: number | undefined): readonly SubnetGroup[] {
  const group = (name: string, type: SubnetGroup["type"]): SubnetGroup => {
    return { name, type, mask: undefined, reserved: false, mapPublicIp: undefined };
  };
  return [group("Public", "public"), natGateways === 0 ? group("Isolated", "isolated") : group("Private", "private")];
}

/**
 * @param base the VPC's block as address number and prefix length
 * @param reservedZones zones for which addresses are kept free
 * @returns undefined where the CDK would refuse: the subnets do not fit, or a mask is out of range
 */
export function planSubnets(
  base: { readonly address: number; readonly prefix: number },
  groups: readonly SubnetGroup[],
  zones: number,
  reservedZones: number,
): readonly PlannedSubnet[] | undefined {
  const size = 2 ** (32 - base.prefix);
  let next = firstAddress(base);
  const last = next + size - 1;

  function place(mask: number): string | undefined {
    const length = 2 ** (32 - mask);
    if (!Number.isInteger(mask) || mask < 16 || mask > 28 || last < next + length - 1) return undefined;
    const start = Math.ceil(next / length) * length;
    next = start + length;
    return `${dotted(start)}/${mask}`;
  }

  const requested = groups.flatMap((group) =>
    Array.from({ length: zones + reservedZones }, (_, zone) => ({ group, zone })),
  );
  const unsized = requested.flatMap(({ group }, index) => (group.mask === undefined ? [index] : []));
  const cidrs: (string | undefined)[] = [];
  for (const { group } of requested) if (group.mask !== undefined) cidrs.push(place(group.mask));
  const share = 32 - Math.floor(Math.log2(Math.floor((last - next + 1) / unsized.length)));
  for (const index of unsized) cidrs.splice(index, 0, place(share));

  const planned: PlannedSubnet[] = [];
  for (const [index, { group, zone }] of requested.entries()) {
    const cidr = cidrs[index];
    if (cidr === undefined) return undefined;
    if (!group.reserved && zone < zones) planned.push({ name: `${group.name}Subnet${zone + 1}`, group, zone, cidr });
  }
  return planned;
}

/** A block that does not start on a boundary of its size is moved up to the next one. */
function firstAddress({ address, prefix }: { readonly address: number; readonly prefix: number }): number {
  const size = 2 ** (32 - prefix);
  return Math.ceil(address / size) * size;
}

/** The VPC's own block. */
export function vpcBlock(base: { readonly address: number; readonly prefix: number }): string {
  return `${dotted(firstAddress(base))}/${base.prefix}`;
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** How many NAT gateways there will be: one per zone unless told, none without private subnets. */
export function natGatewayCount(
  requested: number | undefined,
  groups: readonly SubnetGroup[],
  zones: number,
): number | undefined {
  const hasPrivate = groups.some(({ type, reserved }) => type === "private" && !reserved);
  const hasPublic = groups.some(({ type, reserved }) => type === "public" && !reserved);
  const count = requested === undefined ? (hasPrivate ? zones : 0) : Math.min(requested, zones);
  return count > 0 && !hasPublic ? undefined : count;
}
