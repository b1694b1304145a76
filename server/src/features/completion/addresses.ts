/** CIDR blocks that make sense where one is written: free ones for subnets, private ones for VPCs, destinations for routes. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { formatCidr, overlaps, parseCidr, size, usableAddresses } from "../../base/cidr.ts";
import { nextFreeBlocks, vpcBlocks } from "../../network/addressing.ts";
import type { Route, Subnet, Vpc } from "../../network/model.ts";
import { computedOffers, ipv6Offers } from "./computed-addresses.ts";
import { type CidrFamily, cidrFamilyOf, type Want } from "./fitting.ts";
import { isTemplateText, type Offer, type Spot, textLiteral } from "./item.ts";
import { subnetText, vpcOf } from "./subnet-place.ts";
import { count, say } from "./wording.ts";

/** The longest prefix that a subnet can have: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const SMALLEST_SUBNET = 28;
/** Sizes worth offering beside those that the VPC's subnets have already. */
const usualPrefixes = [24, 26, 28, 20, 22];
const MOST_SIZES = 5;

export function* addressOffers(spot: Spot, want: Want): Generator<Offer> {
  const family = cidrFamilyOf(want);
  if (family === undefined || want.wholeList) return;
  const { resource } = want.use;
  switch (resource.type) {
    case "AWS::EC2::Subnet":
      yield* family === 4 ? subnetOffers(spot, resource.id) : ipv6Offers(spot, resource);
      break;
    case "AWS::EC2::SubnetCidrBlock":
      yield* ipv6Offers(spot, resource);
      break;
    case "AWS::EC2::VPC":
      if (family === 4) yield* vpcOffers(spot, resource.id);
      break;
    case "AWS::EC2::VPCCidrBlock":
      if (family === 4) yield* vpcOffers(spot, resource.id, [sharedBlock]);
      break;
    case "AWS::EC2::Route":
      yield* routeOffers(spot, resource.id, family);
      break;
    default:
      if (ownRanges.has(resource.type)) return;
      yield* filterOffers(spot, family, resource.type.startsWith("AWS::EC2::"));
  }
}

/** Free blocks of the VPC in which the subnet of this id lies, in sizes that are usual there. */
export function* subnetOffers(spot: Spot, id: string): Generator<Offer> {
  const found = vpcOf(spot, id);
  if (found === undefined) return;
  const { vpc, subnet } = found;
  const siblings = vpc.subnets.filter((other) => other !== subnet);
  const computed = isTemplateText(spot) ? [...computedOffers(spot, vpc, siblings)] : [];
  // Whoever computes the other blocks wants this one computed, too.
  yield* computed;
  for (const [place, prefix] of sizesFor(vpc, siblings).entries()) {
    const blocks = nextFreeBlocks(vpc, prefix, place === 0 ? 2 : 1);
    for (const [index, block] of blocks.entries()) {
      const usable = count(usableAddresses(block));
      const detail =
        index === 0
          ? say("nextFree", spot.context.language, { prefix, vpc: vpc.id, n: usable })
          : say("alsoFree", spot.context.language, { n: usable });
      yield {
        ...literal(spot, formatCidr(block), detail),
        documentation: subnetText(spot, vpc, block),
      };
    }
  }
}

/** Prefix lengths: those of the siblings, most frequent first, then usual ones that fit. */
function sizesFor(vpc: Vpc, siblings: readonly Subnet[]): readonly number[] {
  const frequency = new Map<number, number>();
  for (const { cidr } of siblings) {
    const prefix = cidr.known[0]?.value.cidr?.prefix;
    if (prefix !== undefined) frequency.set(prefix, (frequency.get(prefix) ?? 0) + 1);
  }
  const own = [...frequency].sort(([, a], [, b]) => b - a).map(([prefix]) => prefix);
  const [largest = SMALLEST_SUBNET] = vpcBlocks(vpc)
    .map(({ prefix }) => prefix)
    .sort((a, b) => a - b);
  const parts = [1, 2, 3, 4].map((bits) => largest + bits);
  const fits = (prefix: number): boolean => prefix > largest && prefix <= SMALLEST_SUBNET;
  const usual = usualPrefixes.filter(fits);
  return [...new Set([...own, ...usual, ...(usual.length < 3 ? parts.filter(fits) : [])])].slice(0, MOST_SIZES);
}

function literal(spot: Spot, text: string, detail: string): Offer {
  return {
    label: text,
    kind: CompletionItemKind.Value,
    rank: 2,
    text: textLiteral(spot, text),
    detail,
  };
}

