import { refTo } from "../../template/edit.ts";
import { allGuards, linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { forwardsOf, loadBalancersOf } from "./forwards.ts";

/**
 * The answer of Elastic Load Balancing, "is in a different VPC than load balancer", is in no page of AWS's:
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1045
 */
export const targetGroupVpcMismatch = defineRule({
  id: "target-group-vpc-mismatch",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    other: {
      en: "{id} is a target group of {own}, but {loadBalancer}, which forwards to it, is in {vpc}. Both have to be in one VPC, so the listener is refused. Set VpcId to {vpc}; targets elsewhere are registered by IP address.",
      ja: "{id} は {own} のターゲットグループだが、転送元の {loadBalancer} は {vpc} にある。両者は同じ VPC に必要で、リスナーの作成が拒否される。VpcId を {vpc} にすること。別 VPC のターゲットは IP アドレスで登録する。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const { group, listener, because: forward } of forwardsOf(network)) {
      for (const { entity: own, fact: written } of linkedEntities(group.vpc)) {
        for (const { loadBalancer, because: through } of loadBalancersOf(listener)) {
          for (const { entity: subnet, fact: placed } of linkedEntities(loadBalancer.subnets)) {
            for (const { entity: vpc, fact: inVpc } of linkedEntities(subnet.vpc)) {
              if (vpc === own) continue;
              const because = [...forward, ...through, written, placed, inVpc, own, vpc];
              const guards = because.map((each) => each.guard);
              if (!allGuards(conditions, guards)) continue;
              report({
                at: written.span,
                message: "other",
                data: { id: group.id, own: own.id, loadBalancer: loadBalancer.id, vpc: vpc.id },
                related: [
                  {
                    at: placed.span,
                    message: { en: `${subnet.id} is in ${vpc.id}`, ja: `${subnet.id} は ${vpc.id} にある` },
                  },
                ],
                because,
                fixes: () =>
                  written.from.length > 0 || group.vpc.known.length > 1
                    ? []
                    : [
                        {
                          title: { en: `Move ${group.id} to ${vpc.id}`, ja: `${group.id} を ${vpc.id} に移す` },
                          edits: [{ kind: "set-property", resource: group.id, path: ["VpcId"], value: refTo(vpc.id) }],
                          preferred: true,
                        },
                      ],
              });
            }
          }
        }
      }
    }
  },
});
