/** Where load balancers are: their subnets case by case, the zones of those, and subnets that would do instead. */

import type { Span } from "../../base/span.ts";
import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { Fact, Link, Network, Subnet, Vpc, Zone } from "../../network/model.ts";
import { subnetKind } from "../../network/routing.ts";
import type { PropertyPath } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Template } from "../../template/template.ts";
import type { Guard } from "../../template/value.ts";
import { linkedEntities } from "../basis.ts";
import { isOtherZone, isSameZone } from "../same-zone.ts";

export interface Placement {
  readonly guard: Guard;
  /** Each stands for one subnet. */
  readonly places: readonly Fact<Link<Subnet>>[];
}

/** The cases in which all subnets of the load balancer are known one by one. */
export function placementsOf(network: Network, { guard, subnets }: LoadBalancer): readonly Placement[] {
  const { conditions, template } = network.evaluator;
  const guards = [guard, ...subnets.known.map((fact) => fact.guard), ...subnets.unknown, ...subnets.absent];
  const names = new Set(guards.flatMap(({ outcomes }) => [...outcomes.keys()]));
  return (conditions.scenarios([...names]) ?? []).flatMap((scenario) => {
    const under = conditions.both(scenario, guard);
    const holds = (other: Guard): boolean => under !== undefined && conditions.both(under, other) !== undefined;
    if (under === undefined || subnets.unknown.some(holds)) return [];
    const places = subnets.known.filter((fact) => holds(fact.guard));
    return places.every(({ value }) => isOneSubnet(template, value)) ? [{ guard: under, places }] : [];
  });
}

/** A parameter of another type may be a list of subnets. */
function isOneSubnet({ parameters }: Template, link: Link<Subnet>): boolean {
  if (link.kind === "entity") return true;
  if (link.kind === "other" || !link.named) return false;
  const { kind, text } = link.named;
  return kind === "id" || parameters.get(text)?.type === "AWS::EC2::Subnet::Id";
}

/** The subnets of one case with their zones; undefined where one is not known. */
export function zonesOf(
  { conditions }: Network["evaluator"],
  { guard, places }: Placement,
): readonly { readonly subnet: Subnet; readonly zone: Fact<Zone>; readonly fact: Fact<Link<Subnet>> }[] | undefined {
  const found = places.flatMap((fact) => {
    if (fact.value.kind !== "entity") return [];
    const subnet = fact.value.entity;
    const [zone, ...more] = subnet.zone.known.filter((each) => conditions.both(each.guard, guard) !== undefined);
    return zone && more.length === 0 && subnet.zone.unknown.length === 0 ? [{ subnet, zone, fact }] : [];
  });
  return found.length === places.length ? found : undefined;
}

/** Whether all subnets are in one zone, two subnets or more. */
export function isInOneZone(network: Network, placement: Placement): boolean {
  const [first, ...more] = zonesOf(network.evaluator, placement) ?? [];
  return first !== undefined && more.length > 0 && more.every(({ zone }) => isSameZone(first.zone, zone));
}

/** `us-east-1a` and `use1-az1`; a Local Zone has the name of a place in it, as `us-west-2-lax-1a`. */
const regularZone = /^(?:[a-z]{2}(?:-[a-z]+){1,2}-\d[a-z]|[a-z0-9]+-az\d)$/;

/** Whether the subnet may lie in a Local Zone, a Wavelength Zone or on an Outpost. */
export function mayBeAtEdge({ resource, zone }: Subnet): boolean {
  const isEdge = ({ value }: Fact<Zone>): boolean => value.kind === "literal" && !regularZone.test(value.key);
  return propertyOf(resource.properties, "OutpostArn") !== undefined || resource.open || zone.known.some(isEdge);
}

export interface Position {
  /** Of the list. */
  readonly property: "Subnets" | "SubnetMappings";
  readonly index: number;
  readonly length: number;
  /** Of the item. */
  readonly path: PropertyPath;
}

/** Where in a list of the load balancer the subnet at the span stands by itself. */
export function positionOf({ resource }: LoadBalancer, span: Span): Position | undefined {
  for (const property of ["Subnets", "SubnetMappings"] as const) {
    const list = propertyOf(resource.properties, property)?.value;
    if (list?.kind !== "list") continue;
    const index = list.items.findIndex((item) => {
      const written = property === "Subnets" ? item : propertyOf(item, "SubnetId")?.value;
      return written?.span.block === span.block && written.span.start === span.start;
    });
    if (index >= 0) return { property, index, length: list.items.length, path: [property, index] };
  }
  return undefined;
}

/**
 * Subnets of the same VPC that could stand beside those of the placement, `left` out of account: in zones that it does
 * not have, with the same way to the Internet.
 */
export function otherSubnets(network: Network, placement: Placement, left?: Subnet): readonly Subnet[] {
  const { evaluator } = network;
  const present = placement.places.flatMap(({ value }) => (value.kind === "entity" ? [value.entity] : []));
  const [first] = present;
  if (!first) return [];
  const taken = present.filter((subnet) => subnet !== left).flatMap(({ zone }) => zone.known.map(({ value }) => value));
  const kind = subnetKind(network, first).kind;
  return vpcsOf(first)
    .flatMap(({ subnets }) => subnets)
    .filter((subnet) => {
      const [zone, ...more] = subnet.zone.known;
      return (
        !present.includes(subnet) &&
        zone !== undefined &&
        more.length === 0 &&
        taken.every((each) => isOtherZone(each, zone.value)) &&
        [...subnet.guard.outcomes].every(([name, outcome]) => placement.guard.outcomes.get(name) === outcome) &&
        evaluator.conditions.both(subnet.guard, placement.guard) !== undefined &&
        !mayBeAtEdge(subnet) &&
        subnetKind(network, subnet).kind === kind
      );
    });
}

export function vpcsOf({ vpc }: Subnet): readonly Vpc[] {
  return linkedEntities(vpc).map(({ entity }) => entity);
}
