import type { Network, Vpc } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { mayHaveIpv6 } from "./ipv6-blocks.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
export const egressOnlyIgwWithoutIpv6 = defineRule({
  id: "egress-only-igw-without-ipv6",
  group: "gateways",
  severity: "warning",
  topic: "egress-only-internet-gateway",
  messages: {
    noBlock: {
      en: "{id} is the way out for IPv6, but {vpc} has no IPv6 block, so there is nothing to send through it. Add an AWS::EC2::VPCCidrBlock with AmazonProvidedIpv6CidrBlock, or remove {id}.",
      ja: "{id} は IPv6 専用の出口だが、{vpc} に IPv6 の CIDR がなく、通るものがない。AmazonProvidedIpv6CidrBlock を指定した AWS::EC2::VPCCidrBlock を加えるか、{id} を削除すること。",
    },
  },
  check({ network, evaluator }, report) {
    if (evaluator.template.open) return;
    for (const gateway of network.gateways) {
      if (gateway.kind !== "egress-only-internet-gateway" || gateway.resource.impliedBy !== undefined) continue;
      for (const { entity: vpc, fact } of linkedEntities(gateway.vpc)) {
        if (vpc.exposed || vpc.resource.open || mayHaveIpv6(network, vpc)) continue;
        if (!canHold(evaluator.conditions, vpc.guard, gateway.guard)) continue;
        report({
          at: fact.span,
          message: "noBlock",
          data: { id: gateway.id, vpc: vpc.id },
          related: [{ at: vpc.resource.idSpan, message: { en: "The VPC", ja: "VPC はここ" } }],
          because: [gateway, vpc, fact],
          fixes: () => addBlock(network, vpc),
        });
      }
    }
  },
});

function addBlock({ evaluator: { template } }: Network, { id, resource }: Vpc): readonly Fix[] {
  const block = freshId(template, `${id}Ipv6`);
  return [
    {
      title: { en: `Give ${id} an IPv6 block (${block})`, ja: `${id} に IPv6 の CIDR を割り当てる (${block})` },
      edits: [
        {
          kind: "add-resource",
          id: block,
          type: "AWS::EC2::VPCCidrBlock",
          properties: { VpcId: refTo(id), AmazonProvidedIpv6CidrBlock: true },
          condition: resource.condition?.name,
          after: id,
        },
      ],
      preferred: true,
    },
  ];
}
