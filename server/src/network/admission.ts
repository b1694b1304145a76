/**
 * What a security group lets through: its inline and its standalone rules together, and the rule for all outbound traffic
 * that EC2 adds where none is written. "No" is only said where all rules of the group are in the template and known.
 */
import { type Cidr, contains, overlaps } from "../base/cidr.ts";
import { memoised } from "../base/memoised.ts";
import { always, type Guard, type Provenance } from "../template/value.ts";
import { mayHaveOtherBlocks, vpcBlocks } from "./addressing.ts";
import { remaining } from "./guards.ts";
import type { Network, SecurityGroup, SecurityGroupRule } from "./model.ts";
import {
  allPorts,
  hasPorts,
  hasTypes,
  type PortRange,
  type RulePeer,
  type RuleReading,
  readingsOfGroup,
} from "./security-rules.ts";

export type Direction = SecurityGroupRule["direction"];

export interface Traffic {
  readonly direction: Direction;
  /** `tcp`, `udp`, `icmp`, `icmpv6`, another protocol's number. */
  readonly protocol: string;
  /** All ports where left out. */
  readonly ports?: PortRange | undefined;
  /** Where it comes from, or where it goes to for outbound traffic. */
  readonly peer: TrafficPeer;
}

export type TrafficPeer =
  | { readonly kind: "cidr"; readonly cidr: Cidr }
  /** The members of a group. */
  | { readonly kind: "group"; readonly group: SecurityGroup }
  /** Anybody: a rule admits it whatever its source is. */
  | { readonly kind: "any" };

/** A rule that lets traffic through, at least in part. */
export interface AdmittingRule {
  /** Undefined for the rule that EC2 adds where no outbound rule is written. */
  readonly rule: SecurityGroupRule | undefined;
  /** All of the traffic: each port, each address. */
  readonly whole: boolean;
  readonly guard: Guard;
  readonly from: readonly Provenance[];
}

export interface Admission {
  /** `yes`: some of the traffic, in some case. `no`: nothing of it, in no case. */
  readonly answer: "yes" | "no" | "unknown";
  readonly by: readonly AdmittingRule[];
  /** Cases in which nothing of the traffic passes for certain, each rule known. */
  readonly refused: readonly Guard[];
  /** What the refusal rests on: the origins of the values of all rules of this direction. */
  readonly from: readonly Provenance[];
}

/** Whether the group lets the traffic through, in the cases of a guard or in all. */
export function admits(network: Network, group: SecurityGroup, traffic: Traffic, under: Guard = always): Admission {
  const { conditions } = network.evaluator;
  const guard = conditions.both(group.guard, under);
  if (guard === undefined) return { answer: "unknown", by: [], refused: [], from: [] };
  const readings = readingsOfGroup(conditions, group, traffic.direction).filter(
    (reading) => conditions.both(reading.guard, guard) !== undefined,
  );
  const matches = readings.map((reading) => ({ reading, match: matchOf(network, reading, traffic) }));
  const by: AdmittingRule[] = matches.flatMap(({ reading, match }) =>
    match === "whole" || match === "part"
      ? [{ rule: reading.rule, whole: match === "whole", guard: reading.guard, from: reading.from }]
      : [],
  );
  if (traffic.direction === "egress") {
    for (const implicit of implicitEgress(network, group)) {
      if (conditions.both(implicit, guard)) by.push({ rule: undefined, whole: true, guard: implicit, from: [] });
    }
  }
  const maybe = matches.flatMap(({ reading, match }) => (match === "unknown" ? [reading.guard] : []));
  const refused = isClosed(network, group, traffic.direction)
    ? (remaining(conditions, guard, [...by.map((rule) => rule.guard), ...maybe]) ?? [])
    : [];
  const answer = by.length > 0 ? "yes" : maybe.length === 0 && refused.length > 0 ? "no" : "unknown";
  return { answer, by, refused, from: readings.flatMap(({ from }) => from) };
}

/**
 * Whether all rules of the group are in this template and can be read: nobody outside knows its id, no list of rules is
 * unknown, no rule stands beside it whose group is unknown.
 */
