import type { Fact, Network, Route, RouteTarget } from "../../network/model.ts";
import { defaultRouteFacts } from "../../network/routing.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { replaceTarget, targetChoices } from "./route-choices.ts";
import { destinationText, isUnconditional, isWritten, targetText } from "./route-parts.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
export const routeIpv4ToEgressOnlyIgw = defineRule({
  id: "route-ipv4-to-egress-only-igw",
  group: "routing",
  severity: "error",
  topic: "egress-only-internet-gateway",
  messages: {
    ipv4: {
      en: "{id} sends IPv4 traffic ({destination}) to the egress-only gateway {target}, which carries IPv6 only. EC2 will refuse it. For IPv4 use a NAT gateway; for IPv6 write DestinationIpv6CidrBlock.",
      ja: "{id} は IPv4 の {destination} を Egress-Only インターネットゲートウェイ {target} に向けているが、これは IPv6 専用で、EC2 は作成を拒否する。IPv4 なら NAT ゲートウェイ、IPv6 なら DestinationIpv6CidrBlock を使うこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      for (const destination of route.destinations.known) {
        if (destination.value.kind !== "cidr" || destination.value.cidr.cidr?.family !== 4) continue;
        for (const target of route.targets.known) {
          if (target.value.property !== "EgressOnlyInternetGatewayId") continue;
          if (!canHold(evaluator.conditions, destination.guard, target.guard)) continue;
          const text = destinationText(destination.value);
          const { property } = destination.value;
          report({
            at: target.span,
            message: "ipv4",
            data: { id: route.id, destination: text, target: targetText(target.value) },
            related: [{ at: destination.span, message: { en: "The IPv4 destination", ja: "IPv4 の送信先" } }],
            because: [destination, target],
            fixes: () => [...throughNat(network, route, target), ...forIpv6(network, route, property, text)],
          });
        }
      }
    }
  },
});

function throughNat(network: Network, route: Route, target: Fact<RouteTarget>): readonly Fix[] {
  const { property } = target.value;
  if (!isUnconditional(network.evaluator, route.resource, property)) return [];
  return targetChoices(network, route, 4)
    .filter((choice) => choice.property === "NatGatewayId" && !isWritten(route.resource, choice.property))
    .map((choice) => ({
      title: { en: `Lead ${route.id} to ${choice.entity.id}`, ja: `${route.id} を ${choice.entity.id} に向ける` },
      edits: replaceTarget(network, route, target.value, choice),
    }));
}

/** Everything in IPv4 was probably meant to be everything in IPv6. */
function forIpv6(network: Network, route: Route, property: string, text: string): readonly Fix[] {
  const { id, resource } = route;
  const right = "DestinationIpv6CidrBlock";
  if (text !== "0.0.0.0/0" || isWritten(resource, right)) return [];
  if (!isUnconditional(network.evaluator, resource, property) || hasIpv6Default(route)) return [];
  return [
    {
      title: {
        en: `Make ${id} the default route for IPv6 (::/0)`,
        ja: `${id} を IPv6 のデフォルトルート (::/0) にする`,
      },
      edits: [
        { kind: "remove-property", resource: id, path: [property] },
        { kind: "set-property", resource: id, path: [right], value: "::/0" },
      ],
    },
  ];
}

function hasIpv6Default(route: Route): boolean {
  return linkedEntities(route.table).some(({ entity }) => defaultRouteFacts(entity).some(({ family }) => family === 6));
}
