import { blockAround, formatCidr } from "../../base/cidr.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const largest = 16;
const smallest = 28;

export const subnetCidrSize = defineRule({
  id: "subnet-cidr-size",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    tooLarge: {
      en: "{id} {cidr} is too large: a subnet is at most a /16. CloudFormation will fail with InvalidSubnet.Range. Take a part of the VPC, such as a /20 or a /24.",
      ja: "{id} {cidr} は大きすぎる。サブネットは最大 /16 で、作成は InvalidSubnet.Range で失敗する。/20 や /24 など、VPC の一部にすること。",
    },
    tooSmall: {
      en: "{id} {cidr} is too small: a subnet is at least a /28, 11 addresses of which are usable. CloudFormation will fail with InvalidSubnet.Range. Take a /28 or larger.",
      ja: "{id} {cidr} は小さすぎる。サブネットは最小 /28 (使えるのは 11 個) で、作成は InvalidSubnet.Range で失敗する。/28 以上にすること。",
    },
  },
  check({ network, template }, report) {
    for (const subnet of network.subnets) {
      for (const fact of subnet.cidr.known) {
        const { cidr } = fact.value;
        if (cidr?.family !== 4 || (cidr.prefix >= largest && cidr.prefix <= smallest)) continue;
        const tooLarge = cidr.prefix < largest;
        report({
          at: fact.span,
          message: tooLarge ? "tooLarge" : "tooSmall",
          data: { id: subnet.id, cidr: formatCidr(cidr) },
          because: [subnet, fact],
          fixes: () => {
            const allowed = blockAround(cidr.base, 4, tooLarge ? largest : smallest);
            return rewriteCidr(template, fact, allowed, (text) => ({
              en: `Make ${subnet.id} a /${allowed.prefix}: ${text}`,
              ja: `${subnet.id} を /${allowed.prefix} にする: ${text}`,
            }));
          },
        });
      }
    }
  },
});
