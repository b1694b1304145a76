import { formatCidr, overlaps } from "../../base/cidr.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { permittedSecondary, restriction } from "./permitted-secondary.ts";
import { primaryBlocks, secondaryBlocks, together } from "./vpc-blocks.ts";

export const vpcSecondaryCidrRestricted = defineRule({
  id: "vpc-secondary-cidr-restricted",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    restricted: {
      en: "{id} {cidr} cannot join {vpc} {primary}: {reason}. The association will fail. Blocks from 100.64.0.0/10 go with every VPC.",
      ja: "{id} {cidr} は {vpc} {primary} に追加できない。{reason}。関連付けは失敗する。100.64.0.0/10 の範囲ならどの VPC にも追加できる。",
    },
  },
  check({ network, template }, report) {
    for (const vpc of network.vpcs) {
      for (const primary of primaryBlocks(vpc)) {
        for (const added of secondaryBlocks(vpc)) {
          // Overlapping blocks have a rule of their own: vpc-secondary-cidr-overlap.
          if (overlaps(primary.cidr, added.cidr)) continue;
          const reason = restriction(primary.cidr, added.cidr);
          const because = [...primary.because, ...added.because];
          if (!reason || together(network, because) === undefined) continue;
          report({
            at: added.fact.span,
            message: "restricted",
            data: {
              id: added.owner.id,
              cidr: formatCidr(added.cidr),
              vpc: vpc.id,
              primary: formatCidr(primary.cidr),
              reason,
            },
            related: [
              {
                at: primary.fact.span,
                message: {
                  en: `${formatCidr(primary.cidr)} is the primary block of ${vpc.id}`,
                  ja: `${vpc.id} のプライマリ CIDR は ${formatCidr(primary.cidr)}`,
                },
              },
            ],
            because,
            fixes: () => {
              const free = permittedSecondary(vpc, added.cidr.prefix);
              return free === undefined
                ? []
                : rewriteCidr(template, added.fact, free, (text) => ({
                    en: `Give ${added.owner.id} ${text}, which any VPC accepts`,
                    ja: `${added.owner.id} をどの VPC にも追加できる ${text} にする`,
                  }));
            },
          });
        }
      }
    }
  },
});
