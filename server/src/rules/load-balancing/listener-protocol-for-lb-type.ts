import type { Listener } from "../../network/load-balancing-model.ts";
import { rewriteValue } from "../rewrite.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { loadBalancersOf } from "./forwards.ts";
import { choiceOf, listenerProtocols, typeNames } from "./protocols.ts";

/** The protocol of the other type of load balancer that does the same without looking into HTTP. */
const counterparts: Readonly<Record<string, string>> = { HTTP: "TCP", HTTPS: "TLS" };

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const listenerProtocolForLbType = defineRule({
  id: "listener-protocol-for-lb-type",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    other: {
      en: "{id} listens for {protocol}, but {loadBalancer} is {type}, whose listeners speak {allowed}. CloudFormation will fail. Change the protocol, or the type of {loadBalancer}.",
      ja: "{id} のプロトコルは {protocol} だが、{loadBalancer} は {type} で、リスナーに指定できるのは {allowed}。作成は失敗する。プロトコルか {loadBalancer} のタイプを変えること。",
    },
    none: {
      en: "{id} has a {property}, but {loadBalancer} is a Gateway Load Balancer, which takes in all traffic on all ports. CloudFormation will fail. Remove {property}.",
      ja: "{id} に {property} があるが、{loadBalancer} は GWLB で、すべてのポートのトラフィックを受ける。{property} があると作成は失敗するので、削除すること。",
    },
  },
  check({ network, template }, report) {
    for (const listener of network.listeners) {
      for (const { loadBalancer, because } of loadBalancersOf(listener)) {
        const data = { id: listener.id, loadBalancer: loadBalancer.id };
        for (const type of loadBalancer.type.known) {
          if (type.value === "classic") continue;
          const related = [
            {
              at: type.span,
              message: {
                en: `${loadBalancer.id} is ${typeNames[type.value].en}`,
                ja: `${loadBalancer.id} は ${typeNames[type.value].ja}`,
              },
            },
          ];
          if (type.value === "gateway") {
            for (const property of ["Protocol", "Port"] as const) {
              const facts = property === "Protocol" ? listener.protocol : listener.port;
              for (const given of facts.known) {
                report({
                  at: keySpan(listener.resource, property),
                  message: "none",
                  data: { ...data, property },
                  related,
                  because: [listener, ...because, type, given],
                  fixes: () => without(listener, facts.known.length + facts.absent.length, property),
                });
              }
            }
            continue;
          }
          const allowed = listenerProtocols[type.value];
          for (const protocol of listener.protocol.known) {
            if (allowed.includes(protocol.value)) continue;
            const counterpart = type.value === "network" ? counterparts[protocol.value] : undefined;
            report({
              at: protocol.span,
              message: "other",
              data: { ...data, protocol: protocol.value, type: typeNames[type.value], allowed: choiceOf(allowed) },
              related,
              because: [listener, ...because, type, protocol],
              fixes: () =>
                counterpart === undefined
                  ? []
                  : rewriteValue(template, { ...protocol, text: protocol.value }, counterpart, {
                      en: `Set Protocol of ${listener.id} to ${counterpart}`,
                      ja: `${listener.id} の Protocol を ${counterpart} にする`,
                    }),
            });
          }
        }
      }
    }
  },
});

/** Not offered where the property depends on a condition. */
function without({ id }: Listener, ways: number, property: string): readonly Fix[] {
  if (ways !== 1) return [];
  return [
    {
      title: { en: `Remove ${property} of ${id}`, ja: `${id} の ${property} を削除する` },
      edits: [{ kind: "remove-property", resource: id, path: [property] }],
      preferred: true,
    },
  ];
}
