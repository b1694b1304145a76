import type { Localized } from "../base/localized.ts";
import type { RuleGroup } from "./rule.ts";

/** What the rules of a group are about, for settings and their files. */
export const groupTitles: Readonly<Record<RuleGroup, Localized>> = {
  addressing: { en: "VPC and subnet addressing", ja: "VPC とサブネットのアドレス" },
  routing: { en: "Route tables and routes", ja: "ルートテーブルとルート" },
  gateways: { en: "Gateways, NAT and Elastic IPs", ja: "ゲートウェイ、NAT、EIP" },
  "security-groups": { en: "Security groups", ja: "セキュリティグループ" },
  "network-acls": { en: "Network ACLs", ja: "ネットワーク ACL" },
  endpoints: { en: "VPC endpoints, flow logs and DHCP options", ja: "VPC エンドポイント、フローログ、DHCP オプション" },
  connectivity: {
    en: "Peering, transit gateways, VPN and Direct Connect",
    ja: "ピアリング、Transit Gateway、VPN、Direct Connect",
  },
  "load-balancing": { en: "Load balancers", ja: "ロードバランサー" },
  dns: { en: "Route 53 zones, records and Resolver", ja: "Route 53 のゾーン、レコード、Resolver" },
  apis: { en: "API Gateway and AppSync", ja: "API Gateway と AppSync" },
  edge: { en: "Global Accelerator", ja: "Global Accelerator" },
  storage: { en: "Storage Gateway", ja: "Storage Gateway" },
};
