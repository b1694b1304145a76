import type { Localized } from "../../base/localized.ts";
import { propertyFacts, readOneOf } from "../../network/facts.ts";
import { defineRule } from "../rule.ts";
import { itemsOfSetting, readReference, resourcesOf } from "./parts.ts";

const kinds: Readonly<Record<"application" | "gateway", Localized>> = {
  application: { en: "an Application Load Balancer", ja: "Application Load Balancer" },
  gateway: { en: "a Gateway Load Balancer", ja: "Gateway Load Balancer" },
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/vpc-links-v1.html */
export const apigwVpcLinkTarget = defineRule({
  id: "apigw-vpc-link-target",
  group: "apis",
  severity: "error",
  topic: "api-gateway-request-response-flow",
  messages: {
    wrongKind: {
      en: "{id} leads to {balancer}, {kind}. This kind of VPC link takes a Network Load Balancer only, and CloudFormation will fail. For an Application Load Balancer use AWS::ApiGatewayV2::VpcLink; REST APIs take that one, too.",
      ja: "{id} のターゲット {balancer} は {kind}。この種類の VPC リンクに指定できるのは Network Load Balancer だけで、作成は失敗する。ALB につなぐなら AWS::ApiGatewayV2::VpcLink を使うこと。REST API でも利用できる。",
    },
  },
  check({ evaluator, template }, report) {
    for (const link of resourcesOf(evaluator, "AWS::ApiGateway::VpcLink")) {
      const { owner } = link;
      const targets = itemsOfSetting(evaluator, link, "TargetArns", readReference("LoadBalancerArn"));
      for (const target of targets.known) {
        const balancer = template.resources.get(target.value);
        if (balancer?.type !== "AWS::ElasticLoadBalancingV2::LoadBalancer") continue;
        const [part] = resourcesOf(evaluator, balancer.type).filter(({ owner: each }) => each.resource === balancer);
        if (!part) continue;
        const type = propertyFacts(evaluator, part.owner, "Type", readOneOf("application", "network", "gateway"));
        const ways = [
          ...type.known.map((fact) => ({ kind: fact.value, basis: fact })),
          // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html
          ...type.absent.map((guard) => ({ kind: "application" as const, basis: { guard } })),
        ];
        for (const { kind, basis } of ways) {
          if (kind === "network") continue;
          report({
            at: target.span,
            message: "wrongKind",
            data: { id: owner.id, balancer: balancer.id, kind: kinds[kind] },
            related: [{ at: balancer.idSpan, message: { en: "The load balancer", ja: "ロードバランサー" } }],
            because: [owner, target, part.owner, basis],
          });
        }
      }
    }
  },
});
