import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { Fact, Link, Network, Subnet } from "../../network/model.ts";
import { allGuards, canHold, linkedEntities, pairsOf } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isSameZone } from "../same-zone.ts";
import { replaceSubnet } from "./alb-needs-two-azs.ts";
import { isInOneZone, placementsOf, positionOf } from "./placements.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const lbTwoSubnetsOneAz = defineRule({
  id: "lb-two-subnets-one-az",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    sameZone: {
      en: "{id} names {second} and {first}, which are both in {zone}. A load balancer takes one subnet per Availability Zone, so its creation fails. Keep one of them, or use a subnet of another zone.",
      ja: "{id} に指定した {second} と {first} は同じ AZ ({zone}) にある。ロードバランサーのサブネットは AZ ごとに 1 つで、作成は失敗する。一方だけを残すか、別の AZ のサブネットに替えること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const loadBalancer of network.loadBalancers) {
      const places = linkedEntities(loadBalancer.subnets).flatMap(({ entity: subnet, fact }) =>
        subnet.zone.known.map((zone) => ({ subnet, fact, zone })),
      );
      for (const [first, second] of pairsOf(places)) {
        if (first.subnet === second.subnet || !isSameZone(first.zone, second.zone)) continue;
        const because = [loadBalancer, first.fact, second.fact, first.zone, second.zone];
        const guard = allGuards(
          conditions,
          because.map((each) => each.guard),
        );
        if (!guard) continue;
        const placement = placementsOf(network, loadBalancer).find((each) => canHold(conditions, each.guard, guard));
        // That there is one zone only is another rule's matter.
        const isApplication = loadBalancer.type.known.some(({ value }) => value === "application");
        if (isApplication && placement && isInOneZone(network, placement)) continue;
        report({
          at: second.fact.span,
          message: "sameZone",
          data: {
            id: loadBalancer.id,
            first: first.subnet.id,
            second: second.subnet.id,
            zone: second.zone.value.label,
          },
          related: [
            {
              at: first.fact.span,
              message: { en: `${first.subnet.id} is in that zone, too`, ja: `${first.subnet.id} も同じ AZ` },
            },
          ],
          because,
          fixes: () => [
            ...(placement ? replaceSubnet(network, loadBalancer, placement, second.subnet) : []),
            ...without(network, loadBalancer, second.fact, first.subnet, second.subnet),
            ...without(network, loadBalancer, first.fact, second.subnet, first.subnet),
          ],
        });
      }
    }
  },
});

/** Takes the subnet out of the list, where it is written there by itself. */
function without(
  { evaluator: { conditions } }: Network,
  loadBalancer: LoadBalancer,
  { span, guard }: Fact<Link<Subnet>>,
  kept: Subnet,
  dropped: Subnet,
): readonly Fix[] {
  const position = positionOf(loadBalancer, span);
  if (!position || !canHold(conditions, guard, loadBalancer.guard)) return [];
  return [
    {
      title: {
        en: `Keep ${kept.id} and remove ${dropped.id}`,
        ja: `${kept.id} を残し、${dropped.id} を外す`,
      },
      edits: [{ kind: "remove-property", resource: loadBalancer.id, path: position.path }],
    },
  ];
}
