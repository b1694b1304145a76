import { propertyFacts, readBoolean } from "../../network/facts.ts";
import type { Network, VpcEndpoint } from "../../network/model.ts";
import type { Basis } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { givenIds, isForGatewayService, waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const vpceGatewayWithSubnets = defineRule({
  id: "vpce-gateway-with-subnets",
  group: "endpoints",
  severity: "error",
  topic: "on-prem-private-access",
  facts: ["pvl.own-properties"],
  messages: {
    given: {
      en: "{property} has no place on {id}, a gateway endpoint{default}: it is a target in route tables and has no network interface. The stack will fail. Remove {property}, or make {id} an Interface endpoint.",
      ja: "{property} はゲートウェイ型{default}の {id} には指定できない。ゲートウェイエンドポイントはルートテーブルのターゲットで、ENI を持たない。作成は失敗する。{property} を削除するか、Interface にすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const endpoint of network.endpoints) {
      // One for a service without gateway endpoints should be an interface endpoint: another rule says so.
      if (!isForGatewayService(evaluator, endpoint)) continue;
      const { id } = endpoint;
      for (const { written, because } of waysOfType(endpoint, "Gateway")) {
        for (const { property, ways } of misplaced(network, endpoint)) {
          for (const way of ways) {
            report({
              at: keySpan(endpoint.resource, property),
              message: "given",
              data: { id, property, default: written ? "" : { en: " by default", ja: " (既定)" } },
              related: written
                ? [{ at: written.span, message: { en: `${id} is a gateway endpoint`, ja: `${id} はゲートウェイ型` } }]
                : [],
              because: [...because, way],
              fixes: () => [
                {
                  title: { en: `Remove ${property} from ${id}`, ja: `${id} の ${property} を削除する` },
                  edits: [{ kind: "remove-property", resource: id, path: [property] }],
                  preferred: true,
                },
              ],
            });
          }
        }
      }
    }
  },
});

function misplaced(network: Network, endpoint: VpcEndpoint): readonly { property: string; ways: readonly Basis[] }[] {
  const privateDns = propertyFacts(network.evaluator, endpoint, "PrivateDnsEnabled", readBoolean).known;
  return [
    { property: "SubnetIds", ways: givenIds(network, endpoint, "SubnetIds").known },
    { property: "SecurityGroupIds", ways: givenIds(network, endpoint, "SecurityGroupIds").known },
    { property: "PrivateDnsEnabled", ways: privateDns.filter(({ value }) => value) },
  ];
}
