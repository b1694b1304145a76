import type { Listener } from "../../network/load-balancing-model.ts";
import type { Fact } from "../../network/model.ts";
import { allGuards, type Basis, linkKey, pairsOf } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { groupedBy } from "./grouped.ts";
import { transportsOf } from "./protocols.ts";

interface Door {
  readonly listener: Listener;
  /** Equal for the same port of the same load balancer. */
  readonly key: string;
  /** Of the load balancer, for people. */
  readonly name: string | undefined;
  /** The load balancer takes TCP only, so that the port alone decides. */
  readonly isTcpOnly: boolean;
  readonly port: Fact<number>;
  readonly because: readonly Basis[];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const listenerDuplicatePort = defineRule({
  id: "listener-duplicate-port",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    taken: {
      en: "{id} listens on port {port} of {loadBalancer}, where {other} listens already. A port takes one listener, so creation fails with DuplicateListener. Change the port, or add listener rules to {other}.",
      ja: "{id} のポート {port} では、すでに {other} が {loadBalancer} のリスナーになっている。リスナーはポートごとに 1 つで、作成は DuplicateListener で失敗する。ポートを変えるか、{other} のリスナールールにまとめること。",
    },
    takenInOne: {
      en: "{loadBalancer} has two listeners on port {port}. A port takes one listener, so creation fails with DuplicateListener. Change the port of one, or remove it.",
      ja: "{loadBalancer} にポート {port} のリスナーが 2 つある。リスナーはポートごとに 1 つで、作成は DuplicateListener で失敗する。一方のポートを変えるか、削除すること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const doors of groupedBy(network.listeners.flatMap(doorsOf), ({ key }) => key).values()) {
      const told = new Set<Listener>();
      for (const [first, second] of pairsOf(doors)) {
        if (first.listener === second.listener || told.has(second.listener)) continue;
        const same = overlaps(first, second);
        if (!same) continue;
        const because = [...first.because, ...second.because, ...same];
        const guards = because.map((each) => each.guard);
        if (!allGuards(conditions, guards)) continue;
        told.add(second.listener);
        const isOneResource = first.listener.resource === second.listener.resource;
        report({
          at: second.port.span,
          message: isOneResource ? "takenInOne" : "taken",
          data: {
            id: second.listener.id,
            other: first.listener.id,
            port: second.port.value,
            loadBalancer: second.name ?? { en: "one load balancer", ja: "同じロードバランサー" },
          },
          related: [{ at: first.port.span, message: { en: "The first listener", ja: "1 つ目のリスナー" } }],
          because,
        });
      }
    }
  },
});

function doorsOf(listener: Listener): readonly Door[] {
  return listener.loadBalancer.known.flatMap((link) => {
    const key = linkKey(link.value);
    if (key === undefined) return [];
    const loadBalancer = link.value.kind === "entity" ? link.value.entity : undefined;
    const types = loadBalancer?.type.known.map(({ value }) => value) ?? [];
    const isTcpOnly = types.length > 0 && types.every((type) => type === "application" || type === "classic");
    return listener.port.known.map((port) => ({
      listener,
      key: `${port.value} ${key}`,
      name: loadBalancer?.id,
      isTcpOnly,
      port,
      because: [listener, link, port],
    }));
  });
}

/** What says that both take up the same transport; undefined where they may not. */
function overlaps(one: Door, other: Door): readonly Basis[] | undefined {
  if (one.isTcpOnly) return [];
  for (const first of one.listener.protocol.known) {
    for (const second of other.listener.protocol.known) {
      const taken = transportsOf(second.value) ?? [];
      if (transportsOf(first.value)?.some((transport) => taken.includes(transport))) return [first, second];
    }
  }
  return undefined;
}
