import type { Destination, Fact, Network, Route, RouteTarget } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { candidatesFor, isPlain, leadTo } from "./route-targets.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeIpv4ToEgressOnlyIgw = defineRule({
  id: "route-ipv4-to-egress-only-igw",
  group: "routing",
  severity: "error",
  topic: "egress-only-internet-gateway",
  messages: {
    ipv4: {
      en: "{id} leads the IPv4 destination {destination} to {target}, but an egress-only internet gateway takes IPv6 only. CloudFormation will fail. For IPv4 lead to a NAT gateway; for IPv6 write DestinationIpv6CidrBlock.",
      ja: "{id} は IPv4 の宛先 {destination} を {target} に向けているが、Egress-Only インターネットゲートウェイは IPv6 専用。作成は失敗する。IPv4 なら NAT ゲートウェイに向け、IPv6 なら DestinationIpv6CidrBlock で宛先を書くこと。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        if (target.value.property !== "EgressOnlyInternetGatewayId") continue;
        for (const destination of route.destinations.known) {
          if (destination.value.kind !== "cidr" || destination.value.cidr.cidr?.family !== 4) continue;
          report({
            at: destination.span,
            message: "ipv4",
            data: {
              id: route.id,
              destination: destination.value.cidr.text,
              target: targetName(target.value),
            },
            related: [{ at: target.span, message: { en: "The target is here", ja: "ターゲットはここ" } }],
            because: [target, destination],
            fixes: () => [...asIpv6(route, destination), ...throughNat(network, route)],
          });
        }
      }
    }
  },
});

function targetName({ link, property }: RouteTarget): string {
  return link.kind === "entity" ? link.entity.id : property;
}

/** Only "everything" means the same in both families. */
function asIpv6(route: Route, { value }: Fact<Destination>): readonly Fix[] {
  if (value.kind !== "cidr" || value.cidr.cidr?.prefix !== 0 || !isPlain(route.resource, value.property)) return [];
  const routed = linkedEntities(route.table)
    .flatMap(({ entity }) => entity.routes)
    .some(({ destinations }) => destinations.known.some((each) => each.value.kind === "cidr" && isAll6(each.value)));
  if (routed) return [];
  return [
    {
      title: { en: "Route ::/0 there", ja: "宛先を ::/0 にする" },
      edits: [
        { kind: "remove-property", resource: route.id, path: [value.property] },
        { kind: "set-property", resource: route.id, path: ["DestinationIpv6CidrBlock"], value: "::/0" },
      ],
      preferred: true,
    },
  ];
}

function isAll6({ cidr }: Extract<Destination, { kind: "cidr" }>): boolean {
  return cidr.cidr?.family === 6 && cidr.cidr.prefix === 0;
}

function throughNat(network: Network, route: Route): readonly Fix[] {
  if (!isPlain(route.resource, "EgressOnlyInternetGatewayId")) return [];
  return candidatesFor(network, route)
    .filter(({ property }) => property === "NatGatewayId")
    .map((candidate) => ({
      title: { en: `Lead ${route.id} to ${candidate.entity.id}`, ja: `${route.id} を ${candidate.entity.id} に向ける` },
      edits: [
        { kind: "remove-property", resource: route.id, path: ["EgressOnlyInternetGatewayId"] },
        ...leadTo(network, route, candidate),
      ],
    }));
}
