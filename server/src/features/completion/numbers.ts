/** Numbers of programs: masks that fit, counts with what they mean, ports by service, private ASNs. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { parseCidr, usableAddresses } from "../../base/cidr.ts";
import { listedFirst } from "../../base/listed-first.ts";
import type { Localized } from "../../base/localized.ts";
import type { RoomyMask, VpcRoom } from "../../workspace/snapshot.ts";
import { natCharges } from "../describe/nat-charges.ts";
import type { Offer, Spot } from "./item.ts";
import { count, say } from "./wording.ts";

/** A group of subnets: the sizes that people take first, then the others that fit. */
const usualMasks: readonly number[] = [24, 26, 28, 20, 22];

export function* maskOffers(spot: Spot, masks: readonly RoomyMask[]): Generator<Offer> {
  const { language } = spot.context;
  for (const { mask, blocks } of listedFirst(masks, usualMasks, (each) => each.mask)) {
    const parsed = parseCidr(blocks[0] ?? "");
    if (!parsed.ok) continue;
    const usable = count(usableAddresses(parsed.cidr));
    const detail = say(blocks.length === 1 ? "maskOne" : "mask", language, { n: blocks.length, usable });
    const list = blocks.map((block) => `\`${block}\``).join(", ");
    yield number(mask, detail, say("maskBlocks", language, { blocks: list }));
  }
}

const mostZonesOffered = 3;

export function* zoneCountOffers(spot: Spot, room: VpcRoom | undefined): Generator<Offer> {
  const { language } = spot.context;
  for (const { zones, subnets } of room?.zoneCounts ?? []) {
    if (zones > mostZonesOffered) return;
    const made = say(subnets === 1 ? "subnet" : "subnets", language, { n: subnets });
    const key = zones === 1 ? "zonesOne" : zones === 2 ? "zonesTwo" : "zonesMore";
    yield number(zones, say(key, language, { n: zones, subnets: made }));
  }
}

/** Up to one per zone; more are never made. */
export function* natGatewayOffers(spot: Spot, room: VpcRoom | undefined): Generator<Offer> {
  const { language } = spot.context;
  const zones = room?.zones ?? [];
  const most = zones.at(-1);
  const documentation = natCharges[language];
  yield number(0, say("natNone", language), documentation);
  if (most === undefined) return;
  for (let n = 1; n <= Math.min(most, mostZonesOffered); n += 1) {
    const each = zones.length === 1 ? "natEach" : "natMost";
    const key = n === most ? each : n === 1 ? "natShared" : "natSome";
    yield number(n, say(key, language, { n, zones: most }), documentation);
  }
}

/** Ports that people meet, by number; the service is what one looks for. */
export function* portOffers({ context: { knowledge, language } }: Spot): Generator<Offer> {
  for (const { match, name, text } of knowledge.values.ofKind("ports")) {
    const port = match.find((each) => /^\d+$/.test(each));
    if (port !== undefined && name) yield number(Number(port), name[language], text[language]);
  }
}

/** The first of AWS's own default, then such as are told apart easily; the last needs 4 bytes. */
const privateAsns = [64512, 64513, 64514, 65000, 65001, 4_200_000_000];
const mostAsnOfTwoBytes = 65_535;

/** Private ASNs that the program does not have yet: both ends of a connection need different ones. */
export function* asnOffers({ snapshot, range, context }: Spot, place: string): Generator<Offer> {
  const { knowledge, language } = context;
  const elsewhere = snapshot.text.slice(0, range.start) + snapshot.text.slice(range.end);
  for (const asn of privateAsns) {
    const isLong = asn > mostAsnOfTwoBytes;
    if (new RegExp(`\\b${asn}\\b`).test(elsewhere) || (isLong && place.endsWith(".BgpAsn"))) continue;
    const about: Localized | undefined = knowledge.values.find("asns", String(asn))?.text;
    yield number(asn, say(isLong ? "asn32" : "asn16", language), about?.[language]);
  }
}

function number(value: number, detail: string, documentation?: string): Offer {
  const text = String(value);
  return { label: text, kind: CompletionItemKind.Value, rank: 1, text, detail, documentation };
}
