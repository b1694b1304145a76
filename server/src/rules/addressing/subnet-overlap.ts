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
    const told = new Map<Fact<CidrText>, readonly Guard[]>();
    for (const placements of placementsByVpc(network)) {
      for (const [first, second] of conflicts(placements)) {
        const because: readonly Basis[] = [
          first.subnet,
          second.subnet,
          ...withoutShared(first.vpc, second.vpc),
          ...withoutShared(first.fact, second.fact),
        ];
        const under = together(network, because);
        if (under === undefined || saidBefore(told, second, under)) continue;
        told.set(second.fact, [...(told.get(second.fact) ?? []), under]);
        const { value: link } = second.vpc;
        const vpc = link.kind === "entity" ? link.entity : undefined;
        const free = vpc && nextFreeBlock(vpc, second.cidr.prefix);
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

/** Pairs of different subnets whose blocks overlap, the one written earlier first. */
function conflicts(placements: readonly Placement[]): readonly (readonly [Placement, Placement])[] {
  return overlappingPairs(placements, ({ cidr }) => cidr)
    .filter(([a, b]) => a.subnet !== b.subnet)
    .map(([a, b]) => (a.order < b.order ? [a, b] : [b, a]));
}

/** One conflict of a subnet is enough to tell of, unless another exists without it. */
function saidBefore(told: ReadonlyMap<Fact<CidrText>, readonly Guard[]>, { fact }: Placement, under: Guard): boolean {
  return (told.get(fact) ?? []).some((before) =>
    [...before.outcomes].every(([condition, outcome]) => under.outcomes.get(condition) === outcome),
  );
}

/** Two properties with the very same expression are equal whatever its value turns out to be. */
function withoutShared(first: Fact<unknown>, second: Fact<unknown>): readonly Basis[] {
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
