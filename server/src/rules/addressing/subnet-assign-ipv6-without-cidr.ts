import { factsOfAny, propertyFacts, readBoolean } from "../../network/facts.ts";
import type { Network, Subnet } from "../../network/model.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { isUnconditional } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";

/** What gives a subnet IPv6 addresses. */
const sources = ["Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6NetmaskLength", "Ipv6Native"];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html */
export const subnetAssignIpv6WithoutCidr = defineRule({
  id: "subnet-assign-ipv6-without-cidr",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    noBlock: {
      en: "{id} is to assign IPv6 addresses but has no IPv6 block to take them from, so CloudFormation will fail. Give it Ipv6CidrBlock, a /64 of the VPC's block, or remove AssignIpv6AddressOnCreation.",
      ja: "{id} は IPv6 アドレスを自動で割り当てる設定だが、IPv6 の CIDR がなく、作成は失敗する。VPC の CIDR から /64 を Ipv6CidrBlock に指定するか、AssignIpv6AddressOnCreation を削除すること。",
    },
  },
  check({ network, evaluator, template }, report) {
    if (template.open) return;
    for (const subnet of network.subnets) {
      const { resource } = subnet;
      const flags = propertyFacts(evaluator, subnet, "AssignIpv6AddressOnCreation", readBoolean);
      const given = factsOfAny(
        evaluator,
        subnet,
        sources.map((name) => presence(evaluator, resource, name)),
      );
      for (const flag of flags.known) {
        if (!flag.value || mayGetBlock(network, subnet)) continue;
        for (const guard of given.absent) {
          if (!canHold(evaluator.conditions, flag.guard, guard)) continue;
          report({
            at: flag.span,
            message: "noBlock",
            data: { id: subnet.id },
            because: [subnet, flag, { guard }],
            fixes: () =>
              isUnconditional(evaluator, resource, "AssignIpv6AddressOnCreation")
                ? [
                    {
                      title: {
                        en: `Remove AssignIpv6AddressOnCreation of ${subnet.id}`,
                        ja: `${subnet.id} の AssignIpv6AddressOnCreation を削除する`,
                      },
                      edits: [{ kind: "remove-property", resource: subnet.id, path: ["AssignIpv6AddressOnCreation"] }],
                    },
                  ]
                : [],
          });
        }
      }
    }
  },
});

/** By an association of its own, or one whose subnet nobody knows. */
function mayGetBlock({ evaluator }: Network, { id }: Subnet): boolean {
  return resourcesOfType(evaluator.template, "AWS::EC2::SubnetCidrBlock").some((resource) =>
    waysOfProperty(evaluator, resource, "SubnetId").some(
      ({ value }) => value.kind !== "reference" || value.logicalId === id,
    ),
  );
}
