import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";
import { pairsOnOneVpc } from "./attachments.ts";

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html */
export const vpcTwoVpnGateways = defineRule({
  id: "vpc-two-vpn-gateways",
  group: "gateways",
  severity: "error",
  topic: "virtual-private-gateway",
  messages: {
    second: {
      en: "{id} attaches a second virtual private gateway to {vpc}, which {other} has already given one. A VPC takes one, so the stack will fail. Several VPN connections can share it; remove this attachment, or use a transit gateway.",
      ja: "{id} は {vpc} に 2 つ目の仮想プライベートゲートウェイをアタッチしている (1 つ目は {other})。VPC に付けられるのは 1 つで、作成は失敗する。VPN 接続は 1 つを共有できるので、このアタッチメントを削除するか、Transit Gateway を使うこと。",
    },
  },
  check({ network }, report) {
    for (const { first, second, vpc, because } of pairsOnOneVpc(network, "vpnGateway")) {
      report({
        at: second.resource.idSpan,
        message: "second",
        data: { id: second.id, other: first.id, vpc },
        related: [{ at: first.resource.idSpan, message: { en: "The first attachment", ja: "1 つ目のアタッチメント" } }],
        because,
        fixes: () => removalOf(network, second.resource, { preferred: true }),
      });
    }
  },
});
