/** The words of completion items. */
import { fill, type Language, type Localized } from "../../base/localized.ts";

const words = {
  required: { en: "required", ja: "必須" },
  default: { en: "default", ja: "既定値" },
  nextFree: { en: "next free /{prefix} in {vpc}, {n} usable", ja: "{vpc} で次に空いている /{prefix}、利用可能 {n}" },
  alsoFree: { en: "also free, {n} usable", ja: "こちらも空き、利用可能 {n}" },
  computed: { en: "computed: {cidr}, {n} usable", ja: "計算結果: {cidr}、利用可能 {n}" },
  computedBlock: { en: "computed: {cidr}", ja: "計算結果: {cidr}" },
  range: {
    en: "`{first}` – `{last}` · {size} addresses, **{n} usable** (AWS keeps 5)",
    ja: "`{first}` – `{last}` · {size} アドレス、**利用可能 {n}** (5 つは AWS が予約)",
  },
  map: {
    en: "{vpc} {block}, {cell} per cell: `#` used, `*` this block",
    ja: "{vpc} {block}、1 マス {cell}: `#` 使用中、`*` この範囲",
  },
  addresses: { en: "{n} addresses", ja: "{n} アドレス" },
  vpcRange: { en: "private range, {n} addresses", ja: "プライベート範囲、{n} アドレス" },
  sharedRange: { en: "shared range (RFC 6598), {n} addresses", ja: "共有アドレス範囲 (RFC 6598)、{n} アドレス" },
  defaultRoute4: { en: "default route: every IPv4 address", ja: "デフォルトルート: すべての IPv4 アドレス" },
  defaultRoute6: { en: "default route: every IPv6 address", ja: "デフォルトルート: すべての IPv6 アドレス" },
  anyone4: { en: "every IPv4 address", ja: "すべての IPv4 アドレス" },
  anyone6: { en: "every IPv6 address", ja: "すべての IPv6 アドレス" },
  peer: { en: "{vpc}, at the other end of {peering}", ja: "{peering} の対向の {vpc}" },
  otherVpc: { en: "the block of {vpc}", ja: "{vpc} の範囲" },
  parameter: { en: "parameter {type}", ja: "パラメータ {type}" },
  withDefault: { en: "parameter {type}, default {value}", ja: "パラメータ {type}、既定値 {value}" },
  pseudo: { en: "pseudo parameter", ja: "擬似パラメータ" },
  attribute: { en: "{attribute} of {type}", ja: "{type} の {attribute}" },
  condition: { en: "condition", ja: "条件" },
  mapping: { en: "mapping", ja: "マッピング" },
  mapKey: { en: "key of {map}", ja: "{map} のキー" },
  zone: { en: "zone {n} of the region", ja: "リージョンの {n} 番目の AZ" },
  zoneOf: { en: "zone {n} of the region, as {names}", ja: "リージョンの {n} 番目の AZ ({names} と同じ)" },
  newParameter: { en: "a new parameter", ja: "新しいパラメータ" },
  newResource: { en: "a new resource", ja: "新しいリソース" },
  newCondition: { en: "a new condition", ja: "新しい条件" },
  newOutput: { en: "a new output", ja: "新しい出力" },
  newMapping: { en: "a new mapping", ja: "新しいマッピング" },
  attachment: {
    en: "{type}; attaches a gateway: routes and addresses wait for it",
    ja: "{type}。ゲートウェイのアタッチ (ルートや EIP はこの後)",
  },
  endpointGateway: { en: "gateway endpoint, no charge", ja: "ゲートウェイエンドポイント、料金なし" },
  endpointInterface: { en: "interface endpoint", ja: "インターフェイスエンドポイント" },
} as const satisfies Readonly<Record<string, Localized>>;

export function say(
  key: keyof typeof words,
  language: Language,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return fill(words[key], data)[language];
}

export function count(n: bigint | number): string {
  return n.toLocaleString("en");
}
