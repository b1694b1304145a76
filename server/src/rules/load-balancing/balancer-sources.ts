/** Where the traffic of a load balancer comes from, as its targets see it. */
import type { TrafficPeer } from "../../network/admission.ts";
import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import { getAtt } from "../../template/edit.ts";
import { type Basis, linkedEntities } from "../basis.ts";
import type { NewRuleSource } from "../security-groups/admit.ts";

export interface BalancerSources {
  /** What a rule of the targets has to name: a group, or the VPC of the load balancer. */
  readonly name: string;
  readonly rule: NewRuleSource;
  /** Traffic gets in where a rule admits any of them. */
  readonly peers: readonly TrafficPeer[];
  readonly because: readonly Basis[];
}

/**
 * The groups of the load balancer; of a Network Load Balancer without groups its subnets, from where health checks
 * come. Undefined where one of them is not in the template, or not the same in all cases.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
export function sourcesOf(loadBalancer: LoadBalancer): BalancerSources | undefined {
  return groupsOf(loadBalancer) ?? subnetsOf(loadBalancer);
}

function groupsOf({ securityGroups }: LoadBalancer): BalancerSources | undefined {
  const worn = linkedEntities(securityGroups);
  const { known, unknown, absent } = securityGroups;
  const [first] = worn;
  if (!first || worn.length < known.length || unknown.length > 0 || absent.length > 0) return undefined;
  return {
    name: first.entity.id,
    rule: { group: first.entity },
    peers: worn.map(({ entity: group }) => ({ kind: "group", group })),
    because: worn.map(({ fact }) => fact),
  };
}

function subnetsOf({ type, securityGroups, subnets }: LoadBalancer): BalancerSources | undefined {
  const hasGroups = securityGroups.known.length > 0 || securityGroups.unknown.length > 0;
  if (hasGroups || type.unknown.length > 0 || type.known.some(({ value }) => value !== "network")) return undefined;
  const placed = linkedEntities(subnets);
  if (placed.length === 0 || placed.length < subnets.known.length || subnets.unknown.length > 0) return undefined;
  const peers: TrafficPeer[] = [];
  const because: Basis[] = placed.map(({ fact }) => fact);
  for (const { entity } of placed) {
    const [block, ...more] = entity.cidr.known;
    if (!block?.value.cidr || more.length > 0 || entity.cidr.unknown.length > 0) return undefined;
    peers.push({ kind: "cidr", cidr: block.value.cidr });
    because.push(block);
  }
  const [vpc] = placed.flatMap(({ entity }) => linkedEntities(entity.vpc));
  return vpc && { name: vpc.entity.id, rule: { cidr: getAtt(vpc.entity.id, "CidrBlock") }, peers, because };
}
