/** Literal blocks of subnets become `!Select [n, !Cidr [!GetAtt Vpc.CidrBlock, count, bits]]`; the same blocks come out. */
import { blockIndex, type Cidr, contains } from "../../base/cidr.ts";
import type { Fact, Facts, Subnet, Vpc } from "../../network/model.ts";
import { selectOfCidr } from "../../rules/addressing/select-index.ts";
import { getAtt, type NewValue, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { integerOf } from "../../template/values.ts";
import type { Refactoring, Selection } from "./refactoring.ts";

/** `Fn::Cidr` gives at most 256 blocks. */
const mostBlocks = 256;

interface Computable {
  readonly subnet: Subnet;
  readonly block: Cidr;
  readonly within: Cidr;
  readonly vpc: Vpc;
  /** The parameter on whose default the block of the VPC rests. */
  readonly parameter: string | undefined;
}

/** At a subnet's block: that one, and all of its VPC. At the VPC's: all. */
export function computeCidrs({ snapshot, resource, steps }: Selection): readonly Refactoring[] {
  const path = steps.at(-1)?.path ?? [];
  if (!resource || path[0] !== "Properties" || path[1] !== "CidrBlock") return [];
  const { network } = snapshot;
  const subnet = network.subnets.find((each) => each.resource === resource);
  const single = subnet && computable(subnet);
  const vpc = single?.vpc ?? network.vpcs.find((each) => each.resource === resource);
  if (!vpc) return [];
  const all = vpc.subnets.flatMap((each) => {
    const found = computable(each);
    return found && found.vpc === vpc ? [found] : [];
  });
  const parameter = (single ?? all[0])?.parameter;
  const [mark, markJa] =
    parameter === undefined ? ["", ""] : [` (with the default of ${parameter})`, ` (${parameter} の既定値による)`];
  const refactorings: Refactoring[] = [];
  if (single) {
    const n = indexOf(single);
    refactorings.push({
      id: "compute-cidr",
      kind: "refactor.rewrite",
      title: {
        en: `Compute the block of ${single.subnet.id} from ${vpc.id} with Fn::Cidr: number ${n}${mark}`,
        ja: `${single.subnet.id} のブロックを ${vpc.id} から Fn::Cidr で計算する: ${n} 番${markJa}`,
      },
      edits: () => editsFor(vpc, all, [single]),
    });
  }
  if (all.length > 1) {
    refactorings.push({
      id: "compute-cidrs",
      kind: "refactor.rewrite",
      title: {
        en: `Compute the blocks of all ${all.length} subnets from ${vpc.id} with Fn::Cidr${mark}`,
        ja: `${vpc.id} のサブネット ${all.length} 個のブロックを Fn::Cidr で計算する${markJa}`,
      },
      edits: () => editsFor(vpc, all, all),
    });
  }
  return refactorings;
}

function indexOf({ block, within }: Computable): number {
  return Number(blockIndex(block, within));
}

function editsFor(vpc: Vpc, all: readonly Computable[], chosen: readonly Computable[]): readonly TemplateEdit[] {
  return chosen.flatMap((each): readonly TemplateEdit[] => {
    const { block, subnet } = each;
    const alike = all.filter((other) => other.block.prefix === block.prefix);
    const least = Math.max(...alike.map(indexOf)) + 1;
    const bits = 32 - block.prefix;
    const count = countBeside(vpc, bits, least) ?? least;
    const value: NewValue = {
      call: "Select",
      argument: [indexOf(each), { call: "Cidr", argument: [getAtt(vpc.id, "CidrBlock"), count, bits] }],
    };
    return [{ kind: "set-property", resource: subnet.id, path: ["CidrBlock"], value }];
  });
}

/** The count that subnets beside it have written for blocks of the size. */
function countBeside(vpc: Vpc, bits: number, least: number): number | undefined {
  for (const { resource } of vpc.subnets) {
    const argument = selectOfCidr(propertyOf(resource.properties, "CidrBlock")?.value)?.cidr.argument;
    const [, count, size] = argument?.kind === "list" ? argument.items : [];
    if (count?.kind !== "scalar" || size?.kind !== "scalar" || Number(size.text) !== bits) continue;
    const number = integerOf({ kind: "known", data: count.text, from: [], span: count.span });
    if (number !== undefined && number >= least && number <= mostBlocks) return number;
  }
  return undefined;
}

/** A literal block in the primary block of a VPC of this template, both without conditions. */
function computable(subnet: Subnet): Computable | undefined {
  const written = propertyOf(subnet.resource.properties, "CidrBlock")?.value;
  const block = only(subnet.cidr);
  const link = only(subnet.vpc);
  if (written?.kind !== "scalar" || !block?.value.cidr || block.value.hasHostBits || link?.value.kind !== "entity") {
    return undefined;
  }
  const vpc = link.value.entity;
  const primary = only(vpc.cidr);
  const within = primary?.value.cidr;
  if (!primary || !within || block.value.cidr.family !== 4 || !contains(within, block.value.cidr)) return undefined;
  if (blockIndex(block.value.cidr, within) >= mostBlocks) return undefined;
  const origins = primary.from;
  if (origins.some(({ kind }) => kind === "assumed" || kind === "mapping")) return undefined;
  const parameter = origins.find((origin) => origin.kind === "default")?.parameter;
  return { subnet, block: block.value.cidr, within, vpc, parameter };
}

/** The one way in which something comes out. */
function only<T>({ known, unknown, absent }: Facts<T>): Fact<T> | undefined {
  return known.length === 1 && unknown.length === 0 && absent.length === 0 ? known[0] : undefined;
}
