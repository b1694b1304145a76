import { blockAround, formatCidr } from "../../base/cidr.ts";
import type { CidrText, Entity, Fact } from "../../network/model.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";

/** A VPC takes IPv4 blocks from /16 to /28. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const largestVpcPrefix = 16;
export const smallestVpcPrefix = 28;

export const vpcCidrSize = defineRule({
  id: "vpc-cidr-size",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    tooLarge: {
      en: "{id} {cidr} is too large: a VPC's block is at most a /16. CloudFormation will fail with InvalidVpc.Range. Take a /16, and add more blocks with AWS::EC2::VPCCidrBlock if one is not enough.",
      ja: "{id} {cidr} は大きすぎる。VPC の CIDR は最大 /16 で、作成は InvalidVpc.Range で失敗する。/16 にし、足りなければ AWS::EC2::VPCCidrBlock で追加すること。",
    },
    tooSmall: {
      en: "{id} {cidr} is too small: a VPC's block is at least a /28. CloudFormation will fail with InvalidVpc.Range. Take a /28 or larger; a /16 leaves room to grow.",
      ja: "{id} {cidr} は小さすぎる。VPC の CIDR は最小 /28 で、作成は InvalidVpc.Range で失敗する。/28 以上にすること。/16 なら後からの拡張にも余裕がある。",
    },
  },
  check({ network, template }, report) {
    const check = (owner: Entity, fact: Fact<CidrText>): void => {
      const { cidr } = fact.value;
      if (cidr?.family !== 4 || (cidr.prefix >= largestVpcPrefix && cidr.prefix <= smallestVpcPrefix)) return;
      const tooLarge = cidr.prefix < largestVpcPrefix;
      const allowed = blockAround(cidr.base, 4, tooLarge ? largestVpcPrefix : smallestVpcPrefix);
      report({
        at: fact.span,
        message: tooLarge ? "tooLarge" : "tooSmall",
        data: { id: owner.id, cidr: formatCidr(cidr) },
        because: [owner, fact],
        fixes: () =>
          rewriteCidr(template, fact, allowed, (text) => ({
            en: `Make ${owner.id} a /${allowed.prefix}: ${text}`,
            ja: `${owner.id} を /${allowed.prefix} にする: ${text}`,
          })),
      });
    };
    for (const vpc of network.vpcs) for (const fact of vpc.cidr.known) check(vpc, fact);
    for (const association of network.vpcCidrs) for (const fact of association.cidr.known) check(association, fact);
  },
});
