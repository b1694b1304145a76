import { allGuards, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html */
export const natPrivateWithEip = defineRule({
  id: "nat-private-with-eip",
  group: "gateways",
  severity: "error",
  topic: "nat-gateway-connectivity",
  messages: {
    address: {
      en: "{id} is private, and a private NAT gateway takes no Elastic IP, so CloudFormation will fail. Remove {property}, or make {id} public.",
      ja: "{id} はプライベート NAT ゲートウェイで、Elastic IP は付けられず、作成は失敗する。{property} を削除するか、パブリックにすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const nat of network.natGateways) {
      for (const connectivity of nat.connectivity.known) {
        if (connectivity.value !== "private") continue;
        for (const property of ["AllocationId", "SecondaryAllocationIds"]) {
          for (const given of waysOfProperty(evaluator, nat.resource, property)) {
            const because = [nat, connectivity, given];
            if (
              !allGuards(
                evaluator.conditions,
                because.map(({ guard }) => guard),
              )
            )
              continue;
            report({
              at: given.span,
              message: "address",
              data: { id: nat.id, property },
              related: [
                {
                  at: connectivity.span,
                  message: { en: `${nat.id} is private here`, ja: `${nat.id} はここでプライベート` },
                },
              ],
              because,
              fixes: () => [
                {
                  title: { en: `Remove ${property}`, ja: `${property} を削除する` },
                  edits: [{ kind: "remove-property", resource: nat.id, path: [property] }],
                  preferred: true,
                },
                {
                  title: { en: `Make ${nat.id} public`, ja: `${nat.id} をパブリックにする` },
                  edits: [{ kind: "set-property", resource: nat.id, path: ["ConnectivityType"], value: "public" }],
                },
              ],
            });
          }
        }
      }
    }
  },
});
