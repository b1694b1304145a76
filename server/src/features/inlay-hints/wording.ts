/** The words of hints and lenses. Labels are short: they share the line with the text of the user. */
import { fill, type Language, type Localized } from "../../base/localized.ts";

const words = {
  usable: { en: "{n} usable", ja: "利用可能 {n}" },
  reserved: {
    en: "{n} of {all} addresses are usable; AWS keeps the first four and the last.",
    ja: "{all} アドレスのうち {n} を利用可能。先頭 4 つと末尾は AWS が予約。",
  },
  absent: { en: "left out", ja: "指定なし" },
  inCase: { en: "{value} {case}", ja: "{case}: {value}" },
  zone: { en: "zone {n}", ja: "AZ {n}" },
  zoneOfRegion: {
    en: "Zone {n} of the stack's Region, in the order of `GetAZs`. Its name is known at deployment.",
    ja: "スタックのリージョンの AZ のうち `GetAZs` の {n} 番目。名前はデプロイ時に決まる。",
  },
  natEach: { en: "one per zone · {charges} + data", ja: "AZ ごと · {charges} + データ処理" },
  natShared: { en: "for {zones} zones · {charges} + data", ja: "AZ {zones} つで共有 · {charges} + データ処理" },
  natDefault: { en: "NAT gateways: {text}", ja: "NAT ゲートウェイ: {text}" },
  charge: { en: "1 hourly charge", ja: "時間課金 1 つ分" },
  charges: { en: "{n} hourly charges", ja: "時間課金 {n} つ分" },
  public: { en: "public", ja: "パブリック" },
  "private-with-egress": { en: "private with egress", ja: "プライベート (外へ出られる)" },
  isolated: { en: "isolated", ja: "孤立" },
} as const satisfies Readonly<Record<string, Localized>>;

export function say(
  key: keyof typeof words,
  language: Language,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return fill(words[key], data)[language];
}

/** A number with its thousands marked, the same in both languages. */
export function count(n: bigint | number): string {
  return n.toLocaleString("en");
}
