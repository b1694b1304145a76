import type { Network, Route, Subnet } from "../../network/model.ts";
import { defaultRouteFacts, effectiveRouteTables } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { allGuards, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { attachedInternetGateway } from "./internet-gateways.ts";
import { placeElsewhere } from "./nat-in-subnet-without-igw.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html */
export const natRoutesToItself = defineRule({
  id: "nat-routes-to-itself",
  group: "gateways",
  severity: "error",
  topic: "nat-gateway",
  messages: {
    circle: {
      en: "{id} sits in {subnet}, whose default route leads back to {id}, so nothing behind it reaches the internet. Lead that route to an internet gateway, or place {id} in a public subnet.",
      ja: "{id} は {subnet} にあるが、そのサブネットのデフォルトルートは {id} 自身に戻るため、背後からインターネットに出られない。ルートをインターネットゲートウェイに向けるか、{id} をパブリックサブネットに置くこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const nat of network.natGateways) {
      for (const { entity: subnet, fact: link } of linkedEntities(nat.subnet)) {
        for (const { table, guard } of effectiveRouteTables(network, subnet)) {
          if (typeof table !== "object") continue;
          for (const { route, destination, family } of defaultRouteFacts(table)) {
            for (const target of route.targets.known) {
              if (family !== 4 || target.value.link.kind !== "entity" || target.value.link.entity !== nat) continue;
              const because = [nat, link, subnet, { guard }, route, destination, target];
              if (
                !allGuards(
                  evaluator.conditions,
                  because.map((each) => each.guard),
                )
              )
                continue;
              report({
                at: target.span,
                message: "circle",
                data: { id: nat.id, subnet: subnet.id },
                related: [
                  {
                    at: link.span,
                    message: { en: `${nat.id} sits in ${subnet.id}`, ja: `${nat.id} は ${subnet.id} にある` },
                  },
                ],
                because,
                fixes: () => [...leadOut(network, route, subnet), ...placeElsewhere(network, nat, subnet)],
              });
            }
          }
        }
      }
    }
  },
});

function leadOut(network: Network, { resource }: Route, subnet: Subnet): readonly Fix[] {
  const value = propertyOf(resource.properties, "NatGatewayId")?.value;
  // Where conditions choose the target, the right branch is the author's to find.
  if (value?.kind !== "call" || value.name !== "Ref") return [];
  return linkedEntities(subnet.vpc).flatMap(({ entity: vpc }) => {
    const found = attachedInternetGateway(network, vpc);
    if (!found) return [];
    const { gateway, attachment } = found;
    // It may wait through the NAT gateway, too, but will no longer name that.
    const waits = resource.dependsOn.some(({ name }) => name === attachment.id);
    return [
      {
        title: { en: `Lead the route to ${gateway.id}`, ja: `ルートを ${gateway.id} に向ける` },
        edits: [
          { kind: "remove-property", resource: resource.id, path: ["NatGatewayId"] },
          { kind: "set-property", resource: resource.id, path: ["GatewayId"], value: refTo(gateway.id) },
          ...(waits ? [] : [{ kind: "add-depends-on", resource: resource.id, target: attachment.id } as const]),
        ],
        preferred: true,
      },
    ];
  });
}
