import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { Network, Subnet } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import {
  isInOneZone,
  mayBeAtEdge,
  otherSubnets,
  type Placement,
  placementsOf,
  positionOf,
  zonesOf,
} from "./placements.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const albNeedsTwoAzs = defineRule({
  id: "alb-needs-two-azs",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    one: {
      en: "{id} is an Application Load Balancer with one subnet, {subnet}. It takes subnets of at least two Availability Zones, so its creation fails. Add a subnet of another zone.",
      ja: "{id} は ALB だが、サブネットが {subnet} の 1 つしかない。ALB には 2 つ以上の AZ のサブネットが必要で、作成は失敗する。別の AZ のサブネットを加えること。",
    },
    oneZone: {
      en: "{id} is an Application Load Balancer, and all of its subnets ({first} and {second}) are in {zone}. It takes subnets of at least two Availability Zones, so its creation fails. Replace one by a subnet of another zone.",
      ja: "{id} は ALB だが、サブネット ({first}、{second}) がどれも同じ AZ ({zone}) にある。ALB には 2 つ以上の AZ のサブネットが必要で、作成は失敗する。一方を別の AZ のサブネットに替えること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const loadBalancer of network.loadBalancers) {
      for (const type of loadBalancer.type.known) {
        if (type.value !== "application") continue;
        for (const placement of placementsOf(network, loadBalancer)) {
          const [only, ...more] = new Map(placement.places.map((fact) => [nameOf(fact), fact])).values();
          if (!only) continue;
          if (more.length === 0) {
            // A subnet that somebody hands in may be one of an Outpost or a Local Zone, where one is enough.
            if (only.value.kind !== "entity" || mayBeAtEdge(only.value.entity)) continue;
            const subnet = only.value.entity;
            report({
              at: only.span,
              message: "one",
              data: { id: loadBalancer.id, subnet: subnet.id },
              because: [type, { guard: placement.guard }, only],
              fixes: () => addSubnet(network, loadBalancer, placement),
            });
            continue;
          }
          const zones = isInOneZone(network, placement) ? (zonesOf(evaluator, placement) ?? []) : [];
          const [first, second] = zones;
          if (!first || !second || zones.some(({ subnet }) => mayBeAtEdge(subnet))) continue;
          report({
            at: second.fact.span,
            message: "oneZone",
            data: {
              id: loadBalancer.id,
              first: first.subnet.id,
              second: second.subnet.id,
              zone: first.zone.value.label,
            },
            related: zones.slice(0, 2).map(({ subnet, zone }) => ({
              at: zone.span,
              message: { en: `The zone of ${subnet.id}`, ja: `${subnet.id} の AZ` },
            })),
            because: [type, { guard: placement.guard }, ...zones.flatMap(({ fact, zone }) => [fact, zone])],
            fixes: () => (zones.length === 2 ? replaceSubnet(network, loadBalancer, placement, second.subnet) : []),
          });
        }
      }
    }
  },
});

function nameOf({ value, span }: Placement["places"][number]): string {
  if (value.kind === "entity") return `entity ${value.entity.id}`;
  return value.kind === "elsewhere" ? value.key : `${span.start}`;
}

function addSubnet(network: Network, loadBalancer: LoadBalancer, placement: Placement): readonly Fix[] {
  const position = placement.places[0] && positionOf(loadBalancer, placement.places[0].span);
  if (!position || position.length !== placement.places.length) return [];
  const choices = otherSubnets(network, placement);
  return choices.map(({ id }) => ({
    title: { en: `Add ${id} to ${loadBalancer.id}`, ja: `${loadBalancer.id} に ${id} を加える` },
    edits: [
      {
        kind: "set-property",
        resource: loadBalancer.id,
        path: [position.property, position.length],
        value: position.property === "Subnets" ? refTo(id) : { object: { SubnetId: refTo(id) } },
      },
    ],
    preferred: choices.length === 1,
  }));
}

/** One choice for each subnet of another zone. */
export function replaceSubnet(
  network: Network,
  loadBalancer: LoadBalancer,
  placement: Placement,
  subnet: Subnet,
): readonly Fix[] {
  const fact = placement.places.find(({ value }) => value.kind === "entity" && value.entity === subnet);
  const list = keySpan(loadBalancer.resource, "Subnets");
  if (!fact || fact.span.block !== list.block || !positionOf(loadBalancer, fact.span)) return [];
  const choices = otherSubnets(network, placement, subnet);
  return choices.map(({ id }) => ({
    title: {
      en: `Put ${loadBalancer.id} into ${id} instead of ${subnet.id}`,
      ja: `${loadBalancer.id} の ${subnet.id} を ${id} に替える`,
    },
    edits: [{ kind: "replace-value", span: fact.span, value: refTo(id) }],
    preferred: choices.length === 1,
  }));
}
