/** Which subnets a `Vpc` makes in a stack with so many zones, and which of them have NAT gateways. */
import { type SubnetSelection, selectSubnets } from "./subnet-selection.ts";
import { type PlannedSubnet, planSubnets, type SubnetGroup } from "./vpc-layout.ts";
import type { NetworkProperties } from "./vpc-properties.ts";

export interface VpcPlan {
  readonly subnets: readonly PlannedSubnet[];
  /** How many subnets were asked for, with those that are only kept free. */
  readonly requested: number;
  /** The subnets with a NAT gateway or NAT instance. */
  readonly natSubnets: readonly PlannedSubnet[];
  readonly hasInternetGateway: boolean;
}

/** Undefined where the CDK refuses. */
export function planVpc(properties: NetworkProperties, zones: number): VpcPlan | undefined {
  const { groups, reservedZones, nat } = properties;
  const subnets = planSubnets(properties.cidr, groups, zones, reservedZones);
  // Zones that are only kept free count here, too.
  const count = nat.kind === "regional" ? 0 : natGatewayCount(properties.natGateways, groups, zones + reservedZones);
  if (!subnets || count === undefined) return undefined;
  const hasInternetGateway =
    properties.createInternetGateway && groups.some(({ type, reserved }) => type !== "isolated" && !reserved);
  const hasNat = hasInternetGateway && count > 0;
  const natSubnets = hasNat ? selectSubnets(subnets, properties.natSubnets)?.slice(0, count) : [];
  if (!natSubnets?.every(({ group }) => group.type === "public")) return undefined;
  return { subnets, requested: groups.length * (zones + reservedZones), natSubnets, hasInternetGateway };
}

/** How many NAT gateways there will be: one per zone unless told, none without private subnets. */
function natGatewayCount(
  requested: number | undefined,
  groups: readonly SubnetGroup[],
  zones: number,
): number | undefined {
  const hasPrivate = groups.some(({ type, reserved }) => type === "private" && !reserved);
  const hasPublic = groups.some(({ type, reserved }) => type === "public" && !reserved);
  const hasOwnEgress = groups.some(({ type, hasOwnEgress }) => type === "private" && hasOwnEgress);
  const count = requested === undefined ? (hasPrivate ? zones : 0) : Math.min(requested, zones);
  if (count === 0 && hasPrivate && !hasOwnEgress) return undefined;
  return count > 0 && !hasPublic ? undefined : count;
}

/** The subnet whose NAT gateway a private subnet goes through: that of its zone, else they take turns. */
export function natSubnetFor({ subnets, natSubnets }: VpcPlan, planned: PlannedSubnet): PlannedSubnet | undefined {
  const inZone = ({ zone }: PlannedSubnet): PlannedSubnet | undefined =>
    natSubnets.findLast((each) => each.zone === zone);
  const others = subnets.filter((each) => each.group.type === "private" && !inZone(each));
  return inZone(planned) ?? natSubnets[others.indexOf(planned) % natSubnets.length];
}

/** Whether what both plans have in common has the same NAT gateways in both. */
export function sameGateways(few: VpcPlan, many: VpcPlan): boolean {
  if (few.hasInternetGateway !== many.hasInternetGateway) return false;
  return few.subnets.every((planned) => {
    const same = many.subnets.find(({ name }) => name === planned.name);
    if (!same || few.natSubnets.includes(planned) !== many.natSubnets.includes(same)) return false;
    return natSubnetFor(few, planned)?.name === natSubnetFor(many, same)?.name;
  });
}

/** Several selections one behind the other, each subnet once; undefined where the CDK refuses. */
export function selectAll(
  { subnets }: VpcPlan,
  selections: readonly SubnetSelection[],
): readonly PlannedSubnet[] | undefined {
  const selected = selections.map((selection) => selectSubnets(subnets, selection));
  return selected.every((each) => each !== undefined) ? [...new Set(selected.flat())] : undefined;
}
