import { type Cidr, contains, formatCidr, sameCidr } from "../../base/cidr.ts";
import type { CidrText, Fact, RouteTarget, Vpc } from "../../network/model.ts";
import { allGuards } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { placesOf, targetText } from "./route-parts.ts";

/** A route to all of a subnet may lead to these. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
const inspecting: ReadonlySet<RouteTarget["property"]> = new Set([
  "NatGatewayId",
  "NetworkInterfaceId",
  "InstanceId",
  "VpcEndpointId",
]);

/** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const routeEqualsLocal = defineRule({
  id: "route-equals-local",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    target: {
      en: "{id} sends {destination} to {target}, but that lies in {vpc} {block}, where the local route applies. EC2 will refuse it: inside the VPC a route can lead only to a NAT gateway, a network interface or a Gateway Load Balancer endpoint. Check the destination.",
      ja: "{id} は {destination} を {target} に向けているが、これは local ルートで扱われる {vpc} {block} の内側で、EC2 は作成を拒否する。VPC 内宛てのルートで指定できるのは NAT ゲートウェイ、ネットワークインターフェイス、Gateway Load Balancer エンドポイントだけ。送信先を確認すること。",
    },
    noSubnet: {
      en: "{id} has the destination {destination} inside {vpc} {block}, but no subnet of {vpc} has just this block. A route that is more specific than the local one has to match a whole subnet, so EC2 will refuse it.",
      ja: "{id} の送信先 {destination} は {vpc} {block} の内側だが、{vpc} にこの CIDR のサブネットはない。local ルートより狭いルートはサブネット全体と一致する必要があり、EC2 は作成を拒否する。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      for (const destination of route.destinations.known) {
        const cidr = destination.value.kind === "cidr" ? destination.value.cidr.cidr : undefined;
        if (cidr === undefined) continue;
        for (const { vpc, because: place } of placesOf(route)) {
          const around = localBlocks(vpc).filter(({ value }) => value.cidr && contains(value.cidr, cidr));
          for (const local of around) {
            for (const target of route.targets.known) {
              const message = complaint(cidr, local, target.value, vpc);
              const because = [...place, local, destination, target];
              if (message === undefined) continue;
              if (
                !allGuards(
                  evaluator.conditions,
                  because.map(({ guard }) => guard),
                )
              )
                continue;
              report({
                at: destination.span,
                message,
                data: {
                  id: route.id,
                  destination: formatCidr(cidr),
                  target: targetText(target.value),
                  vpc: vpc.id,
                  block: local.value.cidr ? formatCidr(local.value.cidr) : "",
                },
                related: [
                  { at: local.span, message: { en: "The block with the local route", ja: "local ルートの CIDR" } },
                ],
                because,
              });
            }
          }
        }
      }
    }
  },
});

function localBlocks(vpc: Vpc): readonly Fact<CidrText>[] {
  return [vpc.cidr, ...vpc.secondary.flatMap(({ cidr, ipv6 }) => [cidr, ipv6])].flatMap(({ known }) => known);
}

function complaint(
  cidr: Cidr,
  local: Fact<CidrText>,
  { property, link }: RouteTarget,
  vpc: Vpc,
): "target" | "noSubnet" | undefined {
  if (link.kind === "elsewhere" && link.key === "literal local") return undefined;
  if (!inspecting.has(property)) return "target";
  // All of a block, or of a subnet, may be led through an appliance; so may subnets that nobody here knows.
  if (local.value.cidr && sameCidr(local.value.cidr, cidr)) return undefined;
  const blocks = vpc.subnets.flatMap((subnet) => [subnet.cidr, subnet.ipv6]);
  const others = vpc.exposed || blocks.some(({ unknown }) => unknown.length > 0);
  const isSubnet = blocks.some(({ known }) => known.some(({ value }) => value.cidr && sameCidr(value.cidr, cidr)));
  return others || isSubnet ? undefined : "noSubnet";
}
