/** Which load balancers send traffic to which target groups, through listeners and their rules. */
import type { Listener, LoadBalancer, TargetGroup } from "../../network/load-balancing-model.ts";
import type { Fact, Facts, Link, Network } from "../../network/model.ts";
import { type Basis, linkedEntities } from "../basis.ts";

export interface Forward {
  /** The listener or the rule that has the action. */
  readonly sender: { readonly id: string };
  /** Undefined for a rule of a listener that is not in the template. */
  readonly listener: Listener | undefined;
  readonly group: TargetGroup;
  /** Where the action names the group. */
  readonly fact: Fact<Link<TargetGroup>>;
  readonly because: readonly Basis[];
}

export function forwardsOf(network: Network): readonly Forward[] {
  const ofListeners = network.listeners.flatMap((listener) =>
    groupsOf(listener).map(({ entity: group, fact }) => ({
      sender: listener,
      listener,
      group,
      fact,
      because: [listener, fact, group],
    })),
  );
  const ofRules = network.listenerRules.flatMap((rule) => {
    const listeners: readonly { readonly listener?: Listener; readonly because: readonly Basis[] }[] = linkedEntities(
      rule.listener,
    ).map(({ entity, fact }) => ({ listener: entity, because: [fact, entity] }));
    return listeners.flatMap(({ listener, because }) =>
      groupsOf(rule).map(({ entity: group, fact }) => ({
        sender: rule,
        listener,
        group,
        fact,
        because: [rule, ...because, fact, group],
      })),
    );
  });
  return [...ofListeners, ...ofRules];
}

function groupsOf({ targetGroups }: { readonly targetGroups: Facts<Link<TargetGroup>> }) {
  return linkedEntities(targetGroups);
}

/** The load balancers of this template that the listener belongs to. */
export function loadBalancersOf(
  listener: Listener | undefined,
): readonly { readonly loadBalancer: LoadBalancer; readonly because: readonly Basis[] }[] {
  return linkedEntities(listener?.loadBalancer ?? { known: [], unknown: [], absent: [] }).map(({ entity, fact }) => ({
    loadBalancer: entity,
    because: [entity, fact],
  }));
}
