import { propertyFacts, readBoolean } from "../../network/facts.ts";
import type { Network, VpcEndpoint } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Basis } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { completedInterface } from "./endpoint-parts.ts";
import { givenIds, isForGatewayService, servicesOf, waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const vpceGatewayWithSubnets = defineRule({
  id: "vpce-gateway-with-subnets",
  group: "endpoints",
  severity: "error",
  topic: "on-prem-private-access",
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
              data: { id, property, default: written ? "" : { en: " by default", ja: " (既定) " } },
              related: written
                ? [{ at: written.span, message: { en: `${id} is a gateway endpoint`, ja: `${id} はゲートウェイ型` } }]
                : [],
              because: [...because, way],
              fixes: () => cures(network, endpoint, property),
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

/** Without the property, or as an interface endpoint: the likelier one first. */
function cures(network: Network, endpoint: VpcEndpoint, property: string): readonly Fix[] {
  const { id, resource } = endpoint;
  // Of a service that may have gateway endpoints nobody knows which kind was meant.
  const hasGateway = servicesOf(network.evaluator, endpoint).length > 0;
  const removal: Fix = {
    title: { en: `Remove ${property} from ${id}`, ja: `${id} の ${property} を削除する` },
    edits: [{ kind: "remove-property", resource: id, path: [property] }],
    preferred: hasGateway,
  };
  const type = propertyOf(resource.properties, "VpcEndpointType")?.value;
  const others = completedInterface(network, endpoint);
  if (!others || (type && type.kind !== "scalar")) return [removal];
  const change: Fix = {
    title: { en: `Make ${id} an Interface endpoint`, ja: `${id} を Interface エンドポイントにする` },
    edits: [{ kind: "set-property", resource: id, path: ["VpcEndpointType"], value: "Interface" }, ...others],
    preferred: !hasGateway,
  };
  return [removal, change];
}
