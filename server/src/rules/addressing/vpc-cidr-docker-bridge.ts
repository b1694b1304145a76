import { formatCidr, overlaps } from "../../base/cidr.ts";
import { defineRule } from "../rule.ts";
import { dockerBridge } from "./reserved-ranges.ts";
import { allBlocks } from "./vpc-blocks.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const vpcCidrDockerBridge = defineRule({
  id: "vpc-cidr-docker-bridge",
  group: "addressing",
  severity: "hint",
  topic: "subnet-cidr-planning",
  messages: {
    overlap: {
      en: "{id} {cidr} takes in 172.17.0.0/16, which Docker and some AWS services use inside their own machines. Hosts in that part of the VPC may be out of their reach; another range avoids it.",
      ja: "{id} {cidr} は 172.17.0.0/16 と重なる。Docker や一部の AWS サービスが内部で使う範囲で、そこにあるホストへ届かないことがある。別の範囲にすれば避けられる。",
    },
  },
  check({ network }, report) {
    for (const { cidr, fact, owner, because } of allBlocks(network)) {
      if (!overlaps(cidr, dockerBridge.cidr)) continue;
      report({ at: fact.span, message: "overlap", data: { id: owner.id, cidr: formatCidr(cidr) }, because });
    }
  },
});
