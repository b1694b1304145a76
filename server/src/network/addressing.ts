/**
 * The address space of VPCs: their blocks, what subnets take of them, what is free. IPv4 unless said otherwise, since
 * AWS hands out IPv6 blocks only at deployment.
 */
import { type Cidr, formatCidr, size } from "../base/cidr.ts";
import { freeBlocks, nextFree } from "../base/cidr-free.ts";
import type { Conditions, Guard } from "../template/value.ts";
import type { CidrText, Fact, Facts, Network, Subnet, Vpc } from "./model.ts";

/** Narrows an answer to the cases of a guard; without it an answer takes all cases together. */
export interface Under {
  readonly conditions: Conditions;
  readonly guard: Guard;
}

/** The known blocks of the VPC, the primary one first, each once. */
export function vpcBlocks(vpc: Vpc, under?: Under): readonly Cidr[] {
  return distinct(blockFacts(vpc).flatMap((fact) => blockUnder(fact, under)));
}

/** The same with their facts. */
export function blockFacts(vpc: Vpc): readonly Fact<CidrText>[] {
  return [...vpc.cidr.known, ...vpc.secondary.flatMap(({ cidr }) => cidr.known)];
}

/** Whether the VPC may have blocks that are not known: out of an address pool, unknown values, added elsewhere. */
export function mayHaveOtherBlocks(network: Network, vpc: Vpc): boolean {
  return (
    vpc.exposed ||
    network.evaluator.template.open ||
    vpc.cidr.unknown.length > 0 ||
    vpc.secondary.some(({ cidr }) => cidr.unknown.length > 0) ||
    network.vpcCidrs.some((association) => association.vpc.unknown.length > 0)
  );
}

/** The known blocks of the subnets of the VPC. */
export function takenBlocks(vpc: Vpc, under?: Under): readonly Cidr[] {
  return distinct(vpc.subnets.flatMap(({ cidr }) => cidr.known.flatMap((fact) => blockUnder(fact, under))));
}

/** What is free of the VPC, in the fewest blocks, by address. */
export function freeBlocksOf(vpc: Vpc, under?: Under): readonly Cidr[] {
  return freeBlocks(vpcBlocks(vpc, under), takenBlocks(vpc, under));
}

/** The first `n` free blocks of the prefix length, by address. */
export function nextFreeBlocks(vpc: Vpc, prefix: number, n: number, under?: Under): readonly Cidr[] {
  return nextFree(vpcBlocks(vpc, under), takenBlocks(vpc, under), prefix, n);
}

/** The free part of the VPC's addresses, from 0 to 1; undefined where its blocks or a subnet's block are not known. */
export function shareFree(vpc: Vpc): number | undefined {
  const blocks = freeBlocks(vpcBlocks(vpc), []);
  const opaque = [vpc, ...vpc.secondary, ...vpc.subnets].some(({ cidr }) => isOpaque(cidr));
  if (blocks.length === 0 || opaque) return undefined;
  const [all, free] = [sum(blocks), sum(freeBlocksOf(vpc))];
  return Number((free * 1_000_000n) / all) / 1_000_000;
}

/** The other subnets that a subnet shares a VPC with in some case. */
export function siblings({ evaluator: { conditions } }: Network, subnet: Subnet): readonly Subnet[] {
  const found = subnet.vpc.known.flatMap(({ value, guard }) =>
    value.kind !== "entity"
      ? []
      : value.entity.subnets.filter((other) => other !== subnet && conditions.both(guard, other.guard) !== undefined),
  );
  return [...new Set(found)];
}

function blockUnder({ value, guard }: Fact<CidrText>, under: Under | undefined): readonly Cidr[] {
  if (value.cidr?.family !== 4) return [];
  return under && under.conditions.both(under.guard, guard) === undefined ? [] : [value.cidr];
}

function isOpaque({ known, unknown }: Facts<CidrText>): boolean {
  return unknown.length > 0 || known.some(({ value }) => value.cidr === undefined);
}

function distinct(blocks: readonly Cidr[]): readonly Cidr[] {
  return [...new Map(blocks.map((block) => [formatCidr(block), block])).values()];
}

function sum(blocks: readonly Cidr[]): bigint {
  return blocks.reduce((total, block) => total + size(block), 0n);
}
