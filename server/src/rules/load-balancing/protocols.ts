/** Which protocols the types of load balancers speak. */
import { type Localized, sameInAll } from "../../base/localized.ts";
import type { LoadBalancerType } from "../../network/load-balancing-model.ts";

/** "CreateListener" and "CreateTargetGroup": https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/ */
export const listenerProtocols: Readonly<Record<Exclude<LoadBalancerType, "classic">, readonly string[]>> = {
  application: ["HTTP", "HTTPS"],
  network: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"],
  gateway: [],
};

export const targetGroupProtocols: typeof listenerProtocols = {
  application: ["HTTP", "HTTPS"],
  network: listenerProtocols.network,
  gateway: ["GENEVE"],
};

export const typeNames: Readonly<Record<LoadBalancerType, Localized>> = {
  application: { en: "an Application Load Balancer", ja: "ALB" },
  network: { en: "a Network Load Balancer", ja: "NLB" },
  gateway: { en: "a Gateway Load Balancer", ja: "GWLB" },
  classic: { en: "a Classic Load Balancer", ja: "CLB" },
};

/** "HTTP or HTTPS", 「HTTP か HTTPS」 */
export function choiceOf(protocols: readonly string[]): Localized {
  if (protocols.length <= 1) return sameInAll(protocols[0] ?? "");
  const before = protocols.slice(0, -1);
  return {
    en: `${before.join(", ")} or ${protocols.at(-1)}`,
    ja: `${before.join("、")}、${protocols.at(-1)} のいずれか`,
  };
}

/** The transports that a listener takes up on its port; undefined for a protocol that is not known here. */
export function transportsOf(protocol: string): readonly ("tcp" | "udp")[] | undefined {
  switch (protocol) {
    case "HTTP":
    case "HTTPS":
    case "TCP":
    case "TLS":
    case "SSL":
      return ["tcp"];
    case "UDP":
    case "QUIC":
      return ["udp"];
    case "TCP_UDP":
    case "TCP_QUIC":
      return ["tcp", "udp"];
    default:
      return undefined;
  }
}
