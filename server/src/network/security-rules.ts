/**
 * Rules of security groups as EC2 compares them: protocols by one name, ports as a range, CIDR blocks as networks, each
 * way in which a rule comes out with the guard under which it does and what it rests on.
 */
import { formatCidr } from "../base/cidr.ts";
import { memoised } from "../base/memoised.ts";
import type { Span } from "../base/span.ts";
import type { Conditions, Guard, Provenance } from "../template/value.ts";
import type { CidrText, Entity, Facts, Link, SecurityGroup, SecurityGroupRule } from "./model.ts";

/** Both ends included. For ICMP `from` is the type and `to` the code; -1 is all. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export const allPorts: PortRange = { from: 0, to: 65535 };

/** Where traffic of a rule comes from or goes to. */
export type RulePeer = { readonly property: string; readonly span: Span } & (
  | { readonly kind: "cidr"; readonly cidr: CidrText }
  | { readonly kind: "group"; readonly group: Link<SecurityGroup> }
  | { readonly kind: "prefix-list"; readonly list: Link<Entity> }
);

/** One way in which a rule comes out. What is undefined is there, but not known. */
export interface RuleReading {
  readonly rule: SecurityGroupRule;
  /** `tcp`, `udp`, `icmp`, `icmpv6`, another protocol's number; `-1` for all. */
  readonly protocol: string | undefined;
  /** `all` where the protocol has no ports, or they are ignored. */
  readonly ports: PortRange | "all" | undefined;
  readonly peer: RulePeer | undefined;
  readonly guard: Guard;
  readonly from: readonly Provenance[];
}

/**
 * For all other protocols EC2 opens all ports, whatever is written.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
const protocolsWithPorts: ReadonlySet<string> = new Set(["tcp", "udp"]);
const protocolsWithTypes: ReadonlySet<string> = new Set(["icmp", "icmpv6"]);

/** Whether the ports of a rule with this protocol are ports: of TCP and UDP. */
export function hasPorts(protocol: string): boolean {
  return protocolsWithPorts.has(protocol);
}

/** Whether FromPort and ToPort are a type and a code: of ICMP. */
export function hasTypes(protocol: string): boolean {
  return protocolsWithTypes.has(protocol);
}

/**
 * The ways in which a rule comes out. A rule without a source or destination admits nothing and has none; one with
 * several (which EC2 refuses) has one for each.
 */
export function readingsOf(conditions: Conditions, rule: SecurityGroupRule): readonly RuleReading[] {
  return rememberedReadings(conditions)(rule);
}

/** Several rules look at each rule of a group. */
const rememberedReadings = memoised((conditions: Conditions) =>
  memoised((rule: SecurityGroupRule) => readRule(conditions, rule)),
);

function readRule(conditions: Conditions, rule: SecurityGroupRule): readonly RuleReading[] {
  const peers = peerWays(rule);
  const portWays = combined(conditions, waysOf(rule.fromPort), waysOf(rule.toPort), (from, to) => ({ from, to }));
  const services = combined(conditions, waysOf(rule.protocol), portWays, (protocol, ports) => ({
    protocol: protocol === "absent" ? undefined : protocol,
    ports: ports && portsOf(protocol, ports.from, ports.to),
  }));
  return combined(conditions, services, peers, (service, peer) => ({ ...service, peer })).flatMap(
    ({ value, guard, from }) => {
      const under = conditions.both(guard, rule.guard);
      if (under === undefined) return [];
      return [{ rule, protocol: value?.protocol, ports: value?.ports, peer: value?.peer, guard: under, from }];
    },
  );
}

/** The ways in which the rules of a group come out, of one direction. */
export function readingsOfGroup(
  conditions: Conditions,
  group: SecurityGroup,
  direction: SecurityGroupRule["direction"],
): readonly RuleReading[] {
  return group.rules
    .filter((rule) => rule.direction === direction)
    .flatMap((rule) =>
      readingsOf(conditions, rule).flatMap((reading) =>
        rule.group.known.flatMap(({ value, guard, from }) => {
          const under =
            value.kind === "entity" && value.entity === group ? conditions.both(guard, reading.guard) : undefined;
          return under ? [{ ...reading, guard: under, from: [...reading.from, ...from] }] : [];
        }),
      ),
    );
}

