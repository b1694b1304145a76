/** Targets that a route of this template could lead to, for fixes. */
import type {
  Entity,
  Facts,
  Link,
  Network,
  Route,
  RouteTarget,
  RouteTargetProperty,
  Vpc,
} from "../../network/model.ts";
import { type NewValue, refTo, type TemplateEdit } from "../../template/edit.ts";
import type { Resource } from "../../template/template.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { placesOf } from "./route-parts.ts";

export interface TargetChoice {
  readonly property: RouteTargetProperty;
  readonly entity: Entity;
  readonly value: NewValue;
  /** Attachments that the route has to wait for. */
  readonly waitsFor: readonly string[];
}

/**
 * The gateways of the template that can take traffic of the family from the route's VPC, the likeliest first. Those
 * that can never be there together with the route are left out.
 */
export function targetChoices(network: Network, route: Route, family: 4 | 6): readonly TargetChoice[] {
  const { conditions } = network.evaluator;
  const vpcs = new Set(placesOf(route).map(({ vpc }) => vpc));
  const isHere = ({ vpc }: { readonly vpc: Facts<Link<Vpc>> }): boolean =>
    linkedEntities(vpc).some(({ entity }) => vpcs.has(entity));
  const choice = (property: RouteTargetProperty, entity: Entity, waitsFor: readonly string[] = []): TargetChoice[] =>
    canHold(conditions, route.guard, entity.guard) ? [{ property, entity, value: refTo(entity.id), waitsFor }] : [];

  const nats = network.natGateways.flatMap((nat) => {
    const here = linkedEntities(nat.subnet).some(({ entity }) => isHere(entity));
    return here && family === 4 ? choice("NatGatewayId", nat) : [];
  });
  const gateways = network.gateways.flatMap((gateway) => {
    switch (gateway.kind) {
      case "internet-gateway":
      case "vpn-gateway": {
        if (gateway.kind === "vpn-gateway" && family === 6) return [];
        const attachments = gateway.attachments.filter(isHere).map(({ id }) => id);
        return attachments.length > 0 ? choice("GatewayId", gateway, attachments) : [];
      }
      case "egress-only-internet-gateway":
        return family === 6 && isHere(gateway) ? choice("EgressOnlyInternetGatewayId", gateway) : [];
      case "transit-gateway": {
        const attachments = network.transitGatewayAttachments
          .filter((attachment) => isHere(attachment) && leadsTo(attachment.transitGateway, gateway))
          .map(({ id }) => id);
        return attachments.length > 0 ? choice("TransitGatewayId", gateway, attachments) : [];
      }
      default:
        return [];
    }
  });
  const peerings = network.peerings.flatMap((peering) =>
    isHere({ vpc: peering.requester }) || isHere({ vpc: peering.accepter })
      ? choice("VpcPeeringConnectionId", peering)
      : [],
  );
  return [...gateways, ...nats, ...peerings];
}

export function leadsTo<T extends Entity>(facts: Facts<Link<T>>, target: T): boolean {
  return linkedEntities(facts).some(({ entity }) => entity === target);
}

/** Gives the route the target, and the dependencies that it takes. */
export function setTarget(network: Network, route: Route, choice: TargetChoice): readonly TemplateEdit[] {
  return [
    { kind: "set-property", resource: route.id, path: [choice.property], value: choice.value },
    ...choice.waitsFor.flatMap((id) => waitFor(network, route.resource, id)),
  ];
}

/** Makes the resource wait for another one; nothing where it does already, or where that one waits for it. */
export function waitFor(network: Network, resource: Resource, target: string): readonly TemplateEdit[] {
  const other = network.evaluator.template.resources.get(target);
  const isCircular = other !== undefined && network.dependencies(other).has(resource.id);
  if (isCircular || network.dependencies(resource).has(target)) return [];
  return [{ kind: "add-depends-on", resource: resource.id, target }];
}

/** Gives the route the target in place of the one it has. */
export function replaceTarget(
  network: Network,
  route: Route,
  { property }: RouteTarget,
  choice: TargetChoice,
): readonly TemplateEdit[] {
  return [
    ...(property === choice.property
      ? []
      : [{ kind: "remove-property", resource: route.id, path: [property] } satisfies TemplateEdit]),
    ...setTarget(network, route, choice),
  ];
}
