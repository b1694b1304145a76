import { admits } from "../../network/admission.ts";
import { propertyFacts, readInteger } from "../../network/facts.ts";
import type { TargetGroup } from "../../network/load-balancing-model.ts";
import type { Fact, Network } from "../../network/model.ts";
import { type TargetRegistration, targetRegistrations } from "../../network/target-registrations.ts";
import { allGuards, linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { letIn } from "../security-groups/admit.ts";
import { sourcesOf } from "./balancer-sources.ts";
import { forwardsOf, loadBalancersOf } from "./forwards.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html */
export const targetSgFromLb = defineRule({
  id: "target-sg-from-lb",
  group: "load-balancing",
  severity: "warning",
  topic: "load-balancer",
  messages: {
    traffic: {
      en: "{target} gets traffic of {loadBalancer} on port {port}, but its security group ({groups}) doesn't let {source} in there, so the target never becomes healthy. Add an inbound rule for TCP port {port} with {source} as its source.",
      ja: "{target} は {loadBalancer} からポート {port} で転送を受けるが、そのセキュリティグループ ({groups}) は {source} からの通信を許可しておらず、ターゲットは正常にならない。{source} を送信元とする TCP ポート {port} のインバウンドルールを加えること。",
    },
    health: {
      en: "{target} is checked by {loadBalancer} on port {port}, but its security group ({groups}) doesn't let {source} in there, so the target never becomes healthy. Add an inbound rule for TCP port {port} with {source} as its source.",
      ja: "{target} は {loadBalancer} からポート {port} でヘルスチェックを受けるが、そのセキュリティグループ ({groups}) は {source} からの通信を許可しておらず、ターゲットは正常にならない。{source} を送信元とする TCP ポート {port} のインバウンドルールを加えること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    const registrations = targetRegistrations(network);
    if (registrations.length === 0) return;
    for (const { group, listener, because: forward } of forwardsOf(network)) {
      for (const { loadBalancer, because: through } of loadBalancersOf(listener)) {
        const sources = sourcesOf(loadBalancer);
        if (!sources) continue;
        for (const registration of registrations.filter((each) => each.group === group)) {
          const worn = wornGroups(registration);
          const [first] = worn;
          for (const { port, message } of first ? portsOf(network, registration) : []) {
            const because = [...forward, ...through, ...sources.because, port, registration, registration.fact];
            const under = allGuards(
              conditions,
              because.map(({ guard }) => guard),
            );
            if (!first || !under) continue;
            const ports = { from: port.value, to: port.value };
            const admissions = worn.flatMap(({ entity }) =>
              sources.peers.map((peer) =>
                admits(network, entity, { direction: "ingress", protocol: "tcp", ports, peer }, under),
              ),
            );
            if (admissions.some(({ answer }) => answer !== "no")) continue;
            const { name, rule: source } = sources;
            report({
              at: registration.fact.span,
              message,
              data: {
                target: registration.target.id,
                loadBalancer: loadBalancer.id,
                port: port.value,
                groups: worn.map(({ entity }) => entity.id).join(", "),
                source: name,
              },
              related: worn.map(({ entity }) => ({
                at: entity.resource.idSpan,
                message: {
                  en: `${entity.id} does not let ${name} in on ${port.value}`,
                  ja: `${entity.id} は ${name} からのポート ${port.value} を許可していない`,
                },
              })),
              because: [...because, ...worn.map(({ fact }) => fact), ...admissions.map(({ from }) => ({ from }))],
              fixes: () => [
                {
                  title: {
                    en: `Let ${name} in to ${first.entity.id} on port ${port.value}`,
                    ja: `${first.entity.id} で ${name} からのポート ${port.value} を許可する`,
                  },
                  edits: [letIn(network, first.entity, { protocol: "tcp", port: port.value, source })],
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

/** The groups of the target; none where one of them is not in the template, or not the same in all cases. */
function wornGroups({ securityGroups }: TargetRegistration) {
  const { known, unknown, absent } = securityGroups;
  const worn = linkedEntities(securityGroups);
  return worn.length === known.length && unknown.length === 0 && absent.length === 0 ? worn : [];
}

/** Where traffic and, if that is another port, health checks arrive; of targets by address, by TCP. */
function portsOf(
  network: Network,
  { group, port }: TargetRegistration,
): readonly { readonly port: Fact<number>; readonly message: "traffic" | "health" }[] {
  if (!isByTcp(group)) return [];
  const traffic = [...port.known, ...(port.absent.length > 0 ? group.port.known : [])];
  const health = propertyFacts(network.evaluator, group, "HealthCheckPort", readInteger).known;
  return [
    ...traffic.map((each) => ({ port: each, message: "traffic" as const })),
    ...health
      .filter(({ value }) => traffic.every((each) => each.value !== value))
      .map((each) => ({ port: each, message: "health" as const })),
  ];
}

function isByTcp({ protocol, targetType }: TargetGroup): boolean {
  const byAddress =
    targetType.unknown.length === 0 && targetType.known.every(({ value }) => value === "instance" || value === "ip");
  const isTcp =
    protocol.unknown.length === 0 &&
    protocol.known.every(({ value }) => ["HTTP", "HTTPS", "TCP", "TLS"].includes(value));
  return byAddress && isTcp;
}
