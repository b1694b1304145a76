import { formatCidr } from "../../base/cidr.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
const longestPrefix = 27;

export const lbSubnetTooSmall = defineRule({
  id: "lb-subnet-too-small",
  group: "load-balancing",
  severity: "warning",
  topic: "load-balancer",
  messages: {
    tooSmall: {
      en: "{id} is an Application Load Balancer in {subnet}, a /{prefix} ({cidr}). It needs a /27 or larger with eight free addresses to scale. Give it a larger subnet.",
      ja: "{id} は ALB だが、{subnet} ({cidr}) は /{prefix} と小さい。ALB のスケールには /27 以上で空き IP が 8 つ以上のサブネットが要る。より大きいサブネットに置くこと。",
    },
  },
  check({ network }, report) {
    for (const loadBalancer of network.loadBalancers) {
      for (const type of loadBalancer.type.known) {
        if (type.value !== "application") continue;
        for (const { entity: subnet, fact } of linkedEntities(loadBalancer.subnets)) {
          for (const block of subnet.cidr.known) {
            const { cidr } = block.value;
            if (cidr?.family !== 4 || cidr.prefix <= longestPrefix) continue;
            report({
              at: fact.span,
              message: "tooSmall",
              data: { id: loadBalancer.id, subnet: subnet.id, prefix: cidr.prefix, cidr: formatCidr(cidr) },
              related: [{ at: block.span, message: { en: `The block of ${subnet.id}`, ja: `${subnet.id} の CIDR` } }],
              because: [loadBalancer, type, fact, subnet, block],
            });
          }
        }
      }
    }
  },
});
