/** Load balancers with their listeners, listener rules and target groups. */
import type { Span } from "../base/span.ts";
import { propertyOf } from "../template/expression.ts";
import type { Alternative, Guard } from "../template/value.ts";
import { isList } from "../template/values.ts";
import { type BuildContext, byId, entitiesOf } from "./build-context.ts";
import { joined, noFacts, type Read, readInteger, readOneOf, readText } from "./facts.ts";
import {
  type Listener,
  type ListenerEntity,
  type ListenerRule,
  type LoadBalancer,
  type LoadBalancerType,
  loadBalancerTypes,
  type TargetGroup,
} from "./load-balancing-model.ts";
import type { Entity, Facts, Link, SecurityGroup, Subnet, Vpc } from "./model.ts";
import { factsIn, linksAt, objectAt, ownObject } from "./object-places.ts";

export interface LoadBalancing {
  readonly loadBalancers: readonly LoadBalancer[];
  readonly listeners: readonly Listener[];
  readonly listenerRules: readonly ListenerRule[];
  readonly targetGroups: readonly TargetGroup[];
}

interface LoadBalancerDraft extends LoadBalancer {
  readonly listeners: Listener[];
}

const readCapitals: Read<string> = (value) => readText(value)?.toUpperCase();
const readThere: Read<true> = (value) => (value.kind === "unknown" && mayBeEmpty(value.reason.kind) ? undefined : true);

/** A parameter may turn out to be an empty text. */
function mayBeEmpty(reason: string): boolean {
  return reason === "parameter";
}

export function buildLoadBalancing(
  context: BuildContext,
  vpcs: readonly Vpc[],
  subnets: readonly Subnet[],
  groups: readonly SecurityGroup[],
): LoadBalancing {
  const targetGroups = buildTargetGroups(context, vpcs);
  const loadBalancers = buildLoadBalancers(context, subnets, groups);
  const loadBalancerById = byId(loadBalancers);
  const ownListeners = buildListeners(context, loadBalancerById, byId(targetGroups));
  for (const listener of ownListeners) {
    for (const { id } of entitiesOf(listener.loadBalancer)) loadBalancerById.get(id)?.listeners.push(listener);
  }
  const classic = loadBalancers.flatMap((loadBalancer) => {
    const found = classicListeners(context, loadBalancer);
    loadBalancer.listeners.push(...found);
    return found;
  });
  return {
    loadBalancers,
    listeners: [...ownListeners, ...classic],
    listenerRules: buildListenerRules(context, byId(ownListeners), byId(targetGroups)),
    targetGroups,
  };
}

function buildTargetGroups(context: BuildContext, vpcs: readonly Vpc[]): readonly TargetGroup[] {
  const vpcById = byId(vpcs);
  return context.of("AWS::ElasticLoadBalancingV2::TargetGroup").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "target-group",
    vpc: context.link(entity, "VpcId", vpcById),
    protocol: context.facts(entity, "Protocol", readCapitals),
    port: context.facts(entity, "Port", readInteger),
    targetType: byDefault(
      context.facts(entity, "TargetType", readOneOf("instance", "ip", "lambda", "alb")),
      "instance",
      entity.resource.idSpan,
    ),
  }));
}

function buildLoadBalancers(
  context: BuildContext,
  subnets: readonly Subnet[],
  groups: readonly SecurityGroup[],
): readonly LoadBalancerDraft[] {
  const { evaluator } = context;
  const [subnetById, groupById] = [byId(subnets), byId(groups)];
  const loadBalancer = (entity: Entity, type: Facts<LoadBalancerType>): LoadBalancerDraft => {
    const own = ownObject(evaluator, entity);
    const named = ["Subnets", "SubnetMappings.*.SubnetId"].flatMap((path) =>
      propertyOf(entity.resource.properties, path.split(".")[0] ?? "")
        ? [linksAt(evaluator, own, path, subnetById)]
        : [],
    );
    const none: Facts<never> = entity.resource.open
      ? { ...noFacts, unknown: [entity.guard] }
      : { ...noFacts, absent: [entity.guard] };
    const scheme = context.facts(entity, "Scheme", readOneOf("internet-facing", "internal"));
    return {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "load-balancer",
      type,
      scheme: byDefault(scheme, "internet-facing", entity.resource.idSpan),
      subnets: named.length > 0 ? joined(named) : none,
      securityGroups: context.links(entity, "SecurityGroups", groupById),
      listeners: [],
    };
  };
  return [
    ...context.of("AWS::ElasticLoadBalancingV2::LoadBalancer").map((entity) => {
      const type = context.facts(entity, "Type", readOneOf(...loadBalancerTypes));
      return loadBalancer(entity, byDefault(type, "application", entity.resource.idSpan));
    }),
    ...context.of("AWS::ElasticLoadBalancing::LoadBalancer").map((entity) => {
      const { guard, resource } = entity;
      return loadBalancer(entity, {
        ...noFacts,
        known: [{ value: "classic", guard, span: resource.idSpan, from: [] }],
      });
    }),
  ];
}

