/** A VPC in words: its blocks, how many subnets in how many zones, how much is free. */
import { formatCidr } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import { shareFree } from "../../network/addressing.ts";
import { holdsUnder } from "../../network/guards.ts";
import type { CidrText, Facts, Network, Subnet, Vpc } from "../../network/model.ts";
import { code } from "../markdown.ts";
import { phrase } from "./phrases.ts";

export function describeVpc(vpc: Vpc, network: Network, language: Language): readonly string[] {
  const together = largestTogether(vpc.subnets, network);
  const primary = textsOf(vpc.cidr);
  // The other blocks stand beside the first one; of several first ones a condition takes one.
  const blocks = [primary.join(" | "), ...vpc.secondary.flatMap(({ cidr }) => textsOf(cidr))];
  const conditional = vpc.subnets.some((subnet) => !isCertain(subnet, vpc));
  const free = conditional || primary.length > 1 ? undefined : shareFree(vpc);
  const zones = new Set(together.flatMap(({ zone }) => zone.known.map(({ value }) => value.key)));
  const subnets = together.length;
  return [
    phrase("vpc", language),
    blocks.filter((block) => block !== "").join(" + "),
    [
      phrase(countPhrase(subnets, conditional), language, { n: subnets }),
      ...(zones.size === 0 ? [] : [phrase(zones.size === 1 ? "oneZone" : "inZones", language, { n: zones.size })]),
    ].join(language === "ja" ? "、" : " "),
    ...(free === undefined ? [] : [phrase("free", language, { percent: Math.floor(free * 100) })]),
  ].filter((part) => part !== "");
}

function countPhrase(subnets: number, conditional: boolean): Parameters<typeof phrase>[0] {
  if (conditional) return subnets === 1 ? "atMostOneSubnet" : "atMostSubnets";
  return subnets === 1 ? "oneSubnet" : "subnets";
}

function textsOf({ known }: Facts<CidrText>): readonly string[] {
  return [...new Set(known.flatMap(({ value: { cidr } }) => (cidr ? [code(formatCidr(cidr))] : [])))];
}

/** Whether the subnet is there whenever the VPC is, with one block. */
function isCertain({ guard, cidr }: Subnet, vpc: Vpc): boolean {
  return holdsUnder(guard, vpc.guard) && cidr.known.length <= 1;
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