export function isClosed(network: Network, group: SecurityGroup, direction: Direction): boolean {
  return !network.isExposed(group.id) && group.unreadRules[direction].length === 0 && !straying(network).has(direction);
}

/** Directions with standalone rules that may belong to any group. */
const straying = memoised((network: Network): ReadonlySet<Direction> => {
  const rules = network.securityGroupRules.filter(({ group }) => group.unknown.length > 0);
  return new Set(rules.map(({ direction }) => direction));
});

/**
 * The cases in which no outbound rule is written, so that EC2 lets everything out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
export function implicitEgress(network: Network, group: SecurityGroup): readonly Guard[] {
  const written = group.rules.filter(({ direction }) => direction === "egress").map(({ guard }) => guard);
  const guards = [...written, ...group.unreadRules.egress];
  return remaining(network.evaluator.conditions, group.guard, guards) ?? [];
}

type Match = "whole" | "part" | "unknown" | "none";

function matchOf(network: Network, { protocol, ports, peer }: RuleReading, traffic: Traffic): Match {
  const parts = [
    protocol === undefined ? "unknown" : matchProtocol(protocol, traffic),
    matchPorts(protocol, ports, traffic),
    peer === undefined ? (traffic.peer.kind === "any" ? "whole" : "unknown") : matchPeer(network, peer, traffic.peer),
  ] as const;
  return (["none", "unknown", "part"] as const).find((match) => parts.includes(match)) ?? "whole";
}

function matchProtocol(protocol: string, traffic: Traffic): Match {
  return protocol === "-1" || protocol === traffic.protocol ? "whole" : "none";
}

function matchPorts(protocol: string | undefined, ports: RuleReading["ports"], traffic: Traffic): Match {
  if (ports === undefined) return "unknown";
  if (ports === "all") return "whole";
  const wanted = traffic.ports ?? allPorts;
  if (protocol !== undefined && hasTypes(protocol)) return ports.from === -1 ? "whole" : "part";
  if (protocol === undefined || !hasPorts(protocol) || ports.from < 0 || ports.to < 0) return "unknown";
  if (ports.from <= wanted.from && wanted.to <= ports.to) return "whole";
  return ports.from <= wanted.to && wanted.from <= ports.to ? "part" : "none";
}

function matchPeer(network: Network, peer: RulePeer, wanted: TrafficPeer): Match {
  if (wanted.kind === "any") return "whole";
  switch (peer.kind) {
    case "prefix-list":
      return "unknown";
    case "cidr":
      if (!peer.cidr.cidr) return "unknown";
      return wanted.kind === "cidr"
        ? matchBlocks(peer.cidr.cidr, wanted.cidr)
        : matchMembers(network, peer.cidr.cidr, wanted.group);
    case "group":
      // Members have addresses somewhere in their VPC: whoever else there is does not get through.
      if (wanted.kind === "cidr") return "part";
      if (peer.group.kind === "entity") return peer.group.entity === wanted.group ? "whole" : "none";
      return "unknown";
  }
}

function matchBlocks(rule: Cidr, wanted: Cidr): Match {
  return contains(rule, wanted) ? "whole" : overlaps(rule, wanted) ? "part" : "none";
}

/** The addresses of a group's members are those of its VPC, as far as that is known. */
function matchMembers(network: Network, rule: Cidr, { vpc }: SecurityGroup): Match {
  if (rule.prefix === 0) return "whole";
  const [only, ...more] = vpc.known;
  if (only?.value.kind !== "entity" || more.length > 0 || vpc.unknown.length > 0) return "unknown";
  const blocks = vpcBlocks(only.value.entity);
  const closed = rule.family === 4 && blocks.length > 0 && !mayHaveOtherBlocks(network, only.value.entity);
  if (!closed) return "unknown";
  if (blocks.every((block) => contains(rule, block))) return "whole";
  // An address of the Internet may be the public one of a member.
  return blocks.some((block) => overlaps(rule, block)) ? "part" : "unknown";
}
