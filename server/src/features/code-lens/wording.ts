/** The words of code lenses: plain text, one line. */
import { fill, type Language, type Localized } from "../../base/localized.ts";

const words = {
  public: { en: "public", ja: "パブリック" },
  "private-with-egress": { en: "private with egress", ja: "プライベート (外へ出られる)" },
  isolated: { en: "isolated", ja: "孤立 (外への経路なし)" },
  publicThrough: { en: "public through {target}", ja: "パブリック ({target} 経由)" },
  egressThrough: { en: "private with egress through {target}", ja: "プライベート ({target} 経由で外へ)" },
  mainTable: { en: "on the VPC's main route table", ja: "VPC のメインルートテーブルを使用" },
  or: { en: "{a} or {b}, by conditions", ja: "条件により{a}または{b}" },
  usable: { en: "{n} usable", ja: "利用可能 {n}" },
  nat: { en: "1 NAT gateway", ja: "NAT ゲートウェイ 1 個" },
  nats: { en: "{n} NAT gateways", ja: "NAT ゲートウェイ {n} 個" },
  tableOf: { en: "used by {n} subnets", ja: "使用サブネット {n} 個" },
  tableOfOne: { en: "used by 1 subnet", ja: "使用サブネット 1 個" },
  tableOfNone: { en: "used by no subnet of this template", ja: "このテンプレートに使用サブネットなし" },
  defaultRoute: { en: "default route to {target}", ja: "デフォルトルートは {target}" },
  noDefaultRoute: { en: "no default route", ja: "デフォルトルートなし" },
  groupOf: { en: "attached to {n} resources", ja: "{n} 個のリソースにアタッチ" },
  groupOfOne: { en: "attached to 1 resource", ja: "1 個のリソースにアタッチ" },
  references: { en: "{n} references", ja: "参照 {n} 件" },
  reference: { en: "1 reference", ja: "参照 1 件" },
} as const satisfies Readonly<Record<string, Localized>>;

export type LensWord = keyof typeof words;

export function say(key: LensWord, language: Language, data: Readonly<Record<string, string | number>> = {}): string {
  return fill(words[key], data)[language];
}
