/**
 * New subnets over several zones, with the route tables that make them public or private. Public ones use the internet
 * gateway that the VPC has, or get one.
 */
import { blockIndex, type Cidr, formatCidr } from "../../base/cidr.ts";
import { nextFree } from "../../base/cidr-free.ts";
import { mayHaveOtherBlocks, takenBlocks } from "../../network/addressing.ts";
import type { Entity, GatewayAttachment, Network, RouteTable, Vpc } from "../../network/model.ts";
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
  const ground: Ground = { network, template, vpc, within, isLiteral };
  return plans.flatMap((plan): readonly Refactoring[] => {
    if (plan.kinds.includes("Public") && (!canBePublic(ground) || staysOnMain(ground))) return [];
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
        edits: () => editsFor(ground, plan, blocks),
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
    const way = kind === "Public" && !found ? wayOut(ground, add, taken) : undefined;
    const addTable = () => add(free(taken, `${kind}RouteTable`), "RouteTable", { VpcId: refTo(vpc.id) });
    const table = found ?? (staysOnMain(ground) ? undefined : addTable());
    if (way && table !== undefined) {
      const target = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: refTo(way.gateway) };
      add(free(taken, "PublicDefaultRoute"), "Route", { RouteTableId: refTo(table), ...target }, [way.attachment]);
    }
    for (let zone = 0; zone < zones; zone += 1) {
      const block = blocks[kindIndex * zones + zone];
      if (!block) continue;
      const id = add(numbered(taken, `${kind}Subnet`), "Subnet", {
        VpcId: refTo(vpc.id),
        CidrBlock: blockValue(ground, block, blocks),
        AvailabilityZone: { call: "Select", argument: [zone, { call: "GetAZs", argument: "" }] },
        ...(kind === "Public" && { MapPublicIpOnLaunch: true }),
      });
      if (table === undefined) continue;
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

type Add = (id: string, type: string, properties: Record<string, NewValue>, dependsOn?: readonly string[]) => string;

/** The internet gateway of the VPC and its attachment; new ones where there is none. */
function wayOut(
  { vpc }: Ground,
  add: Add,
  taken: ReadonlySet<string>,
): { readonly gateway: string; readonly attachment: string } {
  for (const attachment of vpc.attachments) {
    const existing = gatewayOf(vpc, attachment);
    if (existing !== undefined) return { gateway: existing, attachment: attachment.id };
  }
  const gateway = add(free(taken, "InternetGateway"), "InternetGateway", {});
  const properties = { VpcId: refTo(vpc.id), InternetGatewayId: refTo(gateway) };
  return { gateway, attachment: add(free(taken, "InternetGatewayAttachment"), "VPCGatewayAttachment", properties) };
}

/** The internet gateway of the attachment, where both are there whenever the VPC is. */
function gatewayOf(vpc: Vpc, attachment: GatewayAttachment): string | undefined {
  const [fact, ...more] = attachment.internetGateway.known;
  if (fact?.value.kind !== "entity" || more.length > 0 || !isAsOftenAs(vpc, attachment)) return undefined;
  return isAsOftenAs(vpc, fact.value.entity) ? fact.value.entity.id : undefined;
}

/** Whether both stand under the same condition, or none. */
function isAsOftenAs(vpc: Vpc, { resource }: Entity): boolean {
  return resource.condition?.name === vpc.resource.condition?.name;
}

/** A VPC takes one internet gateway; where there may be one that cannot be used here, a second would be refused. */
function canBePublic(ground: Ground): boolean {
  const { attachments } = ground.vpc;
  if (publicTable(ground) !== undefined || attachments.some((each) => gatewayOf(ground.vpc, each) !== undefined))
    return true;
  return attachments.every(({ internetGateway: { known, unknown } }) => known.length + unknown.length === 0);
}

/**
 * The subnets that are there use the main route table, as the VPC has no other. Then new ones do so, too: with a table
 * for some of them it would look as if the others had been forgotten.
 */
function staysOnMain({ vpc }: Ground): boolean {
  return vpc.routeTables.length === 0 && vpc.subnets.some(({ associations }) => associations.length === 0);
}

/** A table of the VPC that leads everything to an internet gateway. */
function publicTable({ vpc }: Ground): string | undefined {
  const isPublic = (table: RouteTable): boolean =>
    isAsOftenAs(vpc, table) &&
    defaultRouteFacts(table).some(
      ({ route, family }) =>
        family === 4 &&
        isAsOftenAs(vpc, route) &&
        route.targets.known.length === 1 &&
        route.targets.known.some(({ value }) => kindThrough(value) === "public"),
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
