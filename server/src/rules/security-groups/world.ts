/** Inbound rules that are open to everybody: what they open, and how they can be narrowed. */
import { type Cidr, formatCidr } from "../../base/cidr.ts";
import { memoised } from "../../base/memoised.ts";
import { propertyFacts, readText } from "../../network/facts.ts";
import { allGroupUses } from "../../network/group-users.ts";
import type { Network, SecurityGroup, Vpc } from "../../network/model.ts";
import { hasPorts, type PortRange, type RulePeer, type RuleReading } from "../../network/security-rules.ts";
import { getAtt } from "../../template/edit.ts";
import { always, type Guard, type Provenance } from "../../template/value.ts";
import { linkKey } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import type { Fix, Severity } from "../rule.ts";
import { allReadings, isLiteral, ruleFix, ruleId } from "./rule-parts.ts";

/** An address of those reserved for documentation: whoever takes the fix puts their own in its place. */
const placeholder = "203.0.113.10/32";

/** What a rule opens to everybody. */
export type Opening =
  | { readonly kind: "all" }
  | { readonly kind: "ports"; readonly protocol: string; readonly ports: PortRange };

export interface OpenRule {
  readonly reading: RuleReading;
  readonly peer: Extract<RulePeer, { kind: "cidr" }>;
  readonly opening: Opening;
  /** `0.0.0.0/0`, or `0.0.0.0/1 and 128.0.0.0/1` for two halves in two rules. */
  readonly source: string;
  /** The rule with the other half. */
  readonly half: RuleReading | undefined;
  readonly because: readonly { readonly guard: Guard; readonly from: readonly Provenance[] }[];
}

/** All inbound rules of a template that let in every IPv4 or every IPv6 address on TCP, UDP or all ports. */
export const openRules = memoised((network: Network): readonly OpenRule[] => {
  const halves = new Map<string, OpenRule>();
  return allReadings(network).flatMap((reading): readonly OpenRule[] => {
    const { rule, peer, guard, from } = reading;
    const opening = openingOf(reading);
    if (rule.direction !== "ingress" || peer?.kind !== "cidr" || !peer.cidr.cidr || !opening) return [];
    const { cidr } = peer.cidr;
    const found: OpenRule = {
      reading,
      peer,
      opening,
      source: formatCidr(cidr),
      half: undefined,
      because: [{ guard, from }],
    };
    // A prefix of 0 with other bits is the subject of a rule of its own.
    if (cidr.prefix === 0) return peer.cidr.hasHostBits ? [] : [found];
    if (cidr.prefix !== 1) return [];
    const place = placeKey(reading);
    if (place === undefined) return [];
    const other = halves.get(`${place} ${formatCidr(otherHalf(cidr))}`);
    halves.set(`${place} ${formatCidr(cidr)}`, found);
    if (!other || !network.evaluator.conditions.both(other.reading.guard, guard)) return [];
    return [
      {
        ...found,
        source: [other.source, found.source].join(" + "),
        half: other.reading,
        because: [...found.because, ...other.because],
      },
    ];
  });
});

function openingOf({ protocol, ports }: RuleReading): Opening | undefined {
  if (protocol === "-1") return { kind: "all" };
  if (protocol === undefined || ports === undefined || ports === "all" || !hasPorts(protocol)) return undefined;
  if (ports.from < 0 || ports.from > ports.to) return undefined;
  return ports.from <= 1 && ports.to >= 65535 ? { kind: "all" } : { kind: "ports", protocol, ports };
}

function otherHalf({ family, base, prefix }: Cidr): Cidr {
  const bit = 1n << (family === 4 ? 31n : 127n);
  return { family, base: base ^ bit, prefix };
}

/** Equal for rules of the same group with the same protocol and ports. */
function placeKey({ rule, protocol, ports }: RuleReading): string | undefined {
  const [group, ...more] = rule.group.known;
  const key = group && linkKey(group.value);
  if (key === undefined || more.length > 0) return undefined;
  return `${key} ${protocol} ${typeof ports === "object" ? `${ports.from}-${ports.to}` : ports}`;
}

/** Whoever deploys chooses the range, and the default shows only an example: then the finding is a remark. */
export function openSeverity({ because }: OpenRule): Severity {
  const isDefault = because.some(({ from }) => from.some(({ kind }) => kind === "default" || kind === "assumed"));
  return isDefault ? "info" : "warning";
}