/** A text that is equal for rules that EC2 takes for the same one; undefined where something is not known. */
export function ruleKey({ rule, protocol, ports, peer }: RuleReading): string | undefined {
  const place = peer && peerKey(peer);
  if (protocol === undefined || ports === undefined || place === undefined) return undefined;
  return [rule.direction, protocol, ports === "all" ? ports : `${ports.from}-${ports.to}`, place].join(" ");
}

/** A text that is equal for the same source or destination; undefined where it is not known well enough. */
export function peerKey(peer: RulePeer): string | undefined {
  switch (peer.kind) {
    case "cidr":
      return peer.cidr.cidr && formatCidr(peer.cidr.cidr);
    case "group":
      return linkName(peer.group);
    case "prefix-list":
      return linkName(peer.list);
  }
}

function linkName(link: Link<Entity>): string | undefined {
  switch (link.kind) {
    case "entity":
      return `entity ${link.entity.id}`;
    case "elsewhere":
      return `elsewhere ${link.key}`;
    case "other":
      return `resource ${link.resource.id}.${link.attribute ?? ""}`;
  }
}

interface Way<T> {
  /** Undefined where it is there, but not known. */
  readonly value: T | undefined;
  readonly guard: Guard;
  readonly from: readonly Provenance[];
}

function waysOf<T>({ known, unknown, absent }: Facts<T>): readonly Way<T | "absent">[] {
  return [
    ...known,
    ...unknown.map((guard) => ({ value: undefined, guard, from: [] })),
    ...absent.map((guard) => ({ value: "absent" as const, guard, from: [] })),
  ];
}

function combined<A, B, C>(
  conditions: Conditions,
  first: readonly Way<A>[],
  second: readonly Way<B>[],
  join: (a: A | undefined, b: B | undefined) => C,
): readonly Way<C>[] {
  return first.flatMap((a) =>
    second.flatMap((b) => {
      const guard = conditions.both(a.guard, b.guard);
      return guard ? [{ value: join(a.value, b.value), guard, from: [...a.from, ...b.from] }] : [];
    }),
  );
}

function peerWays(rule: SecurityGroupRule): readonly Way<RulePeer>[] {
  const side = rule.direction === "ingress" ? "Source" : "Destination";
  return [
    ...peersIn(rule.cidr, "CidrIp", (cidr) => ({ kind: "cidr", cidr })),
    ...peersIn(rule.cidrIpv6, "CidrIpv6", (cidr) => ({ kind: "cidr", cidr })),
    ...peersIn(rule.peerGroup, `${side}SecurityGroupId`, (group) => ({ kind: "group", group })),
    ...peersIn(rule.peerGroupName, "SourceSecurityGroupName", (group) => ({ kind: "group", group })),
    ...peersIn(rule.prefixList, `${side}PrefixListId`, (list) => ({ kind: "prefix-list", list })),
  ];
}

type PeerValue =
  | { readonly kind: "cidr"; readonly cidr: CidrText }
  | { readonly kind: "group"; readonly group: Link<SecurityGroup> }
  | { readonly kind: "prefix-list"; readonly list: Link<Entity> };

function peersIn<T>(facts: Facts<T>, property: string, read: (value: T) => PeerValue): readonly Way<RulePeer>[] {
  return [
    ...facts.known.map(({ value, guard, span, from }) => ({ value: { ...read(value), property, span }, guard, from })),
    ...facts.unknown.map((guard) => ({ value: undefined, guard, from: [] })),
  ];
}

function portsOf(
  protocol: string | undefined,
  from: number | "absent" | undefined,
  to: number | "absent" | undefined,
): PortRange | "all" | undefined {
  if (protocol === undefined) return undefined;
  if (!hasPorts(protocol) && !hasTypes(protocol)) return "all";
  if (protocol === "icmpv6" && from === "absent" && to === "absent") return { from: -1, to: -1 };
  return typeof from === "number" && typeof to === "number" ? { from, to } : undefined;
}
