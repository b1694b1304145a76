import type { Fact, Link, Vpc, VpcPeering } from "../../network/model.ts";
import { type Basis, canHold, linkKey } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { linkText } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

/** One way in which a connection comes out, with its two VPCs. */
interface Joined {
  readonly peering: VpcPeering;
  readonly accepter: Fact<Link<Vpc>>;
  readonly names: readonly (string | undefined)[];
  readonly because: readonly [VpcPeering, Basis, Basis];
}

/**
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html,
 * VpcPeeringConnectionAlreadyExists: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const peeringDuplicate = defineRule({
  id: "peering-duplicate",
  group: "connectivity",
  severity: "error",
  topic: "vpc-peering",
  messages: {
    twice: {
      en: "{id} joins {one} and {other}, which {first} joins already. Two VPCs have at most one peering connection between them. Remove one of the two; traffic in both directions uses the same.",
      ja: "{id} でつなぐ {one} と {other} は、すでに {first} でつながっている。同じ 2 つの VPC の間に張れるピアリング接続は 1 本だけで、双方向に使える。どちらかを削除すること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    const byVpcs = new Map<string, Joined[]>();
    for (const peering of network.peerings) {
      for (const [key, joined] of waysOf(peering)) {
        const before = byVpcs.get(key) ?? [];
        const first = before.find(
          (each) =>
            each.peering !== peering &&
            canHold(conditions, ...[...each.because, ...joined.because].map(({ guard }) => guard ?? peering.guard)),
        );
        byVpcs.set(key, [...before, joined]);
        if (!first) continue;
        const [one, other] = joined.names;
        report({
          at: joined.accepter.span,
          message: "twice",
          data: {
            id: peering.id,
            first: first.peering.id,
            one: one ?? { en: "a VPC", ja: "VPC" },
            other: other ?? { en: "another VPC", ja: "別の VPC" },
          },
          related: [{ at: first.peering.resource.idSpan, message: { en: "The first connection", ja: "先にある接続" } }],
          because: [...first.because, ...joined.because],
          fixes: () => [...removalOf(network, peering.resource), ...removalOf(network, first.peering.resource)],
        });
      }
    }
  },
});

/** By a key that is equal for the same two VPCs, whichever of them asks. */
function waysOf(peering: VpcPeering): readonly (readonly [string, Joined])[] {
  return peering.requester.known.flatMap((requester) =>
    peering.accepter.known.flatMap((accepter) => {
      const keys = [linkKey(requester.value), linkKey(accepter.value)];
      if (keys.some((key) => key === undefined) || keys[0] === keys[1]) return [];
      const names = [linkText(requester.value), linkText(accepter.value)];
      const joined: Joined = { peering, accepter, names, because: [peering, requester, accepter] };
      return [[keys.toSorted().join(" and "), joined] as const];
    }),
  );
}
