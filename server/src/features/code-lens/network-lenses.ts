/** What a resource is in the network, in a line above it. */
import { usableAddresses } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import { memoised } from "../../base/memoised.ts";
import { allGroupUses } from "../../network/group-users.ts";
import type {
  Gateway,
  NatGateway,
  Network,
  RouteTable,
  RouteTarget,
  SecurityGroup,
  Subnet,
  SubnetKind,
  Vpc,
} from "../../network/model.ts";
import {
  defaultRoutes,
  effectiveRouteTables,
  isComplete,
  type SubnetCase,
  subnetKinds,
} from "../../network/routing.ts";
import type { CodeLensKind } from "../../workspace/feature-switches.ts";
import type { DescribedEntity } from "../describe/entity.ts";
import { someNames, targetText } from "../describe/parts.ts";
import { phrase } from "../describe/phrases.ts";
import { subnetsThrough } from "../describe/subnet.ts";
import { describeVpc } from "../describe/vpc.ts";
import { withoutMarks } from "../markdown.ts";
import { type LensWord, say } from "./wording.ts";

const kinds: Readonly<Partial<Record<DescribedEntity["kind"], CodeLensKind>>> = {
  vpc: "vpcs",
  subnet: "subnets",
  "nat-gateway": "gateways",
  "internet-gateway": "gateways",
  "vpn-gateway": "gateways",
  "egress-only-internet-gateway": "gateways",
  "transit-gateway": "gateways",
  "carrier-gateway": "gateways",
  "route-table": "routeTables",
  "security-group": "securityGroups",
};

/** Which switch the lens of an entity hangs on; undefined for those without a lens. */
export function lensKindOf(entity: DescribedEntity): CodeLensKind | undefined {
  return kinds[entity.kind];
}

/** Undefined where there is nothing to say for certain. */
export function networkTitle(entity: DescribedEntity, network: Network, language: Language): string | undefined {
  const parts = partsOf(entity, network, language);
  return parts.length === 0 ? undefined : parts.map(withoutMarks).join(" · ");
}

function partsOf(entity: DescribedEntity, network: Network, language: Language): readonly string[] {
  switch (entity.kind) {
    case "vpc":
      return vpcParts(entity, network, language);
    case "subnet":
      return subnetParts(entity, network, language);
    case "route-table":
      return tableParts(entity, network, language);
    case "security-group":
      return groupParts(entity, network, language);
    case "nat-gateway":
    case "internet-gateway":
    case "vpn-gateway":
    case "egress-only-internet-gateway":
    case "transit-gateway":
    case "carrier-gateway":
      return gatewayParts(entity, network, language);
    default:
      return [];
  }
}

function vpcParts(vpc: Vpc, network: Network, language: Language): readonly string[] {
  if (vpc.cidr.known.length === 0 && vpc.subnets.length === 0) return [];
  const [, ...parts] = describeVpc(vpc, network, language);
  return [...parts, ...natsMadeBy(vpc, network, language)];
}

/** The NAT gateways that the construct makes unseen; each is charged by the hour. */
function natsMadeBy(vpc: Vpc, network: Network, language: Language): readonly string[] {
  const { impliedBy } = vpc.resource;
  const made = network.natGateways.filter(
    ({ resource }) => impliedBy !== undefined && resource.impliedBy === impliedBy,
  );
  const certain = made.filter(({ guard }) => guard.outcomes.size === 0).length;
  if (made.length === 0) return [];
  if (made.length === 1 && certain === 1) return [say("nat", language)];
  return [say("nats", language, { n: certain === made.length ? certain : `${certain}–${made.length}` })];
}

function subnetParts(subnet: Subnet, network: Network, language: Language): readonly string[] {
  const cases = subnetKinds(network, subnet);
  const distinct = new Map(cases.map((each) => [each.kind, each]));
  const [first, second] = [...distinct.values()];
  if (!first || distinct.has("unknown") || distinct.size > 2) return [];
  const way = second
    ? say("or", language, { a: kindText(first.kind, language), b: kindText(second.kind, language) })
    : wayText(first, cases, language);
  return [way, ...usableParts(subnet, language)];
}

