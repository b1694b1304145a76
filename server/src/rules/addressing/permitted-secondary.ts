/**
 * Which blocks AWS accepts beside a VPC's primary one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
import { type Cidr, contains } from "../../base/cidr.ts";
import { nextFree } from "../../base/cidr-free.ts";
import type { Localized } from "../../base/localized.ts";
import type { Vpc } from "../../network/model.ts";
import {
  benchmarkRange,
  defaultVpcRange,
  lowestTen,
  lowTens,
  privateRanges,
  sharedAddressSpace,
} from "./reserved-ranges.ts";
import { primaryBlocks, secondaryBlocks } from "./vpc-blocks.ts";
import { largestVpcPrefix, smallestVpcPrefix } from "./vpc-cidr-size.ts";

/** Why AWS refuses `added` in a VPC whose primary block is `primary`; undefined where it does not. */
export function restriction(primary: Cidr, added: Cidr): Localized | undefined {
  const from = privateRanges.find(({ cidr }) => contains(cidr, primary));
  const to = privateRanges.find(({ cidr }) => contains(cidr, added));
  if (to && to !== from) {
    return from
      ? {
          en: `a VPC from ${from.text} takes no block from ${to.text}`,
          ja: `${from.text} の VPC に ${to.text} の CIDR は追加できない`,
        }
      : {
          en: `a VPC outside the private ranges takes no block from ${to.text}`,
          ja: `プライベート範囲外の VPC に ${to.text} の CIDR は追加できない`,
        };
  }
  if (contains(benchmarkRange.cidr, added) && !contains(benchmarkRange.cidr, primary)) {
    return {
      en: `${benchmarkRange.text} cannot be added to a VPC`,
      ja: `${benchmarkRange.text} は VPC に追加できない`,
    };
  }
  if (contains(lowTens.cidr, primary) && contains(lowestTen.cidr, added)) {
    return {
      en: `a VPC from ${lowTens.text} takes no other block from ${lowestTen.text}`,
      ja: `${lowTens.text} の VPC に ${lowestTen.text} の CIDR は追加できない`,
    };
  }
  if (from?.text === "172.16.0.0/12" && contains(defaultVpcRange.cidr, added)) {
    return {
      en: `a VPC from ${from.text} takes no block from ${defaultVpcRange.text}`,
      ja: `${from.text} の VPC に ${defaultVpcRange.text} の CIDR は追加できない`,
    };
  }
  return undefined;
}

/**
 * The first block of the length in 100.64.0.0/10 that none of the VPC's known blocks touches. That range goes with
 * every primary block.
 */
export function permittedSecondary(vpc: Vpc, prefix: number): Cidr | undefined {
  const taken = [...primaryBlocks(vpc), ...secondaryBlocks(vpc)].map(({ cidr }) => cidr);
  const length = Math.min(Math.max(prefix, largestVpcPrefix), smallestVpcPrefix);
  const [free] = nextFree([sharedAddressSpace.cidr], taken, length, 1);
  return free;
}
