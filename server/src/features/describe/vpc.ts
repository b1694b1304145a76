/** A VPC in words: its blocks, how many subnets in how many zones, how much is free. */
import { formatCidr } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import { shareFree, vpcBlocks } from "../../network/addressing.ts";
import type { Network, Subnet, Vpc } from "../../network/model.ts";
import { code } from "../markdown.ts";
import { phrase } from "./phrases.ts";

export function describeVpc(vpc: Vpc, network: Network, language: Language): readonly string[] {
  const together = largestTogether(vpc.subnets, network);
  const conditional = together.length < vpc.subnets.length;
  const blocks = vpcBlocks(vpc).map((block) => code(formatCidr(block)));
  const zones = new Set(together.flatMap(({ zone }) => zone.known.map(({ value }) => value.key)));
  const free = conditional ? undefined : shareFree(vpc);
  const subnets = together.length;
  return [
    phrase("vpc", language),
    ...(blocks.length > 0 ? [blocks.join(" + ")] : []),
    [
      phrase(conditional ? "atMostSubnets" : subnets === 1 ? "oneSubnet" : "subnets", language, { n: subnets }),
      ...(zones.size === 0 ? [] : [phrase(zones.size === 1 ? "oneZone" : "inZones", language, { n: zones.size })]),
    ].join(language === "ja" ? "、" : " "),
    ...(free === undefined ? [] : [phrase("free", language, { percent: Math.floor(free * 100) })]),
  ];
}

/** Subnets that exclude each other are never counted together: those of the outcome that has the most. */
function largestTogether(subnets: readonly Subnet[], { evaluator: { conditions } }: Network): readonly Subnet[] {
  const conditional = subnets.filter(({ guard }) => guard.outcomes.size > 0);
  const ways = conditional.map(({ guard }) => subnets.filter((other) => conditions.both(guard, other.guard)));
  return ways.reduce<readonly Subnet[]>(
    (most, way) => (way.length > most.length ? way : most),
    subnets.filter((subnet) => !conditional.includes(subnet)),
  );
}
