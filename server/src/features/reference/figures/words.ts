/** The names of what figures are made of, so that no figure writes them again. */
import { type Localized, sameInAll } from "../../../base/localized.ts";
import type { AreaKind, LinkKind, NodeKind } from "../../../knowledge/figures.ts";

/** Name of an area that gives none. */
export const areaNames: Readonly<Record<AreaKind, Localized>> = {
  region: { en: "Region", ja: "リージョン" },
  vpc: sameInAll("VPC"),
  zone: { en: "Availability Zone", ja: "アベイラビリティーゾーン" },
  subnet: { en: "Subnet", ja: "サブネット" },
  "public-subnet": { en: "Public subnet", ja: "パブリックサブネット" },
  "private-subnet": { en: "Private subnet", ja: "プライベートサブネット" },
  "on-premises": { en: "On premises", ja: "オンプレミス" },
  account: { en: "Account", ja: "アカウント" },
  service: { en: "AWS service", ja: "AWS サービス" },
  edge: { en: "Edge location", ja: "エッジロケーション" },
  "dx-location": { en: "Direct Connect location", ja: "Direct Connect ロケーション" },
  table: { en: "Route table", ja: "ルートテーブル" },
  group: { en: "Group", ja: "グループ" },
};

/** Name of a node that gives none. */
export const nodeNames: Readonly<Record<NodeKind, Localized>> = {
  api: sameInAll("API Gateway"),
  box: { en: "Box", ja: "項目" },
  "carrier-gateway": { en: "Carrier gateway", ja: "キャリア\nゲートウェイ" },
  certificate: { en: "Certificate", ja: "証明書" },
  client: { en: "Client", ja: "クライアント" },
  "customer-gateway": { en: "Customer gateway\ndevice", ja: "カスタマー\nゲートウェイ装置" },
  "direct-connect-gateway": { en: "Direct Connect\ngateway", ja: "Direct Connect\nゲートウェイ" },
  dns: sameInAll("DNS"),
  "egress-only-gateway": { en: "Egress-only\ninternet gateway", ja: "Egress-only\nインターネット\nゲートウェイ" },
  "elastic-ip": sameInAll("Elastic IP"),
  endpoint: { en: "Endpoint", ja: "エンドポイント" },
  function: sameInAll("Lambda"),
  instance: { en: "Instance", ja: "インスタンス" },
  interface: sameInAll("ENI"),
  internet: { en: "Internet", ja: "インターネット" },
  "internet-gateway": { en: "Internet\ngateway", ja: "インターネット\nゲートウェイ" },
  "load-balancer": { en: "Load balancer", ja: "ロードバランサー" },
  "nat-gateway": { en: "NAT gateway", ja: "NAT\nゲートウェイ" },
  note: { en: "Note", ja: "注記" },
  phone: { en: "Phone", ja: "端末" },
  policy: { en: "Policy", ja: "ポリシー" },
  router: { en: "Router", ja: "ルーター" },
  server: { en: "Server", ja: "サーバー" },
  service: { en: "Service", ja: "サービス" },
  store: { en: "Bucket", ja: "バケット" },
  tape: { en: "Tape", ja: "テープ" },
  "transit-gateway": { en: "Transit gateway", ja: "Transit Gateway" },
  user: { en: "User", ja: "利用者" },
  "virtual-private-gateway": { en: "Virtual private\ngateway", ja: "仮想プライベート\nゲートウェイ" },
};

/** What the key below a figure says; a plain arrow needs no explanation. */
export const linkNames: Readonly<Record<Exclude<LinkKind, "traffic">, Localized>> = {
  reply: { en: "reply", ja: "応答" },
  encrypted: { en: "encrypted", ja: "暗号化" },
  standby: { en: "standby or alternative", ja: "待機系・代替経路" },
  blocked: { en: "does not get through", ja: "通らない" },
  tie: { en: "belongs together (no traffic)", ja: "関連付け(通信ではない)" },
};
