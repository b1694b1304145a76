/** Connections whose answers a network ACL does not let through: allowed in one direction, and nothing for the way back. */
import { overlaps } from "../../base/cidr.ts";
import { remaining } from "../../network/guards.ts";
import type { Network, NetworkAcl, NetworkAclEntry } from "../../network/model.ts";
import type { Guard, Provenance } from "../../template/value.ts";
import { type Basis, canHold } from "../basis.ts";
import { covers, type Filter, filtersOf, grouped, isKnown, knownFilters, protocols } from "./filters.ts";

/**
 * What clients of today choose their ports from: Linux from 32768, Windows up to 65535. An entry for any of these is
 * taken for one that lets answers through, since the clients are not known.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
 */
const ephemeral = { from: 32768, to: 65535 };

export interface OneWay {
  readonly acl: NetworkAcl;
  readonly family: 4 | 6;
  /** The entries that allow the connections; at least one. */
  readonly services: readonly Filter[];
  readonly because: readonly Basis[];
}

/** Connections that are opened outbound (`egress`) or inbound, and get no answer. One of each ACL and family. */
export function oneWayTraffic(network: Network, egress: boolean): readonly OneWay[] {
  // An entry of an ACL that nobody knows may be the one that is missing.
  if (network.networkAclEntries.some(({ acl }) => acl.unknown.length > 0)) return [];
  const byAcl = new Map(grouped(filtersOf(network), ({ acl }) => acl ?? "").map((group) => [group[0]?.acl, group]));
  return network.networkAcls.flatMap((acl) => {
    const filters = byAcl.get(`entity ${acl.id}`) ?? [];
    const readable = new Set(filters.map(({ entry }) => entry));
    if (network.isExposed(acl.id) || acl.entries.some((entry) => !readable.has(entry))) return [];
    const back = filters.filter((filter) => filter.egress !== egress);
    const services = filters.filter((filter) => filter.egress === egress && isService(network, filter));
    return grouped(services, ({ family }) => String(family)).flatMap((group) => {
      const unanswered = group.flatMap((service) => silenceFor(network, acl, service, back) ?? []);
      const [first, ...more] = unanswered;
      if (!first) return [];
      const { conditions } = network.evaluator;
      const together = [first, ...more.filter(({ guard }) => canHold(conditions, guard, first.guard))];
      return [
        {
          acl,
          family: first.service.family,
          services: together.map(({ service }) => service),
          because: [{ guard: first.guard, from: first.from }],
        },
      ];
    });
  });
}

/** Whether it allows connections to ports that are surely no client's, and no earlier denial undoes it. */
function isService(network: Network, filter: Filter): boolean {
  const { action, protocol, fromPort, toPort } = filter;
  if (action !== "allow" || protocol !== protocols.tcp || fromPort === undefined || toPort === undefined) return false;
  return toPort < ephemeral.from && fromPort <= toPort && !isDenied(network, filter);
}

function isDenied(network: Network, filter: Filter): boolean {
  if (!isKnown(filter)) return false;
  const { conditions } = network.evaluator;
  return knownFilters(network).some((group) =>
    group.some(
      (other) =>
        other.action === "deny" &&
        other.acl === filter.acl &&
        other.egress === filter.egress &&
        other.number.value < filter.number.value &&
        covers(other, filter) &&
        canHold(conditions, other.guard, filter.guard),
    ),
  );
}

interface Silence {
  readonly service: Filter;
  /** Under which nothing lets the answers through. */
  readonly guard: Guard;
  readonly from: readonly Provenance[];
}

function silenceFor(
  { evaluator: { conditions } }: Network,
  acl: NetworkAcl,
  service: Filter,
  back: readonly Filter[],
): Silence | undefined {
  const under = conditions.both(acl.guard, service.guard);
  if (!under) return undefined;
  const toPorts = back.filter((filter) => filter.family === service.family && mayAllowAnswers(filter));
  const open = toPorts.filter((filter) => mayMeet(filter, service));
  const elsewhere = toPorts.filter((filter) => !open.includes(filter));
  const silent = remaining(
    conditions,
    under,
    open.map(({ guard }) => guard),
  );
  // An ACL without any entry for the way back is the finding of another rule.
  const guard = silent?.find((each) => back.some((filter) => canHold(conditions, filter.guard, each)));
  if (!guard) return undefined;
  const blocks = elsewhere.length > 0 ? [service, ...elsewhere] : [];
  const from = [
    ...[service, ...back].flatMap(({ entry }) => portProvenance(entry)),
    ...blocks.flatMap(({ because }) => because.flatMap((basis) => basis.from ?? [])),
  ];
  return { service, guard, from };
}

/** Whether it allows TCP to ephemeral ports, or may for all that is known. A range the wrong way round is meant so. */
function mayAllowAnswers({ action, protocol, fromPort = 0, toPort = ephemeral.to }: Filter): boolean {
  if (action === "deny") return false;
  if (protocol === protocols.all || protocol === undefined) return true;
  const [first, last] = [Math.min(fromPort, toPort), Math.max(fromPort, toPort)];
  return protocol === protocols.tcp && first <= ephemeral.to && last >= ephemeral.from;
}

function mayMeet({ block }: Filter, { block: peers }: Filter): boolean {
  return block === undefined || peers === undefined || overlaps(block, peers);
}

/** What the ports rest on; what the addresses rest on does not matter where no port is open at all. */
function portProvenance({ egress, action, protocol, fromPort, toPort }: NetworkAclEntry): readonly Provenance[] {
  return [egress, action, protocol, fromPort, toPort].flatMap(({ known }) => known.flatMap(({ from }) => from));
}
