import { type Cidr, formatCidr, sameCidr } from "../../base/cidr.ts";
import { overlappingPairs } from "../../base/cidr-free.ts";
import type { CidrText, Fact, Link, Network, Subnet, Vpc } from "../../network/model.ts";
import type { Template } from "../../template/template.ts";
import type { Guard } from "../../template/value.ts";
import { type Basis, linkKey } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { freeBlockAdvice, nextFreeBlock } from "./free-block.ts";
import { nextFreeIndex } from "./select-index.ts";
import { together } from "./vpc-blocks.ts";

/** A block that a subnet takes in a VPC, under whatever `because` says. */
interface Placement {
  readonly subnet: Subnet;
  /** Place among the subnets of the template. */
  readonly order: number;
  readonly vpc: Fact<Link<Vpc>>;
  readonly fact: Fact<CidrText>;
  readonly cidr: Cidr;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const subnetOverlap = defineRule({
  id: "subnet-overlap",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    overlap: {
      en: "{id} {cidr} overlaps {other} {otherCidr}{inVpc}. CloudFormation will fail with InvalidSubnet.Conflict.{advice}",
      ja: "{id} {cidr} は{inVpc} {other} {otherCidr} と重複し、作成は InvalidSubnet.Conflict で失敗する。{advice}",
    },
    same: {
      en: "{id} takes {cidr}, which {other}{inVpc} has already. CloudFormation will fail with InvalidSubnet.Conflict.{advice}",
      ja: "{id} の {cidr} は{inVpc} {other} と同じで、作成は InvalidSubnet.Conflict で失敗する。{advice}",
    },
  },
  check({ network, template }, report) {
    const freeBlockOf = nextFreeBlocks();
    for (const placements of placementsByVpc(network)) {
      for (const { first, second, because } of conflicts(network, placements)) {
        const { value: link } = second.vpc;
        const vpc = link.kind === "entity" ? link.entity : undefined;
        const free = vpc && freeBlockOf(vpc, second.cidr.prefix);
        report({
          at: second.fact.span,
          message: sameCidr(first.cidr, second.cidr) ? "same" : "overlap",
          data: {
            id: second.subnet.id,
            cidr: formatCidr(second.cidr),
            other: first.subnet.id,
            otherCidr: formatCidr(first.cidr),
            inVpc: vpc
              ? { en: ` in ${vpc.id}`, ja: ` ${vpc.id} 内の` }
              : { en: " in the same VPC", ja: "同じ VPC 内の" },
            advice: freeBlockAdvice(free),
          },
          related: [
            {
              at: first.fact.span,
              message: {
                en: `${first.subnet.id} takes ${formatCidr(first.cidr)}`,
                ja: `${first.subnet.id} は ${formatCidr(first.cidr)}`,
              },
            },
          ],
          because,
          fixes: () => movesOf(second, { network, template, vpc, free }),
        });
      }
    }
  },
});

function placementsByVpc(network: Network): Iterable<readonly Placement[]> {
  const byVpc = new Map<string, Placement[]>();
  for (const [order, subnet] of network.subnets.entries()) {
    for (const vpc of subnet.vpc.known) {
      const key = linkKey(vpc.value);
      if (key === undefined) continue;
      for (const fact of subnet.cidr.known) {
        const { cidr } = fact.value;
        if (cidr?.family !== 4) continue;
        const placements = byVpc.get(key) ?? [];
        placements.push({ subnet, order, vpc, fact, cidr });
        byVpc.set(key, placements);
      }
    }
  }
  return byVpc.values();
}

interface Conflict {
  /** The one written earlier. */
  readonly first: Placement;
  readonly second: Placement;
  readonly because: readonly Basis[];
  readonly under: Guard;
}

/**
 * The conflicts between different subnets. Of those of one subnet only what adds something: one that is there in more
 * cases than any before it.
 */
function conflicts(network: Network, placements: readonly Placement[]): readonly Conflict[] {
  const bySecond = new Map<Placement, Conflict[]>();
  for (const [a, b] of overlappingPairs(placements, ({ cidr }) => cidr)) {
    if (a.subnet === b.subnet) continue;
    const [first, second] = a.order < b.order ? [a, b] : [b, a];
    const before = bySecond.get(second) ?? [];
    if (before.some(({ under }) => under.outcomes.size === 0)) continue;
    const because = [
      first.subnet,
      second.subnet,
      ...withoutShared(first.vpc, second.vpc),
      ...withoutShared(first.fact, second.fact),
    ];
    const under = together(network, because);
    if (under) bySecond.set(second, [...before, { first, second, because, under }]);
  }
  return [...bySecond.values()].flatMap((found) => {
    const weakestFirst = found.toSorted((a, b) => a.under.outcomes.size - b.under.outcomes.size);
    return weakestFirst.filter(
      ({ under }, index) => !weakestFirst.slice(0, index).some((other) => covers(other.under, under)),
    );
  });
}

/** Whether the first guard holds wherever the second does, as far as their outcomes show. */
function covers(wide: Guard, narrow: Guard): boolean {
  return [...wide.outcomes].every(([condition, outcome]) => narrow.outcomes.get(condition) === outcome);
}

/** Looks a free block up once for each VPC and length: where many subnets overlap, all get the same answer. */
function nextFreeBlocks(): typeof nextFreeBlock {
  const known = new Map<Vpc, Map<number, Cidr | undefined>>();
  return (vpc, prefix) => {
    const byPrefix = known.get(vpc) ?? new Map<number, Cidr | undefined>();
    known.set(vpc, byPrefix);
    if (!byPrefix.has(prefix)) byPrefix.set(prefix, nextFreeBlock(vpc, prefix));
    return byPrefix.get(prefix);
  };
}

/** Two properties with the very same expression are equal whatever its value turns out to be. */
function withoutShared(first: Fact<unknown>, second: Fact<unknown>): readonly Basis[] {
  if (first.from.length + second.from.length === 0) return [first, second];
  return sourceText(first) === sourceText(second) ? [{ guard: first.guard }, { guard: second.guard }] : [first, second];
}

function sourceText({ span }: Fact<unknown>): string {
  return span.block.text.slice(span.start, span.end);
}

interface Surroundings {
  readonly network: Network;
  readonly template: Template;
  readonly vpc: Vpc | undefined;
  readonly free: Cidr | undefined;
}

function movesOf({ subnet, fact }: Placement, { network, template, vpc, free }: Surroundings): readonly Fix[] {
  const index = vpc && nextFreeIndex(network, vpc, subnet);
  if (index) {
    return [
      {
        title: {
          en: `Move ${subnet.id} to ${formatCidr(index.cidr)} (index ${index.index}, next free)`,
          ja: `${subnet.id} を ${formatCidr(index.cidr)} (インデックス ${index.index}、次の空き) に移す`,
        },
        edits: [index.edit],
        preferred: true,
      },
    ];
  }
  if (free === undefined) return [];
  return rewriteCidr(template, fact, free, (text) => ({
    en: `Move ${subnet.id} to ${text} (next free)`,
    ja: `${subnet.id} を ${text} (次の空き) に移す`,
  }));
}
