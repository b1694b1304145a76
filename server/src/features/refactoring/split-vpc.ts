/**
 * New subnets over several zones, with the route tables that make them public or private. Public ones use the internet
 * gateway that the VPC has, or get one.
 */
import { blockIndex, type Cidr, formatCidr } from "../../base/cidr.ts";
import { nextFree } from "../../base/cidr-free.ts";
import { mayHaveOtherBlocks, takenBlocks } from "../../network/addressing.ts";
import type { GatewayAttachment, Network, RouteTable, Vpc } from "../../network/model.ts";
import { defaultRouteFacts, kindThrough } from "../../network/routing.ts";
import { getAtt, type NewValue, refTo, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Template } from "../../template/template.ts";
import type { Refactoring, Selection } from "./refactoring.ts";

interface Plan {
  readonly zones: number;
  readonly kinds: readonly ("Public" | "Private")[];
}

const plans: readonly Plan[] = [
  { zones: 2, kinds: ["Public", "Private"] },
  { zones: 3, kinds: ["Public", "Private"] },
  { zones: 2, kinds: ["Private"] },
];

/** On the VPC's name, type or block. */
export function splitVpc({ snapshot: { network, template }, resource, steps }: Selection): readonly Refactoring[] {
  const path = steps.at(-1)?.path ?? [];
  if (resource?.type !== "AWS::EC2::VPC" || (path.length > 1 && path[1] !== "CidrBlock")) return [];
  const vpc = network.vpcs.find((each) => each.resource === resource);
  const primary = vpc?.cidr.known[0];
  const within = primary?.value.cidr;
  if (!vpc || !within || vpc.cidr.known.length > 1 || within.family !== 4) return [];
  // What is taken has to be known, or the new blocks may overlap it.
  const isRead = vpc.subnets.every(
    ({ cidr }) => cidr.unknown.length === 0 && cidr.known.every(({ value }) => value.cidr),
  );
  if (!isRead || template.open || (vpc.exposed && mayHaveOtherBlocks(network, vpc) && vpc.subnets.length > 0))
    return [];
  const written = propertyOf(resource.properties, "CidrBlock")?.value;
  const isLiteral = written?.kind === "scalar";
  const parameter = primary.from.find((origin) => origin.kind === "default")?.parameter;
  if (primary.from.some(({ kind }) => kind === "assumed")) return [];
  return plans.flatMap((plan): readonly Refactoring[] => {
    const count = plan.zones * plan.kinds.length;
    const blocks = blocksFor(within, takenBlocks(vpc), count);
    if (!blocks) return [];
    const list = blocks.map(formatCidr);
    const shown = list.length > 4 ? `${list.slice(0, 2).join(", ")}, … ${list.at(-1)}` : list.join(", ");
    const mark = isLiteral || parameter === undefined ? "" : ` (${parameter})`;
    const isBoth = plan.kinds.length > 1;
    const each = isBoth ? `${plan.zones} public, ${plan.zones} private` : "private";
    const eachJa = isBoth ? `パブリック ${plan.zones}、プライベート ${plan.zones}` : "プライベート";
    return [
      {
        id: `split-vpc-${plan.zones}-${plan.kinds.length}`,
        kind: "refactor.rewrite",
        title: {
          en: `Add ${count} subnets in ${plan.zones} zones (${each}): ${shown}${mark}`,
          ja: `${plan.zones} つの AZ にサブネット ${count} 個 (${eachJa}) を追加する: ${shown}${mark}`,
        },
        edits: () => editsFor({ network, template, vpc, within, isLiteral }, plan, blocks),
      },
    ];
  });
}

/** Sixteenths of the VPC, smaller ones where there are not enough of them. */
function blocksFor(within: Cidr, taken: readonly Cidr[], count: number): readonly Cidr[] | undefined {
  for (let prefix = Math.min(28, within.prefix + 4); prefix <= 28; prefix += 1) {
    const free = nextFree([within], taken, prefix, count);
    const last = free.at(-1);
    if (free.length === count && last && blockIndex(last, within) < 256n) return free;
  }
  return undefined;
}

interface Ground {
  readonly network: Network;
  readonly template: Template;
  readonly vpc: Vpc;
  readonly within: Cidr;
  /** Blocks are written as they are; else they are computed from the VPC's. */
  readonly isLiteral: boolean;
}

