/** Where a subnet could go instead: the first free block of a length in its VPC. */
import { type Cidr, formatCidr } from "../../base/cidr.ts";
import { nextFree } from "../../base/cidr-free.ts";
import type { Localized } from "../../base/localized.ts";
import type { Vpc } from "../../network/model.ts";
import { primaryBlocks, secondaryBlocks } from "./vpc-blocks.ts";

/** The first free block of the length, blocks of other subnets (of any condition) left out; undefined where none is. */
export function nextFreeBlock(vpc: Vpc, prefix: number): Cidr | undefined {
  const within = [...primaryBlocks(vpc), ...secondaryBlocks(vpc)].map(({ cidr }) => cidr);
  const taken = vpc.subnets.flatMap((subnet) =>
    subnet.cidr.known.flatMap(({ value }) => (value.cidr ? [value.cidr] : [])),
  );
  const [free] = nextFree(within, taken, prefix, 1);
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
