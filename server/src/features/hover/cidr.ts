/** Hover on a CIDR block: first and last address, size, where it lies in the VPC, whom it overlaps, what is free next. */
import {
  blockIndex,
  type Cidr,
  contains,
  firstAddress,
  formatAddress,
  formatCidr,
  lastAddress,
  overlaps,
  parseCidr,
  size,
  usableAddresses,
} from "../../base/cidr.ts";
import { fill, type Language, type Localized } from "../../base/localized.ts";
import { nextFreeBlocks, takenBlocks, vpcBlocks } from "../../network/addressing.ts";
import type { Network, Vpc } from "../../network/model.ts";
import type { Snapshot, ValueUse } from "../../workspace/snapshot.ts";
import { code, name, paragraphs } from "../markdown.ts";
import type { HoverContext } from "./property.ts";

const words = {
  range: { en: "{first} – {last} · {n} addresses", ja: "{first} – {last} · {n} アドレス" },
  single: { en: "one address", ja: "1 アドレス" },
  usable: {
    en: "**{n} usable** (AWS keeps the first four and the last)",
    ja: "**利用可能 {n}** (先頭 4 つと末尾は AWS が予約)",
  },
  everyIpv4: { en: "every IPv4 address", ja: "すべての IPv4 アドレス" },
  everyIpv6: { en: "every IPv6 address", ja: "すべての IPv6 アドレス" },
  defaultRoute: { en: "{every}: a route to it is a default route", ja: "{every}。ルートの送信先ならデフォルトルート" },
  nat64: {
    en: "the prefix under which NAT64 shows IPv4 addresses to IPv6 clients",
    ja: "NAT64 が IPv4 アドレスを IPv6 クライアントに見せるためのプレフィックス",
  },
  canonical: {
    en: "Bits are set behind the prefix; AWS takes it as {canonical}.",
    ja: "プレフィックスより後ろのビットが立っている。AWS は {canonical} として扱う。",
  },
  position: { en: "In {vpc} {block}: block {n} of {of}", ja: "{vpc} {block} の {of} ブロック中 {n} 番目" },
  outside: { en: "Outside {vpc} {block}", ja: "{vpc} {block} の範囲外" },
  usedByOne: { en: "1 subnet uses {percent} %", ja: "サブネット 1 個で {percent} % を使用" },
  used: { en: "{n} subnets use {percent} %", ja: "サブネット {n} 個で {percent} % を使用" },
  next: { en: "next free /{prefix}: **{block}**", ja: "空いている次の /{prefix}: **{block}**" },
  overlap: { en: "⚠ Overlaps {names}", ja: "⚠ {names} と重複" },
} as const satisfies Readonly<Record<string, Localized>>;

/** Numbers beyond this are read as a power of two. */
const longest = 2n ** 32n;

/** Undefined where the text is no CIDR block. */
export function cidrHover(
  text: string,
  use: ValueUse | undefined,
  { network }: Snapshot,
  { language }: HoverContext,
): string | undefined {
  const parsed = parseCidr(text.trim());
  if (!parsed.ok) return undefined;
  const { cidr } = parsed;
  return paragraphs(
    meaning(cidr, use, language),
    parsed.hasHostBits ? say("canonical", language, { canonical: code(formatCidr(cidr)) }) : undefined,
    use && placeInVpc(cidr, use, network, language),
  );
}

function isSubnet(use: ValueUse | undefined): boolean {
  return use?.resource.type === "AWS::EC2::Subnet";
}

function meaning(cidr: Cidr, use: ValueUse | undefined, language: Language): string {
  const heading = code(formatCidr(cidr));
  if (cidr.prefix === 0) {
    const every = say(cidr.family === 4 ? "everyIpv4" : "everyIpv6", language);
    const filters = use && /SecurityGroup|NetworkAcl/.test(use.resource.type);
    return `${heading} · ${filters ? every : say("defaultRoute", language, { every })}`;
  }
  if (formatCidr(cidr) === "64:ff9b::/96") return `${heading} · ${say("nat64", language)}`;
  const range =
    size(cidr) === 1n
      ? say("single", language)
      : say("range", language, {
          first: formatAddress(firstAddress(cidr), cidr.family),
          last: formatAddress(lastAddress(cidr), cidr.family),
          n: size(cidr) > longest ? `2^${128 - cidr.prefix}` : count(size(cidr)),
        });
  const usable =
    isSubnet(use) && cidr.family === 4 ? say("usable", language, { n: count(usableAddresses(cidr)) }) : undefined;
  return [`${heading} · ${range}`, usable].filter((part) => part !== undefined).join(" · ");
}

/** Only for the block of a subnet or of a VPC: a route's destination has no place in the VPC. */
function placeInVpc(cidr: Cidr, { resource }: ValueUse, network: Network, language: Language): string | undefined {
  const subnet = network.subnets.find(({ id }) => id === resource.id);
  const link = subnet?.vpc.known.find(({ value }) => value.kind === "entity")?.value;
  if (!subnet || link?.kind !== "entity" || cidr.family !== 4) return undefined;
  const vpc = link.entity;
  const overlapped = vpc.subnets.filter(
    (other) => other !== subnet && other.cidr.known.some(({ value }) => value.cidr && overlaps(value.cidr, cidr)),
  );
  return paragraphs(
    [position(cidr, vpc, language), used(vpc, language), next(cidr, vpc, language)]
      .filter((part) => part !== undefined)
      .join(" · "),
    overlapped.length > 0
      ? say("overlap", language, { names: overlapped.map(({ id }) => name(id)).join(", ") })
      : undefined,
  );
}

function position(cidr: Cidr, vpc: Vpc, language: Language): string | undefined {
  const blocks = vpcBlocks(vpc);
  const around = blocks.find((block) => contains(block, cidr));
  const data = { vpc: name(vpc.id), block: code(blocks.map(formatCidr).join(" + ")) };
  if (blocks.length === 0) return undefined;
  if (!around) return say("outside", language, data);
  const of = 2n ** BigInt(cidr.prefix - around.prefix);
  return say("position", language, { ...data, n: count(blockIndex(cidr, around) + 1n), of: count(of) });
}

function used(vpc: Vpc, language: Language): string | undefined {
  const blocks = vpcBlocks(vpc);
  const taken = takenBlocks(vpc);
  if (blocks.length === 0 || taken.length === 0) return undefined;
  const all = blocks.reduce((sum, block) => sum + size(block), 0n);
  const sum = taken.reduce((total, block) => total + size(block), 0n);
  const percent = (Number((sum * 1000n) / all) / 10).toString();
  const n = vpc.subnets.length;
  return say(n === 1 ? "usedByOne" : "used", language, { n: String(n), percent });
}

function next(cidr: Cidr, vpc: Vpc, language: Language): string | undefined {
  const [free] = nextFreeBlocks(vpc, cidr.prefix, 1);
  return free && say("next", language, { prefix: String(cidr.prefix), block: formatCidr(free) });
}

function count(n: bigint | number): string {
  return n.toLocaleString("en");
}

function say(key: keyof typeof words, language: Language, data: Readonly<Record<string, string>> = {}): string {
  return fill(words[key], data)[language];
}
