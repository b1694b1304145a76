/** What NAT gateways cost, in words: prices change and differ by Region. */
import type { Localized } from "../../base/localized.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html */
export const natCharges: Localized = {
  en: "Each NAT gateway is charged by the hour, also when idle, and for every GB that it processes. Data that crosses zones on the way to it is charged, too.",
  ja: "NAT ゲートウェイは 1 つごとに時間課金 (待機中も) と処理量 (GB) 課金。AZ をまたいで届くデータには AZ 間転送の料金も加わる。",
};
