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
  const full = cidr.family === 4 ? 32 : 128;
  const host = cidr.prefix === full ? roleLines(cidr.base, value, context) : [];
  const found = rangeOf(cidr, context);
  if (!found && host.length === 0) return undefined;
  const say = speaker(words, context.language);
  const isWhole = found && formatCidr(found.block) === formatCidr(cidr);
  return {
    lines: [
      found &&
        (isWhole
          ? wholeText(found.entry, context)
          : say("inRange", { block: code(formatCidr(found.block)), name: nameOf(found.entry, context) })),
      ...host,
      cidr.prefix === 0 ? anyoneLine(value, context) : undefined,
    ],
    ...ofEntry(found?.entry, context),
  };
}

export function addressExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const text = value.text.trim();
  const address = parseAddress(text);
  if (!address) return undefined;
  const { language } = context;
  const roles = roleLines(address.value, value, context);
  const found = rangeOf(blockAround(address.value, address.family, address.family === 4 ? 32 : 128), context);
  if (!found && roles.length === 0) return undefined;
  const isItself = found?.block.prefix === (address.family === 4 ? 32 : 128);
  const title = found?.entry.name?.[language];
  const say = speaker(words, language);
  return {
    heading:
      found && title !== undefined
        ? headed(text, isItself ? title : say("inRange", { block: code(formatCidr(found.block)), name: title }))
        : code(text),
    lines: [...roles, isItself ? found?.entry.text[language] : undefined],
    ...ofEntry(found?.entry, context),
  };
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
function rangeOf(
  cidr: Cidr,
  { knowledge }: HoverContext,
): { readonly block: Cidr; readonly entry: ValueText } | undefined {
  for (let prefix = cidr.prefix; prefix >= (cidr.prefix === 0 ? 0 : 1); prefix -= 1) {
    const block = blockAround(cidr.base, cidr.family, prefix);
    const entry = knowledge.values.find("addresses", formatCidr(block));
    if (entry) return { block, entry };
  }
  return undefined;
}

/** What AWS uses the address for in the subnets and VPCs of this template. */
function roleLines(address: bigint, value: WrittenValue, context: HoverContext): readonly string[] {
  const { network } = value.snapshot;
  const say = speaker(words, context.language);
  if (!value.use) return [];
  const asked = /Dns|DomainNameServers|TargetIps|NtpServers/.test(value.place);
  const vpc = asked
    ? network.vpcs.find((each) => vpcBlocks(each).some((block) => block.family === 4 && block.base + 2n === address))
    : undefined;
  if (vpc) return [say("resolver", { vpc: name(vpc.id) })];
  if (asked || !/PrivateIp|IpAddresses\.Ip$|PrivateIPv4Address|MountTarget\.IpAddress$/.test(value.place)) return [];
  for (const subnet of network.subnets) {
    const role = roleIn(subnet, address);
    if (role) return [say(role, { subnet: `${name(subnet.id)}` })];
  }
  return [];
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
