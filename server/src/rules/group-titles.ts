import type { Localized } from "../base/localized.ts";
import type { RuleGroup } from "./rule.ts";

/** What the rules of a group are about, for settings and their files. */
export const groupTitles: Readonly<Record<RuleGroup, Localized>> = {
  addressing: { en: "CIDR blocks and addresses", ja: "CIDR ブロックとアドレス" },
  routing: { en: "Routes and route tables", ja: "ルートとルートテーブル" },
  gateways: { en: "Internet, NAT and egress-only gateways", ja: "インターネット / NAT / Egress-Only ゲートウェイ" },
  "security-groups": { en: "Security groups", ja: "セキュリティグループ" },
  "network-acls": { en: "Network ACLs", ja: "ネットワーク ACL" },
  endpoints: { en: "VPC endpoints and endpoint services", ja: "VPC エンドポイントとエンドポイントサービス" },
  connectivity: {
    en: "Peering, transit gateways, VPN and Direct Connect",
    ja: "ピアリング、Transit Gateway、VPN、Direct Connect",
  },
  "load-balancing": { en: "Load balancers", ja: "ロードバランサー" },
  dns: { en: "DNS: hosted zones and Resolver", ja: "DNS: ホストゾーンと Resolver" },
  apis: { en: "API Gateway and AppSync", ja: "API Gateway と AppSync" },
  edge: { en: "Global Accelerator and the edge", ja: "Global Accelerator とエッジ" },
  storage: { en: "Storage Gateway and volumes", ja: "Storage Gateway とボリューム" },
};