/** The ports of a list that the rule opens, by TCP. */
export function openedPorts<T>(
  { opening }: OpenRule,
  names: ReadonlyMap<number, T>,
): readonly (readonly [number, T])[] {
  if (opening.kind === "all" || opening.protocol !== "tcp") return [];
  const { from, to } = opening.ports;
  return [...names].filter(([port]) => port >= from && port <= to);
}

/** The group of the template that the rule belongs to. */
export function groupOf({ reading: { rule } }: OpenRule): SecurityGroup | undefined {
  const [only, ...more] = rule.group.known;
  return only?.value.kind === "entity" && more.length === 0 ? only.value.entity : undefined;
}

/** Narrows the source to the VPC, or to one address that is to be filled in. */
export function narrowed(network: Network, open: OpenRule): readonly Fix[] {
  if (open.half || open.peer.property !== "CidrIp") return [];
  return [...toVpc(open), ...toAddress(network, open)];
}

function toVpc(open: OpenRule): readonly Fix[] {
  const vpc = vpcOf(groupOf(open));
  const { rule } = open.reading;
  if (!vpc || !isLiteral(rule, "CidrIp")) return [];
  return ruleFix(
    rule,
    { CidrIp: getAtt(vpc.id, "CidrBlock") },
    { en: `Let in ${vpc.id} only (its CIDR block)`, ja: `${vpc.id} の CIDR ブロックだけに絞る` },
  );
}

function toAddress({ evaluator: { template } }: Network, open: OpenRule): readonly Fix[] {
  const { peer, reading } = open;
  const origins = originsOfSource(open);
  const id = ruleId(reading.rule);
  return rewriteValue(
    template,
    { span: peer.span, from: origins, text: peer.cidr.text },
    placeholder,
    {
      en: `Let in one address only (${placeholder}, to be replaced by yours)`,
      ja: `1 つのアドレスだけに絞る (${placeholder} を自分のものに置き換える)`,
    },
    { preferred: false },
  ).map((fix) => ({ ...fix, title: { en: `${id}: ${fix.title.en}`, ja: `${id}: ${fix.title.ja}` } }));
}

/** What the CIDR alone rests on: the reading has the origins of ports and protocol, too. */
function originsOfSource({ reading: { rule }, peer }: OpenRule): readonly Provenance[] {
  const facts = peer.property === "CidrIp" ? rule.cidr : rule.cidrIpv6;
  return facts.known.find(({ span }) => span === peer.span)?.from ?? [{ kind: "computed", function: "" }];
}

function vpcOf(group: SecurityGroup | undefined): Vpc | undefined {
  const [only, ...more] = group?.vpc.known ?? [];
  return only?.value.kind === "entity" && more.length === 0 ? only.value.entity : undefined;
}

/** Names a group of the same VPC as the source instead: the two that wear groups elsewhere in the template first. */
export function toGroups(network: Network, open: OpenRule, most = 3): readonly Fix[] {
  const group = groupOf(open);
  const { rule } = open.reading;
  const vpc = vpcOf(group);
  if (!group || !vpc || open.half || !isLiteral(rule, open.peer.property)) return [];
  const leadsBack = (other: SecurityGroup): boolean =>
    rule.inlineIn !== undefined && network.dependencies(other.resource).has(group.id);
  return network.securityGroups
    .filter((other) => other !== group && vpcOf(other) === vpc && !leadsBack(other))
    .slice(0, most)
    .flatMap((other) =>
      ruleFix(
        rule,
        { [open.peer.property]: undefined, SourceSecurityGroupId: getAtt(other.id, "GroupId") },
        { en: `Let in members of ${other.id} only`, ja: `${other.id} のメンバーだけに絞る` },
      ),
    );
}

/** Whether the group is worn by internet-facing load balancers of the template and by nobody else. */
export function guardsLoadBalancersOnly(network: Network, group: SecurityGroup): boolean {
  if (network.isExposed(group.id)) return false;
  const uses = allGroupUses(network).filter(({ groups }) =>
    groups.known.some(({ value }) => value.kind === "entity" && value.entity === group),
  );
  return (
    uses.length > 0 &&
    uses.every(({ resource }) => {
      if (!/^AWS::ElasticLoadBalancing(V2)?::LoadBalancer$/.test(resource.type)) return false;
      const scheme = propertyFacts(network.evaluator, { resource, guard: always }, "Scheme", readText);
      return scheme.unknown.length === 0 && scheme.known.every(({ value }) => value !== "internal");
    })
  );
}
