import { bothGiven, keepOne } from "../either.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const lbSubnetsAndMappings = defineRule({
  id: "lb-subnets-and-mappings",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    both: {
      en: "{id} has both Subnets and SubnetMappings, of which a load balancer takes one. CloudFormation will fail. Keep SubnetMappings if you assign addresses, else Subnets.",
      ja: "{id} に Subnets と SubnetMappings の両方がある。指定できるのは一方だけで、作成は失敗する。アドレスを割り当てるなら SubnetMappings、そうでなければ Subnets を残すこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const { id, resource } of network.loadBalancers) {
      for (const { names, because } of bothGiven(evaluator, resource, "Subnets", "SubnetMappings")) {
        report({
          at: keySpan(resource, "SubnetMappings"),
          message: "both",
          data: { id },
          related: [{ at: keySpan(resource, "Subnets"), message: { en: "The subnets", ja: "Subnets はここ" } }],
          because,
          fixes: () => keepOne(evaluator, resource, names),
        });
      }
    }
  },
});