function editsFor(ground: Ground, { zones, kinds }: Plan, blocks: readonly Cidr[]): readonly TemplateEdit[] {
  const { template, vpc } = ground;
  const taken = new Set([...template.parameters.keys(), ...template.resources.keys(), ...template.conditions.keys()]);
  const edits: TemplateEdit[] = [];
  const after = lastOf(ground);
  const add = (
    id: string,
    type: string,
    properties: Record<string, NewValue>,
    dependsOn?: readonly string[],
  ): string => {
    taken.add(id);
    const condition = vpc.resource.condition?.name;
    edits.push({ kind: "add-resource", id, type: `AWS::EC2::${type}`, properties, condition, dependsOn, after });
    return id;
  };
  for (const [kindIndex, kind] of kinds.entries()) {
    const found = kind === "Public" ? publicTable(ground) : undefined;
    const table = found ?? add(free(taken, `${kind}RouteTable`), "RouteTable", { VpcId: refTo(vpc.id) });
    if (kind === "Public" && !found) addDefaultRoute(ground, { add, taken, table });
    for (let zone = 0; zone < zones; zone += 1) {
      const block = blocks[kindIndex * zones + zone];
      if (!block) continue;
      const id = add(numbered(taken, `${kind}Subnet`), "Subnet", {
        VpcId: refTo(vpc.id),
        CidrBlock: blockValue(ground, block, blocks),
        AvailabilityZone: { call: "Select", argument: [zone, { call: "GetAZs", argument: "" }] },
        ...(kind === "Public" && { MapPublicIpOnLaunch: true }),
      });
      const properties = { SubnetId: refTo(id), RouteTableId: refTo(table) };
      add(free(taken, `${id}RouteTableAssociation`), "SubnetRouteTableAssociation", properties);
    }
  }
  return edits;
}

function blockValue({ vpc, within, isLiteral }: Ground, block: Cidr, all: readonly Cidr[]): NewValue {
  if (isLiteral) return formatCidr(block);
  const last = all.reduce((most, each) => Math.max(most, Number(blockIndex(each, within))), 0);
  const cidr: NewValue = { call: "Cidr", argument: [getAtt(vpc.id, "CidrBlock"), last + 1, 32 - block.prefix] };
  return { call: "Select", argument: [Number(blockIndex(block, within)), cidr] };
}

interface Making {
  readonly add: (
    id: string,
    type: string,
    properties: Record<string, NewValue>,
    dependsOn?: readonly string[],
  ) => string;
  readonly taken: ReadonlySet<string>;
  readonly table: string;
}

function addDefaultRoute({ vpc }: Ground, { add, taken, table }: Making): void {
  const attached = vpc.attachments.find((each) => gatewayOf(each) !== undefined);
  const existing = attached && gatewayOf(attached);
  const gateway = existing ?? add(free(taken, "InternetGateway"), "InternetGateway", {});
  const attachment =
    existing && attached
      ? attached.id
      : add(free(taken, "InternetGatewayAttachment"), "VPCGatewayAttachment", {
          VpcId: refTo(vpc.id),
          InternetGatewayId: refTo(gateway),
        });
  const properties = { RouteTableId: refTo(table), DestinationCidrBlock: "0.0.0.0/0", GatewayId: refTo(gateway) };
  add(free(taken, "PublicDefaultRoute"), "Route", properties, [attachment]);
}

/** The internet gateway of the attachment, where it has no condition. */
function gatewayOf({ internetGateway, guard }: GatewayAttachment): string | undefined {
  const [fact, ...more] = internetGateway.known;
  return fact?.value.kind === "entity" &&
    more.length === 0 &&
    guard.outcomes.size === 0 &&
    fact.guard.outcomes.size === 0
    ? fact.value.entity.id
    : undefined;
}

/** A table of the VPC that leads everything to an internet gateway, in all cases. */
function publicTable({ vpc }: Ground): string | undefined {
  const isPublic = (table: RouteTable): boolean =>
    table.guard.outcomes.size === 0 &&
    defaultRouteFacts(table).some(
      ({ route, family }) =>
        family === 4 &&
        route.guard.outcomes.size === 0 &&
        route.targets.known.some(({ value, guard }) => guard.outcomes.size === 0 && kindThrough(value) === "public"),
    );
  return vpc.routeTables.find(isPublic)?.id;
}

/** The last resource that belongs to the VPC, in the order of the template. */
function lastOf({ template, vpc }: Ground): string {
  const own = new Set([vpc, ...vpc.subnets, ...vpc.routeTables, ...vpc.attachments].map(({ id }) => id));
  for (const { routes, associations } of vpc.routeTables)
    for (const { id } of [...routes, ...associations]) own.add(id);
  return [...template.resources.keys()].findLast((id) => own.has(id)) ?? vpc.id;
}

function free(taken: ReadonlySet<string>, name: string): string {
  return taken.has(name) ? numbered(taken, name, 2) : name;
}

function numbered(taken: ReadonlySet<string>, stem: string, from = 1): string {
  let number = from;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
