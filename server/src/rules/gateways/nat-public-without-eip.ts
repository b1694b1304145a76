import type { NatGateway } from "../../network/model.ts";
import { getAtt } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Template } from "../../template/template.ts";
import { allGuards } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { zonalWays } from "./nat-modes.ts";
import { newAddress } from "./new-address.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html */
export const natPublicWithoutEip = defineRule({
  id: "nat-public-without-eip",
  group: "gateways",
  severity: "error",
  topic: "nat-gateway",
  messages: {
    noAddress: {
      en: "{id} is public but has no Elastic IP, and CloudFormation will fail without AllocationId. Give it one, or set ConnectivityType: private if it only leads to other networks.",
      ja: "{id} はパブリック NAT ゲートウェイだが、Elastic IP がない。AllocationId がないと作成は失敗する。Elastic IP を割り当てるか、他のネットワークへ出るだけなら ConnectivityType: private にすること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const nat of network.natGateways) {
      if (nat.resource.open) continue;
      for (const way of zonalWays(nat, "public")) {
        for (const absent of nat.allocation.absent) {
          const because = [nat, ...way, { guard: absent }];
          if (
            !allGuards(
              evaluator.conditions,
              because.map(({ guard }) => guard),
            )
          )
            continue;
          report({
            at: nat.resource.typeSpan,
            message: "noAddress",
            data: { id: nat.id },
            because,
            fixes: () => addressFixes(template, nat),
          });
        }
      }
    }
  },
});

function addressFixes(template: Template, nat: NatGateway): readonly Fix[] {
  // A property that is there but absent under a condition is the author's to mend.
  if (propertyOf(nat.resource.properties, "AllocationId")) return [];
  const id = freshId(template, `${nat.id}Eip`);
  return [
    {
      title: { en: `Add the Elastic IP ${id}`, ja: `Elastic IP ${id} を追加する` },
      edits: [
        { kind: "set-property", resource: nat.id, path: ["AllocationId"], value: getAtt(id, "AllocationId") },
        newAddress(id, nat, nat.resource.condition?.name),
      ],
      preferred: true,
    },
    {
      title: { en: `Make ${nat.id} private`, ja: `${nat.id} をプライベート NAT ゲートウェイにする` },
      edits: [{ kind: "set-property", resource: nat.id, path: ["ConnectivityType"], value: "private" }],
    },
  ];
}
