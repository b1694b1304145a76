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
  ownRegion: { en: "the stack's own Region", ja: "スタックのリージョン" },
  ownZones: { en: "the zones of the stack's Region", ja: "スタックのリージョンの AZ" },
  noDelimiter: { en: "nothing between", ja: "区切りなし" },
  takenBlock: { en: "{cidr}, in use", ja: "{cidr}、使用中" },
  pieces: { en: "{n} blocks", ja: "{n} ブロック" },
  piecesOf: { en: "{n} of {most} possible blocks", ja: "{most} ブロック中 {n}" },
  pieceSize: { en: "/{prefix} each, {n} usable", ja: "各 /{prefix}、利用可能 {n}" },
  samePort: { en: "the same port: no range", ja: "同じポート (範囲にしない)" },
  privateAsn: {
    en: "private number, {bits} bits, free here",
    ja: "プライベート ASN ({bits} ビット)、このテンプレートで未使用",
  },
  freeTunnel4: { en: "free /30 for the inside of a tunnel", ja: "トンネル内側用の /30、このテンプレートで未使用" },
  freeTunnel6: { en: "free /126 for the inside of a tunnel", ja: "トンネル内側用の /126、このテンプレートで未使用" },
  nat64: { en: "NAT64: IPv4 destinations of IPv6 clients", ja: "NAT64: IPv6 クライアントから IPv4 宛て" },
  nameTag: { en: "shown as the name in the console", ja: "コンソールで名前として表示される" },
  otherTag: { en: "also used by {names}", ja: "{names} でも使用" },
  nameOf: { en: "names it after the stack", ja: "スタック名を付けた名前" },
  loopVariable: { en: "variable of the loop", ja: "ループ変数" },
  newLoop: { en: "one for each item of a list", ja: "リストの要素ごとに作成" },
  exportName: { en: "unique per stack", ja: "スタックごとに一意" },
  newestImage: { en: "newest Amazon Linux 2023, kept by AWS", ja: "最新の Amazon Linux 2023 (AWS が更新)" },
  newParameter: { en: "a new parameter", ja: "新しいパラメータ" },
  newResource: { en: "a new resource", ja: "新しいリソース" },
  newCondition: { en: "a new condition", ja: "新しい条件" },
  newOutput: { en: "a new output", ja: "新しい出力" },
  newRule: { en: "a new rule", ja: "新しいルール" },
  newMapping: { en: "a new mapping", ja: "新しいマッピング" },
  attachment: {
    en: "{type}; attaches a gateway: routes and addresses wait for it",
    ja: "{type}。ゲートウェイのアタッチ (ルートや EIP はこの後)",
  },
  endpointGateway: { en: "gateway endpoint, no charge", ja: "ゲートウェイエンドポイント、料金なし" },
  mask: { en: "{n} subnets of {usable} usable addresses", ja: "利用可能 {usable} のサブネット {n} 個" },
  maskOne: { en: "one subnet of {usable} usable addresses", ja: "利用可能 {usable} のサブネット 1 個" },
  maskBlocks: { en: "The group gets {blocks}.", ja: "グループの範囲: {blocks}" },
  zonesOne: { en: "one zone, {subnets}: goes down with it", ja: "AZ は 1 つ、{subnets}。その障害で全断" },
  zonesTwo: {
    en: "two zones, {subnets}: all that a stack without an environment has",
    ja: "AZ 2 つ、{subnets}。環境を指定しないスタックではこれが上限",
  },
  zonesMore: {
    en: "{n} zones, {subnets}, where the Region has them and the stack names its environment",
    ja: "AZ {n} つ、{subnets}。環境を指定したスタックで、リージョンにあるだけ",
  },
  subnet: { en: "1 subnet", ja: "サブネット 1 個" },
  subnets: { en: "{n} subnets", ja: "サブネット {n} 個" },
  natNone: {
    en: "no NAT gateway, no charge: private subnets don't reach the internet over IPv4",
    ja: "NAT ゲートウェイなし、料金なし。プライベートサブネットから IPv4 でインターネットへ出られない",
  },
  natShared: {
    en: "one for all zones, one hourly charge: its zone's failure cuts off the others",
    ja: "全 AZ で 1 つを共有、時間課金 1 つ分。その AZ の障害で他の AZ も外へ出られない",
  },
  natSome: { en: "{n} for {zones} zones, {n} hourly charges", ja: "AZ {zones} つで {n} つ、時間課金 {n} つ分" },
  natEach: {
    en: "one per zone (the default), {n} hourly charges: no zone depends on another",
    ja: "AZ ごとに 1 つ (既定)、時間課金 {n} つ分。AZ 同士で依存しない",
  },
  natMost: {
    en: "one per zone (the default), up to {n} hourly charges: no zone depends on another",
    ja: "AZ ごとに 1 つ (既定)、時間課金は最大 {n} つ分。AZ 同士で依存しない",
  },
  asn16: { en: "private ASN", ja: "プライベート ASN" },
  asn32: { en: "private ASN, 4 bytes", ja: "プライベート ASN (4 バイト)" },
  zoneIn: { en: "zone {letter} of {region}", ja: "{region} のゾーン {letter}" },
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
