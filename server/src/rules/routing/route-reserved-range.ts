import { contains, formatCidr } from "../../base/cidr.ts";
import { serviceRanges } from "../addressing/reserved-ranges.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const routeReservedRange = defineRule({
  id: "route-reserved-range",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    reserved: {
      en: "{id} has the destination {destination} in {range}, which is kept for services that EC2 instances reach by link-local addresses. EC2 refuses routes into it; a wider destination may take it in.",
      ja: "{id} の送信先 {destination} は、EC2 インスタンスがリンクローカルアドレスで使うサービス用の {range} の中にある。この範囲へのルートは作成できない。これを含む広い送信先なら指定できる。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      for (const destination of route.destinations.known) {
        const cidr = destination.value.kind === "cidr" ? destination.value.cidr.cidr : undefined;
        const range = cidr && serviceRanges.find((each) => contains(each.cidr, cidr));
        if (!cidr || !range) continue;
        report({
          at: destination.span,
          message: "reserved",
          data: { id: route.id, destination: formatCidr(cidr), range: range.text },
          because: [route, destination],
        });
      }
    }
  },
});