function buildListeners(
  context: BuildContext,
  loadBalancers: ReadonlyMap<string, LoadBalancer>,
  targetGroups: ReadonlyMap<string, TargetGroup>,
): readonly ListenerEntity[] {
  return context.of("AWS::ElasticLoadBalancingV2::Listener").map((entity) => {
    const { evaluator } = context;
    const certificates = propertyOf(entity.resource.properties, "Certificates")?.value;
    return {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "listener",
      span: entity.resource.idSpan,
      loadBalancer: context.link(entity, "LoadBalancerArn", loadBalancers),
      protocol: context.facts(entity, "Protocol", readCapitals),
      port: context.facts(entity, "Port", readInteger),
      targetGroups: forwardsIn(context, entity, "DefaultActions", targetGroups),
      certificates: certificates
        ? thereIn(evaluator.alternatives(certificates, entity.guard))
        : context.facts(entity, "Certificates", readThere),
    };
  });
}

function buildListenerRules(
  context: BuildContext,
  listeners: ReadonlyMap<string, ListenerEntity>,
  targetGroups: ReadonlyMap<string, TargetGroup>,
): readonly ListenerRule[] {
  return context.of("AWS::ElasticLoadBalancingV2::ListenerRule").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "listener-rule",
    listener: context.link(entity, "ListenerArn", listeners),
    priority: context.facts(entity, "Priority", readInteger),
    targetGroups: forwardsIn(context, entity, "Actions", targetGroups),
  }));
}

/** The groups of an action stand in it, or in its ForwardConfig; both may name the same one. */
function forwardsIn(
  context: BuildContext,
  entity: Entity,
  property: string,
  targetGroups: ReadonlyMap<string, TargetGroup>,
): Facts<Link<TargetGroup>> {
  const own = ownObject(context.evaluator, entity);
  return joined(
    ["TargetGroupArn", "ForwardConfig.TargetGroups.*.TargetGroupArn"].map((path) =>
      linksAt(context.evaluator, own, `${property}.*.${path}`, targetGroups),
    ),
  );
}

/** An empty list of certificates is none. */
function thereIn(alternatives: readonly Alternative[]): Facts<true> {
  return joined(
    alternatives.map(({ value, guard }): Facts<true> => {
      const isNone =
        value.kind === "absent" || (value.kind === "known" && isList(value.data) && value.data.length === 0);
      if (isNone) return { ...noFacts, absent: [guard] };
      if (value.kind !== "known") return { ...noFacts, unknown: [guard] };
      return { ...noFacts, known: [{ value: true, guard, span: value.span, from: value.from }] };
    }),
  );
}

function classicListeners(context: BuildContext, loadBalancer: LoadBalancer): readonly Listener[] {
  const { evaluator } = context;
  const { id, resource, guard } = loadBalancer;
  const written = propertyOf(resource.properties, "Listeners")?.value;
  if (resource.type !== "AWS::ElasticLoadBalancing::LoadBalancer" || !written) return [];
  const self: Facts<Link<LoadBalancer>> = {
    ...noFacts,
    known: [{ value: { kind: "entity", entity: loadBalancer }, guard, span: resource.idSpan, from: [] }],
  };
  return evaluator
    .alternatives(written, guard)
    .flatMap(({ value, guard: under }) =>
      value.kind === "known" && isList(value.data)
        ? value.data.flatMap((item) => evaluator.alternativesOf(item, under))
        : [],
    )
    .flatMap((way): readonly Listener[] => {
      const item = objectAt(evaluator, way);
      if (!item) return [];
      return [
        {
          kind: "listener",
          id,
          resource,
          guard: way.guard,
          span: way.value.span,
          loadBalancer: self,
          protocol: factsIn(item, "Protocol", readCapitals),
          port: factsIn(item, "LoadBalancerPort", readInteger),
          targetGroups: noFacts,
          certificates: factsIn(item, "SSLCertificateId", readThere),
        },
      ];
    });
}

/** What AWS takes where nothing is written; it rests on nothing else. */
function byDefault<T>(facts: Facts<T>, value: T, span: Span): Facts<T> {
  const added = facts.absent.map((guard: Guard) => ({ value, guard, span, from: [] }));
  return { known: [...facts.known, ...added], unknown: facts.unknown, absent: [] };
}
