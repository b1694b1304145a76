/** What the entries of network ACLs filter: each way in which an entry comes out, part by part. */
import { type Cidr, contains } from "../../base/cidr.ts";
import { memoised } from "../../base/memoised.ts";
import type { CidrText, Fact, Facts, Link, Network, NetworkAcl, NetworkAclEntry } from "../../network/model.ts";
import type { Conditions, Guard } from "../../template/value.ts";
import { type Basis, linkKey } from "../basis.ts";

/** https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml */
export const protocols = { all: -1, icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** ICMP types and codes: every one of them. */
export const every = -1;

/** Nobody writes an entry that comes out in more ways than this. */
const mostWays = 64;

/** One way in which an entry comes out. What is not known, or not given, is undefined. */
export interface Filter {
  readonly entry: NetworkAclEntry;
  readonly family: 4 | 6;
  readonly guard: Guard;
  /** The guard and the provenance of every part. */
  readonly because: readonly Basis[];
  /** Equal for the entries of one ACL, in the template or elsewhere. */
  readonly acl?: string | undefined;
  readonly egress?: boolean | undefined;
  readonly number?: Fact<number> | undefined;
  readonly action?: "allow" | "deny" | undefined;
  readonly block?: Cidr | undefined;
  readonly protocol?: number | undefined;
  /** Bounds of the ports of TCP and UDP. */
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
  readonly icmpType?: number | undefined;
  readonly icmpCode?: number | undefined;
}

/** A filter of which everything is known that decides about a packet. */
export type KnownFilter = Filter & {
  readonly [Part in "acl" | "egress" | "number" | "action" | "block" | "protocol"]-?: NonNullable<Filter[Part]>;
};

export function isKnown(filter: Filter): filter is KnownFilter {
  const { acl, egress, number, action, block, protocol, fromPort, toPort, icmpType, icmpCode } = filter;
  const deciding: unknown[] = [acl, egress, number, action, block, protocol];
  if (hasPorts(protocol)) deciding.push(fromPort, toPort);
  if (hasIcmpTypes(filter)) deciding.push(icmpType, icmpCode);
  return !deciding.includes(undefined);
}

export function hasPorts(protocol: number | undefined): boolean {
  return protocol === protocols.tcp || protocol === protocols.udp;
}

/**
 * ICMPv6 with an IPv4 block lets all types through, whatever is written.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export function hasIcmpTypes({ protocol, family }: Pick<Filter, "protocol" | "family">): boolean {
  return protocol === protocols.icmp || (protocol === protocols.icmpv6 && family === 6);
}

/** Whether every packet that the inner filter matches is matched by the outer one. */
export function covers(outer: KnownFilter, inner: KnownFilter): boolean {
  if (outer.family !== inner.family || !contains(outer.block, inner.block)) return false;
  if (outer.protocol === protocols.all) return true;
  if (outer.protocol !== inner.protocol) return false;
  if (hasPorts(outer.protocol)) {
    return (outer.fromPort ?? 0) <= (inner.fromPort ?? 0) && (inner.toPort ?? 0) <= (outer.toPort ?? 0);
  }
  if (!hasIcmpTypes(outer) || outer.icmpType === every) return true;
  return outer.icmpType === inner.icmpType && (outer.icmpCode === every || outer.icmpCode === inner.icmpCode);
}

/** The ways of all entries of the template. */
export const filtersOf = memoised((network: Network): readonly Filter[] =>
  network.networkAclEntries.flatMap((entry) => filtersOfEntry(network.evaluator.conditions, entry)),
);

/** The known filters of each ACL and direction, by number. */
export const knownFilters = memoised((network: Network): readonly (readonly KnownFilter[])[] => {
  const groups = grouped(filtersOf(network).filter(isKnown), ({ acl, egress }) => `${egress} ${acl}`);
  return groups.map((group) => group.toSorted((a, b) => a.number.value - b.number.value));
});

/**
 * Equal for links to one ACL; the default ACL of a VPC of the template is one, too. Parameters are told apart by their
 * names: a default is often the same placeholder in all of them.
 */
function aclKey({ value: link, from }: Fact<Link<NetworkAcl>>): string | undefined {
  const parameters = from.flatMap((each) => ("parameter" in each ? [each.parameter] : []));
  if (parameters.length > 0) return `parameters ${parameters.join(" ")}`;
  if (link.kind !== "other") return linkKey(link);
  return link.attribute === "DefaultNetworkAcl" ? `default of ${link.resource.id}` : undefined;
}

/** Where an entry stands: in which ACL, for which direction, at which number. */
export type Place = Pick<Filter, "entry" | "guard" | "because" | "acl" | "egress" | "number">;

/** The places that an entry may have. */
export function placesOf(conditions: Conditions, entry: NetworkAclEntry): readonly Place[] {
  return combined(conditions, [{ entry, guard: entry.guard, because: [] }], placeParts(entry));
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const before = groups.get(key);
    if (before) before.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

interface Option extends Basis {
  readonly part: Partial<Filter>;
  readonly guard: Guard;
}

function filtersOfEntry(conditions: Conditions, entry: NetworkAclEntry): readonly Filter[] {
  return combined(conditions, blocksOf(entry), [
    ...placeParts(entry),
    optionsOf(entry.action, (fact) => ({ action: fact?.value })),
    optionsOf(entry.protocol, (fact) => ({ protocol: fact?.value })),
    optionsOf(entry.fromPort, (fact) => ({ fromPort: fact?.value })),
    optionsOf(entry.toPort, (fact) => ({ toPort: fact?.value })),
    optionsOf(entry.icmpType, (fact) => ({ icmpType: fact?.value })),
    optionsOf(entry.icmpCode, (fact) => ({ icmpCode: fact?.value })),
  ]);
}

function placeParts(entry: NetworkAclEntry): readonly (readonly Option[])[] {
  return [
    // Which ACL it is does not rest on the ID that a parameter comes to.
    optionsOf(entry.acl, (fact) => ({ acl: fact && aclKey(fact) })).map((option) => ({ ...option, from: [] })),
    // Left out, the entry is for what comes in.
    optionsOf(entry.egress, (fact) => ({ egress: fact?.value }), { egress: false }),
    optionsOf(entry.ruleNumber, (number) => ({ number })),
  ];
}

/** Every combination that can be; none where there are too many. */
function combined<T extends Pick<Filter, "guard" | "because">>(
  { both }: Conditions,
  start: readonly T[],
  parts: readonly (readonly Option[])[],
): readonly T[] {
  let ways = start;
  for (const options of parts) {
    ways = ways.flatMap((way) =>
      options.flatMap(({ part, guard, from }) => {
        const under = both(way.guard, guard);
        return under ? [{ ...way, ...part, guard: under, because: [...way.because, { guard, from: from ?? [] }] }] : [];
      }),
    );
    if (ways.length > mostWays) return [];
  }
  return ways;
}

function blocksOf(entry: NetworkAclEntry): readonly Filter[] {
  const ofFamily = (facts: Facts<CidrText>, family: 4 | 6): readonly Filter[] => [
    ...facts.known.map(({ value, guard, from }) => ({
      entry,
      family,
      guard,
      because: [{ guard, from }],
      // A block of the other family is another rule's finding.
      block: value.cidr?.family === family ? value.cidr : undefined,
    })),
    ...facts.unknown.map((guard) => ({ entry, family, guard, because: [{ guard }] })),
  ];
  return [...ofFamily(entry.cidr, 4), ...ofFamily(entry.ipv6, 6)];
}

/** `byDefault` is what holds where the property is not there. */
function optionsOf<T>(
  { known, unknown, absent }: Facts<T>,
  read: (fact: Fact<T> | undefined) => Partial<Filter>,
  byDefault: Partial<Filter> = read(undefined),
): readonly Option[] {
  return [
    ...known.map((fact) => ({ part: read(fact), guard: fact.guard, from: fact.from })),
    ...unknown.map((guard) => ({ part: read(undefined), guard })),
    ...absent.map((guard) => ({ part: byDefault, guard })),
  ];
}
