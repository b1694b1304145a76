import { contains, formatCidr } from "../../base/cidr.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { listed } from "../wording.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { freeBlockAdvice, nextFreeBlock } from "./free-block.ts";
import { assuming, mayHaveMoreBlocks, primaryBlocks, secondaryBlocks, together } from "./vpc-blocks.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const subnetOutsideVpc = defineRule({
  id: "subnet-outside-vpc",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    outside: {
      en: "{id} {cidr} lies outside {vpc} {blocks}. CloudFormation will fail with InvalidSubnet.Range.{advice}",
      ja: "{id} {cidr} は {vpc} {blocks} の範囲外で、作成は InvalidSubnet.Range で失敗する。{advice}",
    },
    larger: {
      en: "{id} {cidr} is larger than {vpc} {blocks}, of which it must be a part. CloudFormation will fail with InvalidSubnet.Range.{advice}",
      ja: "{id} {cidr} は {vpc} {blocks} より大きい。サブネットは VPC の一部でなければならず、作成は InvalidSubnet.Range で失敗する。{advice}",
    },
  },
  check({ network, template }, report) {
    for (const subnet of network.subnets) {
      for (const { entity: vpc, fact: link } of linkedEntities(subnet.vpc)) {
        const secondary = secondaryBlocks(vpc);
        for (const fact of subnet.cidr.known) {
          const { cidr } = fact.value;
          if (cidr?.family !== 4) continue;
          for (const primary of primaryBlocks(vpc)) {
            const because = [subnet, link, fact, ...primary.because];
            const under = together(network, because);
            if (under === undefined || contains(primary.cidr, cidr)) continue;
            if (mayHaveMoreBlocks({ network, vpc, under })) continue;
            const added = secondary.filter((block) => together(network, [{ guard: under }, ...block.because]));
            if (added.some((block) => contains(block.cidr, cidr))) continue;
            const blocks = [primary, ...added];
            const wider = blocks.some((block) => contains(cidr, block.cidr));
            const free = nextFreeBlock(vpc, cidr.prefix);
            report({
              at: fact.span,
              message: wider ? "larger" : "outside",
              data: {
                id: subnet.id,
                cidr: formatCidr(cidr),
                vpc: vpc.id,
                blocks: listed(blocks.map((block) => formatCidr(block.cidr))),
                advice: freeBlockAdvice(free),
              },
              related: blocks.map((block) => ({
                at: block.fact.span,
                message: {
                  en: `${vpc.id} has ${formatCidr(block.cidr)}`,
                  ja: `${vpc.id} の CIDR は ${formatCidr(block.cidr)}`,
                },
              })),
              because: [...because, assuming(added)],
              fixes: () =>
                free === undefined
                  ? []
                  : rewriteCidr(template, fact, free, (text) => ({
                      en: `Move ${subnet.id} to ${text} (next free)`,
                      ja: `${subnet.id} を ${text} (次の空き) に移す`,
                    })),
            });
          }
        }
      }
    }
  },
});
