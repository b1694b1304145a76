import type { LoadBalancerType } from "../../network/load-balancing-model.ts";
import type { Basis } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { type Forward, forwardsOf, loadBalancersOf } from "./forwards.ts";
import { choiceOf, listenerProtocols, targetGroupProtocols, typeNames } from "./protocols.ts";

/** Listeners for both transports need groups for both. */
const pairs: readonly string[] = ["TCP_UDP", "TCP_QUIC"];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export const targetGroupProtocolForLbType = defineRule({
  id: "target-group-protocol-for-lb-type",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    type: {
      en: "{id} forwards to {group}, a target group for {protocol}, but its load balancer is {type}, whose groups speak {allowed}. CloudFormation will fail. Change the protocol of {group}, or the type of the load balancer.",
      ja: "{id} の転送先 {group} のプロトコルは {protocol} だが、ロードバランサーは {type} で、ターゲットグループに使えるのは {allowed}。作成は失敗する。{group} のプロトコルか、ロードバランサーのタイプを変えること。",
    },
    pair: {
      en: "{id} listens for {wanted} and forwards to {group}, a target group for {protocol}. A {wanted} listener takes {wanted} groups only, so CloudFormation will fail. Set the protocol of {group} to {wanted}.",
      ja: "{id} は {wanted} のリスナーだが、転送先 {group} のプロトコルは {protocol}。{wanted} のリスナーの転送先は {wanted} のターゲットグループに限られ、作成は失敗する。{group} のプロトコルを {wanted} にすること。",
    },
  },
  check({ network }, report) {
    for (const forward of forwardsOf(network)) {
      const { group, sender, fact, listener } = forward;
      for (const targetType of group.targetType.known) {
        // What Lambda functions and load balancers as targets take is another matter.
        if (targetType.value === "lambda" || targetType.value === "alb") continue;
        for (const protocol of group.protocol.known) {
          const data = { id: sender.id, group: group.id, protocol: protocol.value };
          const related = [
            { at: protocol.span, message: { en: `The protocol of ${group.id}`, ja: `${group.id} のプロトコル` } },
          ];
          const basis = [...forward.because, targetType, protocol];
          for (const { type, because } of typesOf(forward)) {
            const allowed = targetGroupProtocols[type];
            if (allowed.includes(protocol.value)) continue;
            report({
              at: fact.span,
              message: "type",
              data: { ...data, type: typeNames[type], allowed: choiceOf(allowed) },
              related,
              because: [...basis, ...because],
            });
          }
          for (const spoken of listener?.protocol.known ?? []) {
            const isSameFamily = listenerProtocols.network.includes(protocol.value);
            if (!pairs.includes(spoken.value) || !isSameFamily || spoken.value === protocol.value) continue;
            report({
              at: fact.span,
              message: "pair",
              data: { ...data, wanted: spoken.value },
              related,
              because: [...basis, spoken],
            });
          }
        }
      }
    }
  },
});

/** The type of the load balancer; where that lies elsewhere, the one that the listener's protocol gives away. */
function typesOf({
  listener,
}: Forward): readonly { readonly type: Exclude<LoadBalancerType, "classic">; readonly because: readonly Basis[] }[] {
  const here = loadBalancersOf(listener);
  if (here.length > 0) {
    return here.flatMap(({ loadBalancer, because }) =>
      loadBalancer.type.known.flatMap((fact) =>
        fact.value === "classic" ? [] : [{ type: fact.value, because: [...because, fact] }],
      ),
    );
  }
  return (listener?.protocol.known ?? []).flatMap((fact) => {
    const type = (["application", "network"] as const).find((each) => listenerProtocols[each].includes(fact.value));
    return type ? [{ type, because: [fact] }] : [];
  });
}