function kindText(kind: SubnetKind, language: Language): string {
  return kind === "unknown" ? "" : say(kind, language);
}

/** With the gateway, where it is the same in every case. */
function wayText({ kind, because }: SubnetCase, cases: readonly SubnetCase[], language: Language): string {
  if (because.table === "main") return `${kindText(kind, language)} · ${say("mainTable", language)}`;
  const targets = new Set(cases.map((each) => nameOf(each.because.target?.value)));
  const [target] = targets;
  if (targets.size !== 1 || target === undefined || kind === "isolated") return kindText(kind, language);
  return say(kind === "public" ? "publicThrough" : "egressThrough", language, { target });
}

function nameOf(target: RouteTarget | undefined): string | undefined {
  if (!target) return undefined;
  const { link } = target;
  if (link.kind === "entity") return link.entity.id;
  return link.kind === "other" ? link.resource.id : link.named?.text;
}

/** Where the block's size is the same in every case. */
function usableParts({ cidr: { known, unknown, absent } }: Subnet, language: Language): readonly string[] {
  const counts = new Set(known.map(({ value: { cidr } }) => (cidr?.family === 4 ? usableAddresses(cidr) : undefined)));
  const [n] = counts;
  if (counts.size !== 1 || n === undefined || n === 0n || unknown.length + absent.length > 0) return [];
  return [say("usable", language, { n: n.toLocaleString("en") })];
}

function tableParts(table: RouteTable, network: Network, language: Language): readonly string[] {
  const n = subnetsByTable(network).get(table) ?? 0;
  const [route] = defaultRoutes(table);
  const used: LensWord = n === 0 ? "tableOfNone" : n === 1 ? "tableOfOne" : "tableOf";
  return [
    say(used, language, { n }),
    ...(route
      ? [say("defaultRoute", language, { target: targetText(route.targets, language) })]
      : isComplete(network, table)
        ? [say("noDefaultRoute", language)]
        : []),
  ];
}

/** For how many subnets each table is in force, in some case at least. */
const subnetsByTable = memoised((network: Network): ReadonlyMap<RouteTable, number> => {
  const counts = new Map<RouteTable, number>();
  for (const subnet of network.subnets) {
    for (const table of new Set(effectiveRouteTables(network, subnet).map((effective) => effective.table))) {
      if (typeof table === "object") counts.set(table, (counts.get(table) ?? 0) + 1);
    }
  }
  return counts;
});

function groupParts(group: SecurityGroup, network: Network, language: Language): readonly string[] {
  const n = usersByGroup(network).get(group)?.size ?? 0;
  return n === 0 ? [] : [say(n === 1 ? "groupOfOne" : "groupOf", language, { n })];
}

const usersByGroup = memoised((network: Network): ReadonlyMap<SecurityGroup, ReadonlySet<string>> => {
  const users = new Map<SecurityGroup, Set<string>>();
  for (const { resource, groups } of allGroupUses(network)) {
    for (const { value } of groups.known) {
      if (value.kind !== "entity") continue;
      users.set(value.entity, (users.get(value.entity) ?? new Set()).add(resource.id));
    }
  }
  return users;
});

/** A NAT gateway that nobody uses is worth a word: it costs money. */
function gatewayParts(gateway: Gateway | NatGateway, network: Network, language: Language): readonly string[] {
  const subnets = subnetsThrough(gateway, network);
  if (subnets.length === 0) return gateway.kind === "nat-gateway" ? [phrase("usedByNone", language)] : [];
  const names = someNames(subnets, language);
  return [phrase(subnets.length === 1 ? "usedByOne" : "usedBy", language, { n: subnets.length, names })];
}
