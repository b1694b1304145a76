import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";
import { pairsOnOneVpc } from "./attachments.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
export const vpcTwoInternetGateways = defineRule({
  id: "vpc-two-internet-gateways",
  group: "gateways",
  severity: "error",
  topic: "internet-gateway",
  messages: {
    second: {
      en: "{id} attaches a second internet gateway to {vpc}, which {other} has already given one. A VPC takes one, so the stack will fail. One gateway serves all subnets; remove this attachment.",
      ja: "{id} は {vpc} に 2 つ目のインターネットゲートウェイをアタッチしている (1 つ目は {other})。VPC に付けられるのは 1 つで、作成は失敗する。1 つで全サブネットに足りるので、このアタッチメントを削除すること。",
    },
  },
  check({ network }, report) {
    for (const { first, second, vpc, because } of pairsOnOneVpc(network, "internetGateway")) {
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
