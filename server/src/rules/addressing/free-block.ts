/** Where a subnet could go instead: the first free block of a length in its VPC. */
import { type Cidr, formatCidr } from "../../base/cidr.ts";
import type { Localized } from "../../base/localized.ts";
import { nextFreeBlocks } from "../../network/addressing.ts";
import type { Vpc } from "../../network/model.ts";

/** The first free block of the length, blocks of subnets of any condition left out; undefined where there is none. */
export function nextFreeBlock(vpc: Vpc, prefix: number): Cidr | undefined {
  const [free] = nextFreeBlocks(vpc, prefix, 1);
  return free;
}

/** " Next free /24: 10.0.3.0/24." or nothing. */
export function freeBlockAdvice(free: Cidr | undefined): Localized {
  if (free === undefined) return { en: "", ja: "" };
  return {
    en: ` Next free /${free.prefix}: ${formatCidr(free)}.`,
    ja: `空いている次の /${free.prefix} は ${formatCidr(free)}。`,
  };
}
