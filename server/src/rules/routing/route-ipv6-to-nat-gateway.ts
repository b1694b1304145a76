import { contains } from "../../base/cidr.ts";
import { nat64Prefix } from "../../base/cidr-ranges.ts";
import type { Network, Route, RouteTarget } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { canHold } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { mayHaveIpv6 } from "../gateways/ipv6-blocks.ts";
import { defineRule, type Fix } from "../rule.ts";
import { replaceTarget, targetChoices } from "./route-choices.ts";
import { destinationText, isUnconditional, isWritten, placesOf, targetText } from "./route-parts.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
export const routeIpv6ToNatGateway = defineRule({
  id: "route-ipv6-to-nat-gateway",
  group: "routing",
  severity: "warning",
  topic: "nat-gateway",
  messages: {
    ipv6: {
      en: "{id} sends IPv6 traffic for {destination} to the NAT gateway {target}, which translates to IPv4 and passes on IPv6 only for 64:ff9b::/96 (NAT64). Lead it to an egress-only internet gateway.",
      ja: "{id} は {destination} 宛ての IPv6 を NAT ゲートウェイ {target} に向けているが、NAT ゲートウェイが扱う IPv6 は 64:ff9b::/96 宛て (NAT64) だけ。Egress-Only インターネットゲートウェイに向けること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      for (const destination of route.destinations.known) {
        if (destination.value.kind !== "cidr") continue;
        const { cidr } = destination.value.cidr;
        if (cidr?.family !== 6 || contains(nat64Prefix, cidr)) continue;
        for (const target of route.targets.known) {
          if (target.value.property !== "NatGatewayId") continue;
          if (!canHold(evaluator.conditions, destination.guard, target.guard)) continue;
          report({
            at: target.span,
            message: "ipv6",
            data: {
              id: route.id,
              destination: destinationText(destination.value),
              target: targetText(target.value),
            },
            related: [{ at: destination.span, message: { en: "The IPv6 destination", ja: "IPv6 の送信先" } }],
            because: [destination, target],
            fixes: () => throughEgressOnly(network, route, target.value),
          });
        }
      }
    }
  },
});

/** The egress-only gateway of the VPC, else a new one. */
function throughEgressOnly(network: Network, route: Route, target: RouteTarget): readonly Fix[] {
  const { evaluator } = network;
  const right = "EgressOnlyInternetGatewayId";
  if (!isUnconditional(evaluator, route.resource, target.property) || isWritten(route.resource, right)) return [];
  const choices = targetChoices(network, route, 6).filter(({ property }) => property === right);
  if (choices.length > 0) {
    return choices.map((choice) => ({
      title: { en: `Lead ${route.id} to ${choice.entity.id}`, ja: `${route.id} を ${choice.entity.id} に向ける` },
      edits: replaceTarget(network, route, target, choice),
      preferred: choices.length === 1,
    }));
  }
  const [place, ...others] = placesOf(route);
  // Without an IPv6 block in the VPC a new gateway would carry nothing.
  if (!place || others.length > 0 || !mayHaveIpv6(network, place.vpc)) return [];
  const id = freshId(evaluator.template, "EgressOnlyInternetGateway");
  return [
    {
      title: {
        en: `Add the egress-only gateway ${id} to ${place.vpc.id} and lead ${route.id} to it`,
        ja: `${place.vpc.id} に Egress-Only ゲートウェイ ${id} を追加し、${route.id} を向ける`,
      },
      edits: [
        {
          kind: "add-resource",
          id,
          type: "AWS::EC2::EgressOnlyInternetGateway",
          properties: { VpcId: refTo(place.vpc.id) },
          condition: route.resource.condition?.name,
        },
        { kind: "remove-property", resource: route.id, path: [target.property] },
        { kind: "set-property", resource: route.id, path: [right], value: refTo(id) },
      ],
      preferred: true,
    },
  ];
}
