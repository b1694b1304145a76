import { blockAround } from "../../base/cidr.ts";
import { admits, type Traffic } from "../../network/admission.ts";
import { propertyFacts, readText } from "../../network/facts.ts";
import { groupUsesOf } from "../../network/group-users.ts";
import type { SecurityGroup, SecurityGroupRule } from "../../network/model.ts";
import { getAtt, type NewValue } from "../../template/edit.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { type Basis, existence, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule } from "../rule.ts";
import { ruleId } from "./rule-parts.ts";

const https: Pick<Traffic, "direction" | "protocol" | "ports"> = {
  direction: "ingress",
  protocol: "tcp",
  ports: { from: 443, to: 443 },
};
const everybody = { 4: blockAround(0n, 4, 0), 6: blockAround(0n, 6, 0) } as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
export const sgIpv6WorldGap = defineRule({
  id: "sg-ipv6-world-gap",
  group: "security-groups",
  severity: "info",
  topic: "elastic-network-interface",
  messages: {
    gap: {
      en: "{id} lets all of IPv4 in on 443, but no IPv6, and {balancer} has IPv6 addresses, too (dualstack). Clients that choose IPv6 wait in vain. Add a rule for ::/0.",
      ja: "{id} はポート 443 を IPv4 全体に開けているが、IPv6 は通さない。{balancer} はデュアルスタックで IPv6 アドレスも持つため、IPv6 で接続するクライアントは待たされて失敗する。::/0 のルールを加えること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::ElasticLoadBalancingV2::LoadBalancer")) {
      const owner = { resource, guard: existence(evaluator.conditions, resource) };
      const addressTypes = propertyFacts(evaluator, owner, "IpAddressType", readText);
      const scheme = propertyFacts(evaluator, owner, "Scheme", readText);
      const mayBeInternal = scheme.unknown.length > 0 || scheme.known.some(({ value }) => value === "internal");
      if (mayBeInternal || addressTypes.unknown.length > 0) continue;
      for (const dualStack of addressTypes.known.filter(({ value }) => value === "dualstack")) {
        for (const { groups } of groupUsesOf(network, resource)) {
          const linked = linkedEntities(groups);
          // Another group may let IPv6 in.
          const [only, ...more] = linked;
          if (!only || more.length > 0 || groups.known.length > 1 || groups.unknown.length > 0) continue;
          const group = only.entity;
          const four = admits(
            network,
            group,
            { ...https, peer: { kind: "cidr", cidr: everybody[4] } },
            only.fact.guard,
          );
          const six = admits(network, group, { ...https, peer: { kind: "cidr", cidr: everybody[6] } }, only.fact.guard);
          if (six.answer !== "no") continue;
          for (const admitting of four.by) {
            const { rule } = admitting;
            if (!admitting.whole || !rule) continue;
            const because: readonly Basis[] = [dualStack, only.fact, admitting, { from: six.from }];
            report({
              at: rule.cidr.known[0]?.span ?? rule.span,
              message: "gap",
              data: { id: ruleId(rule), balancer: resource.id },
              related: [{ at: dualStack.span, message: { en: "IPv4 and IPv6", ja: "IPv4 と IPv6" } }],
              because,
              fixes: () => [
                {
                  title: {
                    en: `Let IPv6 (::/0) in to ${group.id} on 443, too`,
                    ja: `${group.id} の 443 を IPv6 (::/0) にも開ける`,
                  },
                  edits: [
                    {
                      kind: "add-resource",
                      id: freshId(template, `${group.id}HttpsIpv6`),
                      type: "AWS::EC2::SecurityGroupIngress",
                      properties: twin(group, rule),
                      condition: group.resource.condition?.name,
                      after: rule.resource.id,
                    },
                  ],
                  preferred: true,
                },
              ],
            });
          }
        }
      }
    }
  },
});

function twin(group: SecurityGroup, { description }: SecurityGroupRule): Readonly<Record<string, NewValue>> {
  const [text] = description.known;
  return {
    GroupId: getAtt(group.id, "GroupId"),
    ...(text ? { Description: text.value } : {}),
    IpProtocol: "tcp",
    FromPort: 443,
    ToPort: 443,
    CidrIpv6: "::/0",
  };
}
