/** Who is registered with which target group: instances, services and scaling groups, with the groups that they wear. */
import { memoised } from "../base/memoised.ts";
import type { Resource } from "../template/template.ts";
import type { Guard } from "../template/value.ts";
import { byId, guardOf } from "./build-context.ts";
import { readInteger } from "./facts.ts";
import { type GroupUse, groupUsesOf } from "./group-users.ts";
import type { TargetGroup } from "./load-balancing-model.ts";
import type { Entity, Fact, Facts, Link, Network, SecurityGroup } from "./model.ts";
import { factsIn, linksAt, type ObjectPlace, objectsAt, ownObject } from "./object-places.ts";

export interface TargetRegistration {
  readonly group: TargetGroup;
  /** The instance, the service or the scaling group. */
  readonly target: Resource;
  /** Where the target, or the target group, is named. */
  readonly fact: Fact<Link<Entity>>;
  /** The port at which traffic arrives, where the registration says so; else that of the target group counts. */
  readonly port: Facts<number>;
  readonly securityGroups: Facts<Link<SecurityGroup>>;
  readonly guard: Guard;
}

/** All registrations of a template whose target and target group are in it. */
export const targetRegistrations = memoised((network: Network): readonly TargetRegistration[] => {
  const found: TargetRegistration[] = network.targetGroups.flatMap((group) => registeredInstances(network, group));
  for (const service of entitiesOf(network, ["AWS::ECS::Service"]).values()) found.push(...tasksOf(network, service));
  for (const group of entitiesOf(network, ["AWS::AutoScaling::AutoScalingGroup"]).values()) {
    found.push(...launchedBy(network, group));
  }
  return found;
});

/** `Targets` of the target group. */
function registeredInstances(network: Network, group: TargetGroup): readonly TargetRegistration[] {
  const { evaluator } = network;
  const instances = entitiesOf(network, ["AWS::EC2::Instance"]);
  return placesAt(network, group, "Targets.*").flatMap((item) =>
    linksAt(evaluator, item, "Id", instances).known.flatMap((fact) =>
      registrationsOf(network, fact, { group, fact, port: factsIn(item, "Port", readInteger), guard: item.guard }),
    ),
  );
}

/** `LoadBalancers` of a service, whose tasks have interfaces of their own. */
function tasksOf(network: Network, service: Entity): readonly TargetRegistration[] {
  return placesAt(network, service, "LoadBalancers.*").flatMap((item) =>
    linksAt(network.evaluator, item, "TargetGroupArn", byId(network.targetGroups)).known.flatMap((fact) => {
      if (fact.value.kind !== "entity") return [];
      const port = factsIn(item, "ContainerPort", readInteger);
      return wearing(network, service.resource, { group: fact.value.entity, fact, port, guard: item.guard });
    }),
  );
}

/** `TargetGroupARNs` of a scaling group, whose instances come from a launch template or configuration. */
function launchedBy(network: Network, scalingGroup: Entity): readonly TargetRegistration[] {
  const { evaluator } = network;
  const own = ownObject(evaluator, scalingGroup);
  const templates = entitiesOf(network, ["AWS::EC2::LaunchTemplate", "AWS::AutoScaling::LaunchConfiguration"]);
  const launched = ["LaunchTemplate.LaunchTemplateId", "LaunchConfigurationName"].flatMap(
    (path) => linksAt(evaluator, own, path, templates).known,
  );
  return linksAt(evaluator, own, "TargetGroupARNs", byId(network.targetGroups)).known.flatMap((fact) => {
    const { value } = fact;
    if (value.kind !== "entity") return [];
    return launched
      .flatMap((from) =>
        registrationsOf(network, from, { group: value.entity, fact, port: noPort(fact.guard), guard: from.guard }),
      )
      .map((registration) => ({ ...registration, target: scalingGroup.resource }));
  });
}

type Registered = Omit<TargetRegistration, "target" | "securityGroups">;

function registrationsOf(network: Network, { value }: Fact<Link<Entity>>, registered: Registered) {
  return value.kind === "entity" ? wearing(network, value.entity.resource, registered) : [];
}

function wearing(network: Network, target: Resource, registered: Registered): readonly TargetRegistration[] {
  const { both } = network.evaluator.conditions;
  const guard = both(registered.guard, registered.group.guard);
  return guard
    ? mainUses(network, target).map(({ groups }) => ({ ...registered, guard, target, securityGroups: groups }))
    : [];
}

/** The interfaces that names of groups are written for; of several only those that name any. */
function mainUses(network: Network, target: Resource): readonly GroupUse[] {
  return groupUsesOf(network, target).filter(({ groups }) => groups.known.length > 0);
}

function placesAt(network: Network, owner: Pick<Entity, "resource" | "guard">, path: string): readonly ObjectPlace[] {
  return objectsAt(network.evaluator, ownObject(network.evaluator, owner), path).filter(
    (place) => place.kind === "object",
  );
}

function noPort(guard: Guard): Facts<never> {
  return { known: [], unknown: [], absent: [guard] };
}

/** Resources that the model has no words for, as entities to link to. */
function entitiesOf(network: Network, types: readonly string[]): ReadonlyMap<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const resource of network.evaluator.template.resources.values()) {
    const guard = types.includes(resource.type) ? guardOf(network.evaluator, resource) : undefined;
    if (guard) entities.set(resource.id, { id: resource.id, resource, guard });
  }
  return entities;
}
