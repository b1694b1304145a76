/** Autonomous system numbers: private, public or reserved, and what the property takes. */
import type { Localized } from "../../../base/localized.ts";
import { code } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { count, type Explanation, factsOf, headed, speaker, wholeNumber } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  none: { en: "⚠ Not an ASN. ASNs are 1 to 4,294,967,294.", ja: "⚠ ASN ではない。有効なのは 1〜4294967294。" },
  private16: { en: "private ASN, 16-bit (64512–65534)", ja: "プライベート ASN、16 ビット (64512〜65534)" },
  private32: {
    en: "private ASN, 32-bit (4200000000–4294967294)",
    ja: "プライベート ASN、32 ビット (4200000000〜4294967294)",
  },
  documentation: { en: "ASN for examples in documents", ja: "文書の例示用 ASN" },
  reserved: { en: "reserved ASN, not to be used", ja: "予約済み ASN (使用不可)" },
  public16: { en: "public ASN, 16-bit", ja: "パブリック ASN、16 ビット" },
  public32: { en: "public ASN, 32-bit", ja: "パブリック ASN、32 ビット" },
  ownPublic: {
    en: "A public ASN has to be one that is registered to you.",
    ja: "パブリック ASN は、自組織に割り当てられたものに限る。",
  },
  mustBePrivate: {
    en: "⚠ The Amazon side takes a private ASN: 64512 to 65534 or 4200000000 to 4294967294.",
    ja: "⚠ Amazon 側に指定できるのはプライベート ASN (64512〜65534 または 4200000000〜4294967294)。",
  },
  outOfProperty: { en: "⚠ {property} takes {from} to {to}.", ja: "⚠ {property} の範囲は {from}〜{to}。" },
  useExtended: {
    en: "⚠ `BgpAsn` takes at most 2,147,483,647; larger numbers go into `BgpAsnExtended`.",
    ja: "⚠ `BgpAsn` は 2147483647 まで。それより大きい番号は `BgpAsnExtended` に書く。",
  },
  usePlain: {
    en: "⚠ `BgpAsnExtended` takes 2,147,483,648 and more; this number goes into `BgpAsn`.",
    ja: "⚠ `BgpAsnExtended` は 2147483648 以上。この番号は `BgpAsn` に書く。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Private ASNs: RFC 6996. Reserved: RFC 7607, RFC 6793, RFC 5398, RFC 7300. */
function kindOf(asn: number): "private16" | "private32" | "documentation" | "reserved" | "public16" | "public32" {
  if (asn >= 64512 && asn <= 65534) return "private16";
  if (asn >= 4200000000 && asn <= 4294967294) return "private32";
  if ((asn >= 64496 && asn <= 64511) || (asn >= 65536 && asn <= 65551)) return "documentation";
  const isReserved =
    asn === 0 || asn === 23456 || asn === 65535 || (asn >= 65552 && asn <= 131071) || asn === 4294967295;
  if (isReserved) return "reserved";
  return asn < 65536 ? "public16" : "public32";
}

export function asnExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const asn = wholeNumber(value.text);
  if (asn === undefined) return undefined;
  const { knowledge, language } = context;
  const say = speaker(words, language);
  if (asn < 0 || asn > 4294967295) return { heading: code(value.text), lines: [say("none")] };
  const kind = kindOf(asn);
  const group = knowledge.values.groupAt(value.place);
  const special = knowledge.values.findAt(value.place, String(asn)) ?? knowledge.values.find("asns", String(asn));
  const about = knowledge.values.find("asns", kind);
  const isAmazonSide = /\.(VPNGateway|TransitGateway|DirectConnectGateway)\.AmazonSideAsn$/.test(
    value.place.replaceAll("::", "."),
  );
  const isPrivate = kind === "private16" || kind === "private32";
  const complaint =
    isAmazonSide && !isPrivate ? say("mustBePrivate") : kind === "reserved" ? undefined : fits(asn, value.place, say);
  return {
    heading: headed(value.text, say(kind)),
    lines: [
      special?.text[language] ?? about?.text[language],
      complaint ?? group?.text?.[language],
      kind.startsWith("public") && !special && !isAmazonSide ? say("ownPublic") : undefined,
    ],
    facts: special && factsOf(special, knowledge),
    sources: [...(special?.sources ?? about?.sources ?? []), ...(group?.sources ?? [])],
    topic: group?.topic ?? special?.topic,
  };
}

function fits(asn: number, place: string, say: ReturnType<typeof speaker<keyof typeof words>>): string | undefined {
  const largest = 2147483647;
  if (/\.(Peer)?BgpAsn$/.test(place) && asn > largest) {
    return place.endsWith(".BgpAsn")
      ? say("useExtended")
      : say("outOfProperty", { property: code("PeerBgpAsn"), from: "1", to: count(largest) });
  }
  return place === "AWS::EC2::CustomerGateway.BgpAsnExtended" && asn > 0 && asn <= largest
    ? say("usePlain")
    : undefined;
}