/** Private ranges that clash with nothing in the template, and not with the ranges that people and AWS meet first. */
const privateBlocks = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "172.20.0.0/16", "192.168.0.0/20", "10.0.0.0/24"];
/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const sharedBlock = "100.64.0.0/16";

/** Ranges that a VPC may have beside the others of the template. */
export function* vpcOffers(
  spot: Spot,
  own: string | undefined,
  offered: readonly string[] = [...privateBlocks, sharedBlock],
): Generator<Offer> {
  const { network } = spot.snapshot;
  const { language } = spot.context;
  const others = network.vpcs.filter(({ id }) => id !== own).flatMap((vpc) => vpcBlocks(vpc));
  for (const text of offered) {
    const parsed = parseCidr(text);
    if (!parsed.ok || others.some((other) => overlaps(other, parsed.cidr))) continue;
    const n = count(size(parsed.cidr));
    yield { ...literal(spot, text, say(text === sharedBlock ? "sharedRange" : "vpcRange", language, { n })), rank: 2 };
  }
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
const nat64 = "64:ff9b::/96";

/** @param id of the route, where it is a resource of its own */
export function* routeOffers(spot: Spot, id: string | undefined, family: CidrFamily): Generator<Offer> {
  const { network } = spot.snapshot;
  const { language } = spot.context;
  const route = network.routes.find((candidate) => candidate.id === id);
  const table = route?.table.known.find(({ value }) => value.kind === "entity")?.value;
  const others = table?.kind === "entity" ? table.entity.routes.filter((other) => other !== route) : [];
  const taken = new Set(others.flatMap(destinationsOf));
  const everything = family === 4 ? "0.0.0.0/0" : "::/0";
  if (!taken.has(everything)) {
    yield { ...literal(spot, everything, say(family === 4 ? "defaultRoute4" : "defaultRoute6", language)), rank: 1 };
  }
  if (family === 6 && !taken.has(nat64) && network.natGateways.length > 0) {
    yield { ...literal(spot, nat64, say("nat64", language)), rank: 2 };
  }
  const vpcLink =
    table?.kind === "entity" ? table.entity.vpc.known.find(({ value }) => value.kind === "entity") : undefined;
  const own = vpcLink?.value.kind === "entity" ? vpcLink.value.entity : undefined;
  for (const { peer, peering } of peersOf(spot, own)) {
    for (const block of vpcBlocks(peer)) {
      const text = formatCidr(block);
      if (block.family !== family || taken.has(text)) continue;
      yield { ...literal(spot, text, say("peer", language, { vpc: peer.id, peering })), rank: 2 };
    }
  }
}

function destinationsOf(route: Route): readonly string[] {
  return route.destinations.known.flatMap(({ value }) =>
    value.kind === "cidr" && value.cidr.cidr ? [formatCidr(value.cidr.cidr)] : [],
  );
}

function* peersOf(spot: Spot, own: Vpc | undefined): Generator<{ readonly peer: Vpc; readonly peering: string }> {
  for (const { id, requester, accepter } of spot.snapshot.network.peerings) {
    const ends = [requester, accepter].map(({ known }) => known.find(({ value }) => value.kind === "entity")?.value);
    const vpcs = ends.flatMap((end) => (end?.kind === "entity" ? [end.entity] : []));
    if (own !== undefined && !vpcs.includes(own)) continue;
    for (const peer of vpcs) if (peer !== own) yield { peer, peering: id };
  }
}

/** Types whose blocks are ranges of their own, beside those of VPCs. */
const ownRanges: ReadonlySet<string> = new Set([
  "AWS::EC2::TransitGateway",
  "AWS::EC2::TransitGatewayConnectPeer",
  "AWS::EC2::IPAMPoolCidr",
  "AWS::EC2::SubnetCidrReservation",
]);

/** Who gets through a security group or network ACL: the VPCs of the template, then everyone. */
export function* filterOffers(spot: Spot, family: CidrFamily, takesEveryone: boolean): Generator<Offer> {
  const { language } = spot.context;
  for (const vpc of spot.snapshot.network.vpcs) {
    for (const block of vpcBlocks(vpc)) {
      if (block.family !== family) continue;
      yield { ...literal(spot, formatCidr(block), say("otherVpc", language, { vpc: vpc.id })), rank: 3 };
    }
  }
  if (!takesEveryone) return;
  yield {
    ...literal(spot, family === 4 ? "0.0.0.0/0" : "::/0", say(family === 4 ? "anyone4" : "anyone6", language)),
    rank: 4,
  };
}
