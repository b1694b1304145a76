/**
 * What fits into a `Vpc`: the masks that a group of its subnets may have, and the numbers of zones. Reads less than
 * `vpcProperties` does, so that it has an answer while names and kinds of the groups are still being typed.
 */
import type { RoomyMask, VpcRoom } from "../../../workspace/snapshot.ts";
import type { Located } from "../code-value.ts";
import { literalNumber } from "./enums.ts";
import type { MadeVpc } from "./made.ts";
import { optionsOf } from "./subnet-selection.ts";
import { itemsOf } from "./values.ts";
import { type Block, defaultGroups, planSubnets, type SubnetGroup } from "./vpc-layout.ts";
import { vpcProperties } from "./vpc-properties.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const masks = Array.from({ length: 13 }, (_, index) => 16 + index);
/** The most zones that a Region has for an account is six. */
const zoneCounts = [1, 2, 3, 4, 5, 6];

interface Layout {
  readonly base: Block;
  readonly groups: readonly SubnetGroup[];
  /** The place of the group at the offset. */
  readonly at: number;
  readonly zones: readonly number[];
  readonly reservedZones: number;
}

/** Undefined where the block or the groups can't be told. */
export function vpcRoom(vpc: MadeVpc, offset: number): VpcRoom | undefined {
  const layout = layoutOf(vpc, offset);
  if (!layout) return undefined;
  const { base, groups, zones, reservedZones } = layout;
  const counts = zoneCounts.flatMap((count) => {
    const planned = planSubnets(base, groups, count, reservedZones);
    return planned ? [{ zones: count, subnets: planned.length }] : [];
  });
  return { zones, zoneCounts: counts, masks: roomyMasks(layout) };
}

function roomyMasks({ base, groups, at, zones, reservedZones }: Layout): readonly RoomyMask[] {
  const group = groups[at];
  const most = zones.at(-1);
  if (!group || most === undefined) return [];
  return masks.flatMap((mask) => {
    const resized = { ...group, mask, reserved: false };
    const planned = planSubnets(base, groups.with(at, resized), most, reservedZones);
    const blocks = planned?.flatMap((subnet) => (subnet.group === resized && subnet.cidr ? [subnet.cidr] : []));
    return blocks ? [{ mask, blocks }] : [];
  });
}

/** Whether one of its groups of subnets is written at the offset. */
export function hasGroupAt({ entries }: MadeVpc, offset: number): boolean {
  const configured = optionsOf(entries).get("subnetConfiguration");
  return configured !== undefined && (groupsOf(configured, offset)?.at ?? -1) >= 0;
}

function layoutOf({ entries, open }: MadeVpc, offset: number): Layout | undefined {
  const { block } = vpcProperties(entries, open);
  const given = optionsOf(entries);
  const natGateways = literalNumber(given.get("natGateways"));
  const maxZones = literalNumber(given.get("maxAzs")) ?? (given.has("maxAzs") ? undefined : 3);
  const reservedZones = literalNumber(given.get("reservedAzs")) ?? (given.has("reservedAzs") ? undefined : 0);
  const zones = zonesOf(given, maxZones);
  const configured = given.get("subnetConfiguration");
  const read = configured ? groupsOf(configured, offset) : { groups: defaultGroups(natGateways), at: -1 };
  if (open || block === "unknown" || reservedZones === undefined || !read) return undefined;
  return { base: block, ...read, zones, reservedZones };
}

/** None where that can't be told. */
function zonesOf(given: ReadonlyMap<string, Located>, maxZones: number | undefined): readonly number[] {
  const listed = given.get("availabilityZones");
  if (listed) {
    const items = itemsOf(listed);
    return items ? [items.length] : [];
  }
  if (maxZones === undefined || maxZones < 1) return [];
  // A stack without an environment has two zones, another as many as its Region.
  return maxZones <= 2 ? [maxZones] : [2, Math.min(maxZones, zoneCounts.length)];
}

function groupsOf(list: Located, offset: number): Pick<Layout, "groups" | "at"> | undefined {
  const items = itemsOf(list);
  const groups = items?.map(groupOf);
  if (!items || !groups?.every((group) => group !== undefined)) return undefined;
  return { groups, at: items.findIndex(({ range }) => range.start <= offset && offset <= range.end) };
}

/** Named by its place: the name may be missing still. */
function groupOf({ value }: Located, index: number): SubnetGroup | undefined {
  if (value.kind !== "object" || value.open) return undefined;
  const given = optionsOf(value.entries);
  const mask = given.get("cidrMask");
  const reserved = given.get("reserved")?.value;
  if ((mask && literalNumber(mask) === undefined) || (reserved && reserved.kind !== "scalar")) return undefined;
  return {
    name: String(index),
    type: "public",
    hasOwnEgress: false,
    mask: literalNumber(mask),
    reserved: reserved?.value === true,
    mapPublicIp: undefined,
    assignIpv6: undefined,
  };
}
