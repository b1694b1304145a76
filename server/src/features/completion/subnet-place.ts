/** Where a subnet's block lies: the VPC it is written for, and the block's place in it. */
import {
  type Cidr,
  contains,
  firstAddress,
  formatAddress,
  formatCidr,
  lastAddress,
  size,
  usableAddresses,
} from "../../base/cidr.ts";
import { takenBlocks, vpcBlocks } from "../../network/addressing.ts";
import type { Subnet, Vpc } from "../../network/model.ts";
import { blockMap } from "./block-map.ts";
import type { Spot } from "./item.ts";
import { count, say } from "./wording.ts";

/** The VPC that a subnet is written for: the one it names, else the only one there is. */
export function vpcOf(spot: Spot, id: string): { readonly vpc: Vpc; readonly subnet: Subnet | undefined } | undefined {
  const { network } = spot.snapshot;
  const subnet = network.subnets.find((candidate) => candidate.id === id);
  const named = subnet?.vpc.known.find(({ value }) => value.kind === "entity")?.value;
  if (named?.kind === "entity") return { vpc: named.entity, subnet };
  const [only, ...more] = network.vpcs;
  const isOpen = subnet === undefined || (subnet.vpc.known.length === 0 && subnet.vpc.unknown.length === 0);
  return only !== undefined && more.length === 0 && isOpen ? { vpc: only, subnet } : undefined;
}

/** What the block is, and where it lies in the VPC. */
export function subnetText(spot: Spot, vpc: Vpc, block: Cidr): string {
  const { language } = spot.context;
  const range = say("range", language, {
    first: formatAddress(firstAddress(block), block.family),
    last: formatAddress(lastAddress(block), block.family),
    size: count(size(block)),
    n: count(usableAddresses(block)),
  });
  const around = vpcBlocks(vpc).find((candidate) => contains(candidate, block));
  if (around === undefined) return range;
  const map = blockMap(around, takenBlocks(vpc), block);
  const legend = say("map", language, { vpc: vpc.id, block: formatCidr(around), cell: `/${map.cell}` });
  return `${range}\n\n\`${map.text}\`\n\n${legend}`;
}
