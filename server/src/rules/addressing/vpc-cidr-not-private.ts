import { formatCidr, overlaps } from "../../base/cidr.ts";
import { knownRangeOf } from "../../base/cidr-ranges.ts";
import { defineRule } from "../rule.ts";
import { privateRanges, sharedAddressSpace } from "./reserved-ranges.ts";
import { allBlocks } from "./vpc-blocks.ts";

const unremarkable = [...privateRanges, sharedAddressSpace].map(({ cidr }) => cidr);

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const vpcCidrNotPrivate = defineRule({
  id: "vpc-cidr-not-private",
  group: "addressing",
  severity: "info",
  topic: "subnet-cidr-planning",
  messages: {
    public: {
      en: "{id} {cidr} is outside the private ranges, so from this VPC the part of the internet that has these addresses is out of reach. Unless the range is your own, take one from 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
      ja: "{id} {cidr} はプライベートアドレスではない。この VPC からは、インターネット上の同じアドレスに届かなくなる。自社保有の範囲でなければ、10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 から選ぶこと。",
    },
  },
  check({ network }, report) {
    for (const { cidr, fact, owner, because } of allBlocks(network)) {
      // Ranges that can't be used at all, or that nobody has on the internet, are another matter.
      if (unremarkable.some((range) => overlaps(range, cidr)) || knownRangeOf(cidr) !== undefined) continue;
      report({ at: fact.span, message: "public", data: { id: owner.id, cidr: formatCidr(cidr) }, because });
    }
  },
});
