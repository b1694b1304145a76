import { resourcesOfType } from "../../template/resources-by-type.ts";
import { bothGiven, keepOne, noneGiven } from "../either.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

const balancers = ["NetworkLoadBalancerArns", "GatewayLoadBalancerArns"] as const;

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpointServiceConfiguration.html
 * EC2's answer, "exactly one of network_load_balancer_arn or gateway_load_balancer_arn is a required member", is in no
 * page of AWS's: https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1859
 */
export const endpointServiceLoadBalancers = defineRule({
  id: "endpoint-service-load-balancers",
  group: "endpoints",
  severity: "error",
  topic: "privatelink",
  messages: {
    none: {
      en: "{id} has no load balancer behind it, so there is nothing for an endpoint to reach. Give it the ARN of a Network Load Balancer, or of a Gateway Load Balancer for appliances.",
      ja: "{id} の背後にロードバランサーがなく、エンドポイントから届く先がない。NLB の ARN を、アプライアンスを公開するなら GWLB の ARN を指定すること。",
    },
    both: {
      en: "{id} names Network and Gateway Load Balancers. A service stands behind one of the two kinds: interface endpoints lead to a Network Load Balancer, Gateway Load Balancer endpoints to the other. Keep one, and make a second service for the other.",
      ja: "{id} に NLB と GWLB の両方がある。エンドポイントサービスの背後に置くのはどちらか一方で、NLB にはインターフェイスエンドポイント、GWLB には GWLB エンドポイントでつなぐ。一方だけを残し、他方は別のサービスにすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::VPCEndpointService")) {
      const { id } = resource;
      for (const { names, because } of bothGiven(evaluator, resource, ...balancers)) {
        report({
          at: keySpan(resource, "GatewayLoadBalancerArns"),
          message: "both",
          data: { id },
          severity: "warning",
          related: [
            {
              at: keySpan(resource, "NetworkLoadBalancerArns"),
              message: { en: "The Network Load Balancers", ja: "NLB はここ" },
            },
          ],
          because,
          fixes: () => keepOne(evaluator, resource, names),
        });
      }
      for (const guard of noneGiven(evaluator, resource, balancers)) {
        report({ at: resource.typeSpan, message: "none", data: { id }, because: [{ guard }] });
      }
    }
  },
});
