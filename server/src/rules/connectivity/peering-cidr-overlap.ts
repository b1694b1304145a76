import { formatCidr, overlaps } from "../../base/cidr.ts";
import type { Vpc } from "../../network/model.ts";
import { primaryBlocks, secondaryBlocks, type VpcBlock } from "../addressing/vpc-blocks.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html */
export const peeringCidrOverlap = defineRule({
  id: "peering-cidr-overlap",
  group: "connectivity",
  severity: "error",
  topic: "vpc-peering",
  messages: {
    overlap: {
      en: "{id} joins {vpc} ({cidr}) and {peer} ({peerCidr}), whose ranges overlap. EC2 refuses such a peering connection. Give one of the VPCs another range.",
      ja: "{id} でつなぐ {vpc} ({cidr}) と {peer} ({peerCidr}) はアドレス帯が重複している。EC2 はこのピアリングを拒否する。どちらかの VPC を別の範囲にすること。",
    },
  },
  check({ network }, report) {
    for (const peering of network.peerings) {
      for (const { entity: vpc, fact: toVpc } of linkedEntities(peering.requester)) {
        for (const { entity: peer, fact: toPeer } of linkedEntities(peering.accepter)) {
          if (vpc === peer) continue;
          for (const block of blocksOf(vpc)) {
            for (const other of blocksOf(peer)) {
              if (!overlaps(block.cidr, other.cidr)) continue;
              report({
                at: toPeer.span,
                message: "overlap",
                data: {
                  id: peering.id,
                  vpc: vpc.id,
                  cidr: formatCidr(block.cidr),
                  peer: peer.id,
                  peerCidr: formatCidr(other.cidr),
                },
                related: [block, other].map(({ owner, cidr, fact }) => ({
                  at: fact.span,
                  message: {
                    en: `${owner.id} takes ${formatCidr(cidr)}`,
                    ja: `${owner.id} は ${formatCidr(cidr)}`,
                  },
                })),
                because: [peering, toVpc, toPeer, ...block.because, ...other.because],
              });
            }
          }
        }
      }
    }
  },
});

function blocksOf(vpc: Vpc): readonly VpcBlock[] {
  return [...primaryBlocks(vpc), ...secondaryBlocks(vpc)];
}
