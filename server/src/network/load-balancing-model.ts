/** Load balancers of both generations, what they listen on and where they send it. Part of the model in `model.ts`. */
import type { Span } from "../base/span.ts";
import type { Resource } from "../template/template.ts";
import type { Guard } from "../template/value.ts";
import type { Entity, Facts, Link, SecurityGroup, Subnet, Vpc } from "./model.ts";

export const loadBalancerTypes = ["application", "network", "gateway", "classic"] as const;
export type LoadBalancerType = (typeof loadBalancerTypes)[number];

/** AWS::ElasticLoadBalancingV2::LoadBalancer, and AWS::ElasticLoadBalancing::LoadBalancer as `classic`. */
export interface LoadBalancer extends Entity {
  readonly kind: "load-balancer";
  /** Where none is written: application. */
  readonly type: Facts<LoadBalancerType>;
  /** Where none is written: internet-facing. Means nothing for a Gateway Load Balancer. */
  readonly scheme: Facts<"internet-facing" | "internal">;
  /** Those of Subnets and those of SubnetMappings. */
  readonly subnets: Facts<Link<Subnet>>;
  readonly securityGroups: Facts<Link<SecurityGroup>>;
  readonly listeners: readonly Listener[];
}

/** AWS::ElasticLoadBalancingV2::Listener, or an item in the Listeners of a classic load balancer. */
export interface Listener {
  readonly kind: "listener";
  /** The logical ID of the listener; of the load balancer for a classic one. */
  readonly id: string;
  readonly resource: Resource;
  readonly guard: Guard;
  /** The logical ID, or the item of a classic load balancer. */
  readonly span: Span;
  readonly loadBalancer: Facts<Link<LoadBalancer>>;
  /** In capitals. */
  readonly protocol: Facts<string>;
  readonly port: Facts<number>;
  /** The groups of all forward actions. Empty for a classic load balancer, which has none. */
  readonly targetGroups: Facts<Link<TargetGroup>>;
  /** ARNs of certificates, as far as they are there. */
  readonly certificates: Facts<true>;
}

/** AWS::ElasticLoadBalancingV2::ListenerRule. */
export interface ListenerRule extends Entity {
  readonly kind: "listener-rule";
  readonly listener: Facts<Link<ListenerEntity>>;
  readonly priority: Facts<number>;
  readonly targetGroups: Facts<Link<TargetGroup>>;
}

/** A listener that is a resource of its own. */
export interface ListenerEntity extends Listener, Entity {
  readonly kind: "listener";
}

export interface TargetGroup extends Entity {
  readonly kind: "target-group";
  readonly vpc: Facts<Link<Vpc>>;
  /** In capitals; a group of Lambda functions has none. */
  readonly protocol: Facts<string>;
  readonly port: Facts<number>;
  /** Where none is written: instance. */
  readonly targetType: Facts<"instance" | "ip" | "lambda" | "alb">;
}
