import type { Destination, Fact, Network, Route } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { candidatesFor, isNat64, isPlain, leadTo, referredResource, vpcsOf } from "./route-targets.ts";

/**
 * A NAT gateway translates IPv6 to IPv4 destinations only, which stand in 64:ff9b::/96:
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export const routeIpv6ToNatGateway = defineRule({
  id: "route-ipv6-to-nat-gateway",
  group: "routing",
  severity: "warning",
  topic: "nat-gateway-connectivity",
  messages: {
    ipv6: {
      en: "{id} leads {destination} to {target}, but a NAT gateway forwards no IPv6: it only translates 64:ff9b::/96 to IPv4 (NAT64), and other packets get lost. Lead it to an egress-only internet gateway.",
      ja: "{id} は {destination} を {target} に向けているが、NAT ゲートウェイは IPv6 を転送しない。IPv4 に変換できる 64:ff9b::/96 (NAT64) 以外のパケットは届かない。Egress-Only インターネットゲートウェイに向けること。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        if (target.value.property !== "NatGatewayId") continue;
        for (const destination of route.destinations.known) {
          const { value } = destination;
          if (value.kind !== "cidr" || value.cidr.cidr?.family !== 6 || isNat64(value.cidr.text)) continue;
          report({
            at: target.span,
            message: "ipv6",
            data: {
              id: route.id,
              destination: value.cidr.text,
              target: referredResource(target.value.link)?.id ?? "NatGatewayId",
            },
            related: [{ at: destination.span, message: { en: "The destination is IPv6", ja: "宛先は IPv6" } }],
            because: [target, destination],
            fixes: () => [...throughEgressOnly(network, route), ...asNat64(destination)],
          });
        }
      }
    }
  },
});

function throughEgressOnly(network: Network, route: Route): readonly Fix[] {
  if (!isPlain(route.resource, "NatGatewayId")) return [];
  const candidates = candidatesFor(network, route).filter(({ property }) => property === "EgressOnlyInternetGatewayId");
  const away = { kind: "remove-property", resource: route.id, path: ["NatGatewayId"] } as const;
  const existing = candidates.map(
    (candidate): Fix => ({
      title: { en: `Lead ${route.id} to ${candidate.entity.id}`, ja: `${route.id} を ${candidate.entity.id} に向ける` },
      edits: [away, ...leadTo(network, route, candidate)],
      preferred: candidates.length === 1,
    }),
  );
  return existing.length > 0 ? existing : vpcsOf(route).map((vpc) => withNewGateway(network, route, vpc.id));
}

function withNewGateway({ evaluator }: Network, { id, resource }: Route, vpcId: string): Fix {
  const added = freshId(evaluator.template, "EgressOnlyInternetGateway");
  return {
    title: {
      en: `Add the egress-only internet gateway ${added}`,
      ja: `Egress-Only インターネットゲートウェイ ${added} を追加する`,
    },
    edits: [
      {
        kind: "add-resource",
        id: added,
        type: "AWS::EC2::EgressOnlyInternetGateway",
        properties: { VpcId: refTo(vpcId) },
        condition: resource.condition?.name,
        after: vpcId,
      },
      { kind: "remove-property", resource: id, path: ["NatGatewayId"] },
      { kind: "set-property", resource: id, path: ["EgressOnlyInternetGatewayId"], value: refTo(added) },
    ],
  };
}

function asNat64({ value, span, from }: Fact<Destination>): readonly Fix[] {
  if (value.kind !== "cidr" || value.cidr.cidr?.prefix !== 0 || from.length > 0) return [];
  return [
    {
      title: { en: "Route only 64:ff9b::/96 (NAT64) there", ja: "宛先を 64:ff9b::/96 (NAT64) に絞る" },
      edits: [{ kind: "replace-value", span, value: "64:ff9b::/96" }],
    },
  ];
}
