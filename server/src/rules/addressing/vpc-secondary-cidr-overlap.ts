import { formatCidr, overlaps } from "../../base/cidr.ts";
import { pairsOf } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { permittedSecondary } from "./permitted-secondary.ts";
import { primaryBlocks, secondaryBlocks, together } from "./vpc-blocks.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const vpcSecondaryCidrOverlap = defineRule({
  id: "vpc-secondary-cidr-overlap",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    overlap: {
      en: "{id} {cidr} overlaps {other} {otherCidr} of {vpc}. A VPC's blocks must not overlap, so the association will fail. Take a block that {vpc} does not have yet.",
      ja: "{id} {cidr} は {vpc} の {other} {otherCidr} と重複している。1 つの VPC の CIDR 同士は重複できず、関連付けは失敗する。{vpc} にまだない範囲にすること。",
    },
  },
  check({ network, template }, report) {
    for (const vpc of network.vpcs) {
      const added = secondaryBlocks(vpc);
      if (added.length === 0) continue;
      const all = [...primaryBlocks(vpc), ...added];
      for (const [first, second] of pairsOf(all)) {
        if (first.owner === second.owner || !overlaps(first.cidr, second.cidr)) continue;
        if (together(network, [...first.because, ...second.because]) === undefined) continue;
        report({
          at: second.fact.span,
          message: "overlap",
          data: {
            id: second.owner.id,
            cidr: formatCidr(second.cidr),
            other: first.owner.id,
            otherCidr: formatCidr(first.cidr),
            vpc: vpc.id,
          },
          related: [
            {
              at: first.fact.span,
              message: {
                en: `${first.owner.id} takes ${formatCidr(first.cidr)}`,
                ja: `${first.owner.id} は ${formatCidr(first.cidr)}`,
              },
            },
          ],
          because: [...first.because, ...second.because],
          fixes: () => {
            const free = permittedSecondary(vpc, second.cidr.prefix);
            return free === undefined
              ? []
              : rewriteCidr(template, second.fact, free, (text) => ({
                  en: `Give ${second.owner.id} the free block ${text}`,
                  ja: `${second.owner.id} を空いている ${text} にする`,
                }));
          },
        });
      }
    }
  },
});
