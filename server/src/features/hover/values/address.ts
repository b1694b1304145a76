/** Addresses and blocks with a meaning of their own: special ranges, AWS's services, what AWS keeps of a subnet. */
import {
  blockAround,
  type Cidr,
  containsAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  reservedAddresses,
} from "../../../base/cidr.ts";
import { knownRangeOf } from "../../../base/cidr-ranges.ts";
import type { Localized } from "../../../base/localized.ts";
import type { ValueText } from "../../../knowledge/values.ts";
import { vpcBlocks } from "../../../network/addressing.ts";
import type { Subnet } from "../../../network/model.ts";
import { code, name } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, factsOf, headed, speaker } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  inRange: { en: "in {block} · {name}", ja: "{block} の中 · {name}" },
  network: {
    en: "⚠ Network address of {subnet}: AWS keeps it.",
    ja: "⚠ {subnet} のネットワークアドレス。AWS が予約。",
  },
  router: {
    en: "⚠ Address of the VPC router in {subnet}: AWS keeps it.",
    ja: "⚠ {subnet} の VPC ルーターのアドレス。AWS が予約。",
  },
  dns: {
    en: "⚠ Third address of {subnet}, kept by AWS for DNS.",
    ja: "⚠ {subnet} の 3 番目のアドレス。DNS 用に AWS が予約。",
  },
  future: {
    en: "⚠ Fourth address of {subnet}, kept by AWS for future use.",
    ja: "⚠ {subnet} の 4 番目のアドレス。将来のために AWS が予約。",
  },
  last: {
    en: "⚠ Last address of {subnet}: AWS keeps it, though a VPC has no broadcast.",
    ja: "⚠ {subnet} の末尾のアドレス。VPC にブロードキャストはないが、AWS が予約。",
  },
  resolver: {
    en: "Resolver of {vpc}: the VPC's network address plus two.",
    ja: "{vpc} のリゾルバー (VPC のネットワークアドレス + 2)。",
  },
  anyoneIn: {
    en: "Here: anyone may connect. Right for public web ports, not for SSH, RDP or databases.",
    ja: "ここでは: 誰からでも接続できる。公開 Web のポート以外 (SSH、RDP、データベース) には広すぎる。",
  },
  anyoneOut: { en: "Here: to any address.", ja: "ここでは: すべての宛先。" },
} as const satisfies Readonly<Record<string, Localized>>;

const reservedRoles = ["network", "router", "dns", "future", "last"] as const;

/** What a block means beyond its range; undefined where that is nothing special. The hover of blocks names it. */
export function blockMeaning(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const parsed = parseCidr(value.text.trim());
  if (!parsed.ok) return undefined;
  const { cidr } = parsed;
  const found = rangeOf(cidr, context);
  const anyone = cidr.prefix === 0 ? anyoneLine(value, context) : undefined;
  if (!found) return anyone === undefined ? undefined : { lines: [anyone] };
  // That a subnet's addresses are private goes without saying.
  const isPlain = knownRangeOf(cidr)?.name === "rfc1918" && found.entry.facts.length === 0;
  if (isPlain && value.use?.resource.type === "AWS::EC2::Subnet") return undefined;
  const isWhole = formatCidr(found.block) === formatCidr(cidr);
  return {
    lines: [isWhole ? wholeText(found.entry, context) : insideText(found, context)],
    ...ofEntry(found.entry, context),
  };
}

export function addressExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const text = value.text.trim();
  const address = parseAddress(text);
  if (!address) return undefined;
  const reserved = reservedText(address.value, value, context);
  const kept = reserved === undefined ? undefined : context.knowledge.values.find("addresses", "subnet-reserved");
  if (kept) return { heading: code(text), lines: [reserved], ...ofEntry(kept, context) };
  const resolver = resolverText(address.value, value, context);
  const full = address.family === 4 ? 32 : 128;
  const found = rangeOf(blockAround(address.value, address.family, full), context);
  if (!found) return resolver === undefined ? undefined : { heading: code(text), lines: [resolver] };
  const isItself = found.block.prefix === full;
  return {
    heading: headed(text, isItself ? nameOf(found.entry, context) : insideText(found, context)),
    lines: [resolver, isItself && found.entry.name ? found.entry.text[context.language] : undefined],
    ...ofEntry(found.entry, context),
  };
}

interface KnownBlock {
  readonly block: Cidr;
  readonly entry: ValueText;
}

function insideText({ block, entry }: KnownBlock, context: HoverContext): string {
  const say = speaker(words, context.language);
  return say("inRange", { block: code(formatCidr(block)), name: nameOf(entry, context) });
}

/** "Link-local. What is inside …" */
function wholeText(entry: ValueText, context: HoverContext): string {
  const stop = context.language === "ja" ? "。" : ". ";
  return entry.name ? `${nameOf(entry, context)}${stop}${entry.text[context.language]}` : entry.text[context.language];
}

function nameOf(entry: ValueText, { language }: HoverContext): string {
  return entry.name?.[language] ?? entry.text[language];
}

function ofEntry(entry: ValueText | undefined, { knowledge }: HoverContext): Partial<Explanation> {
  return entry ? { facts: factsOf(entry, knowledge), sources: entry.sources, topic: entry.topic } : {};
}

/** The smallest range with a meaning in which the block lies. One look-up per prefix length. */
function rangeOf(cidr: Cidr, { knowledge }: HoverContext): KnownBlock | undefined {
  for (let prefix = cidr.prefix; prefix >= (cidr.prefix === 0 ? 0 : 1); prefix -= 1) {
    const block = blockAround(cidr.base, cidr.family, prefix);
    const entry = knowledge.values.find("addresses", formatCidr(block));
    if (entry) return { block, entry };
  }
  return undefined;
}

/** What AWS keeps the address for in the subnet that stands beside it. */
function reservedText(address: bigint, value: WrittenValue, { language }: HoverContext): string | undefined {
  const subnetId = value.referenceBeside("SubnetId");
  const subnet = subnetId === undefined ? undefined : value.snapshot.network.subnets.find(({ id }) => id === subnetId);
  const role = subnet && roleIn(subnet, address);
  return role && subnet && speaker(words, language)(role, { subnet: name(subnet.id) });
}

/** Where DNS servers are listed, the address may be the VPC's own resolver. */
function resolverText(address: bigint, value: WrittenValue, { language }: HoverContext): string | undefined {
  if (!/DnsServers|DomainNameServers/.test(value.place)) return undefined;
  const vpc = value.snapshot.network.vpcs.find((each) => {
    const [primary] = vpcBlocks(each);
    return primary?.family === 4 && primary.base + 2n === address;
  });
  return vpc && speaker(words, language)("resolver", { vpc: name(vpc.id) });
}

function roleIn(subnet: Subnet, address: bigint): (typeof reservedRoles)[number] | undefined {
  for (const { value } of subnet.cidr.known) {
    if (!value.cidr || !containsAddress(value.cidr, address) || value.cidr.prefix > 29) continue;
    const index = reservedAddresses(value.cidr).indexOf(address);
    if (index >= 0) return reservedRoles[index];
  }
  return undefined;
}

function anyoneLine({ place }: WrittenValue, { language }: HoverContext): string | undefined {
  if (!/^AWS::EC2::SecurityGroup/.test(place)) return undefined;
  return speaker(words, language)(/Egress/.test(place) ? "anyoneOut" : "anyoneIn");
}
