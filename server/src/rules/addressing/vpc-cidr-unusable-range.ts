import { formatCidr } from "../../base/cidr.ts";
import { type KnownRange, knownRangeOf } from "../../base/cidr-ranges.ts";
import type { Localized } from "../../base/localized.ts";
import type { CidrText, Entity, Fact } from "../../network/model.ts";
import { defineRule } from "../rule.ts";

/** Ranges in which no VPC can lie. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const unusable: Partial<Readonly<Record<KnownRange["name"], Localized>>> = {
  "link-local": { en: "link-local addresses", ja: "リンクローカルアドレス" },
  loopback: { en: "loopback addresses", ja: "ループバックアドレス" },
  "this-network": { en: 'addresses that mean "this network"', ja: "「このネットワーク」を表すアドレス" },
  multicast: { en: "multicast addresses", ja: "マルチキャストアドレス" },
};

export const vpcCidrUnusableRange = defineRule({
  id: "vpc-cidr-unusable-range",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    unusable: {
      en: "{id} {cidr} lies in {range}, {what}, and no VPC can use them. Take a private block such as 10.0.0.0/16 or 100.64.0.0/16.",
      ja: "{id} {cidr} は {range} ({what}) の中にあり、VPC では使えない。10.0.0.0/16 や 100.64.0.0/16 などのプライベートな範囲にすること。",
    },
  },
  check({ network }, report) {
    const check = (owner: Entity, fact: Fact<CidrText>): void => {
      const { cidr } = fact.value;
      if (cidr?.family !== 4) return;
      const range = knownRangeOf(cidr);
      const what = range && unusable[range.name];
      if (!range || !what) return;
      report({
        at: fact.span,
        message: "unusable",
        data: { id: owner.id, cidr: formatCidr(cidr), range: formatCidr(range.cidr), what },
        because: [owner, fact],
      });
    };
    for (const vpc of network.vpcs) for (const fact of vpc.cidr.known) check(vpc, fact);
    for (const association of network.vpcCidrs) for (const fact of association.cidr.known) check(association, fact);
  },
});
