/**
 * Completion inside the literals of a program: what the language's own server can't know of them. It has everything else,
 * so nothing is offered where no literal stands but a number that is missing.
 */
import type { Place } from "../../workspace/snapshot.ts";
import { kindAt, placeOf } from "../hover/values/places.ts";
import { addressOffers, filterOffers, routeOffers, subnetOffers, vpcOffers } from "./addresses.ts";
import { wantOf } from "./fitting.ts";
import { type Completion, itemsAt, type Offer, type Spot } from "./item.ts";
import { asnOffers, maskOffers, natGatewayOffers, portOffers, zoneCountOffers } from "./numbers.ts";
import { serviceNameOffers } from "./service-names.ts";
import { regionOf, wordOffers, zoneNameOffers } from "./texts.ts";

type CodeArgument = Extract<Place, { kind: "code-argument" }>;
type PropertyValue = Extract<Place, { kind: "property-value" }>;

export function literalItems(spot: Spot, place: Place): readonly Completion[] {
  const isText = /^["'`]/.test(spot.typed);
  const isNumber = /^\d*$/.test(spot.typed);
  if (!isText && !isNumber) return [];
  const items = itemsAt(spot, isText ? textOffers(spot, place) : numberOffers(spot, place));
  // Who asks on a number that is complete wants to see the others.
  const isWhole = isNumber && items.some(({ label }) => label === spot.typed);
  return isWhole ? items.map((item) => ({ ...item, filterText: spot.typed })) : items;
}

function* textOffers(spot: Spot, place: Place): Generator<Offer> {
  if (place.kind === "property-value") yield* propertyTextOffers(spot, place);
  if (place.kind === "code-argument") yield* argumentTextOffers(spot, place);
}

function* propertyTextOffers(spot: Spot, place: PropertyValue): Generator<Offer> {
  const want = wantOf(place, spot.context.spec, place.index !== undefined);
  yield* addressOffers(spot, want);
  yield* wordOffers(spot, want);
  yield* serviceNameOffers(spot, want, (name) => serviceName(spot, name));
  if (kindAt(placeOf(place.resource, place.path)) === "zone") yield* zoneNameOffers(spot);
}

function* argumentTextOffers(spot: Spot, place: CodeArgument): Generator<Offer> {
  for (const symbol of place.symbols) {
    const offers = blockOffers(spot, symbol, place.construct);
    if (offers) return yield* offers;
    if (kindAt(symbol) === "zone") return yield* zoneNameOffers(spot);
  }
}

/** The blocks that a function or property of the library takes; undefined where it takes none. */
function blockOffers(spot: Spot, symbol: string, construct: string | undefined): Iterable<Offer> | undefined {
  switch (symbol) {
    case "ec2.IpAddresses.cidr":
    case "ec2.Vpc.cidr":
      return vpcOffers(spot, construct);
    case "ec2.Subnet.cidrBlock":
    case "ec2.PublicSubnet.cidrBlock":
    case "ec2.PrivateSubnet.cidrBlock":
      return construct === undefined ? undefined : subnetOffers(spot, construct);
    case "ec2.Peer.ipv4":
    case "ec2.AclCidr.ipv4":
      return filterOffers(spot, 4, true);
    case "ec2.Peer.ipv6":
    case "ec2.AclCidr.ipv6":
      return filterOffers(spot, 6, true);
    case ".addRoute.destinationCidrBlock":
      return routeOffers(spot, undefined, 4);
    case ".addRoute.destinationIpv6CidrBlock":
      return routeOffers(spot, undefined, 6);
    default:
      return undefined;
  }
}

function* numberOffers(spot: Spot, place: Place): Generator<Offer> {
  if (place.kind === "property-value") yield* kindOffers(spot, placeOf(place.resource, place.path));
  if (place.kind !== "code-argument") return;
  const { symbols, room } = place;
  const is = (...names: readonly string[]): boolean => symbols.some((symbol) => names.includes(symbol));
  if (is("ec2.Vpc.subnetConfiguration.cidrMask", "ec2.SubnetConfiguration.cidrMask")) {
    yield* maskOffers(spot, room?.masks ?? []);
  } else if (is("ec2.Vpc.maxAzs")) {
    yield* zoneCountOffers(spot, room);
  } else if (is("ec2.Vpc.natGateways")) {
    yield* natGatewayOffers(spot, room);
  } else {
    yield* kindOffers(spot, symbols.find((symbol) => kindAt(symbol) !== undefined) ?? "");
  }
}

function* kindOffers(spot: Spot, place: string): Generator<Offer> {
  const kind = kindAt(place);
  if (kind === "port") yield* portOffers(spot);
  if (kind === "asn") yield* asnOffers(spot, place);
}

/** With the stack's Region, in a text of the language that holds values. */
function serviceName(spot: Spot, name: string): string {
  const region = regionOf(spot);
  return spot.snapshot.languageId === "python"
    ? `f"com.amazonaws.{${region}}.${name}"`
    : `\`com.amazonaws.\${${region}}.${name}\``;
}
