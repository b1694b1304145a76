import { type Cidr, contains, formatCidr, overlaps } from "../../base/cidr.ts";
import { mayHaveOtherBlocks } from "../../network/addressing.ts";
import type { Network, Vpc, VpcPeering } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { primaryBlocks, secondaryBlocks, type VpcBlock } from "../addressing/vpc-blocks.ts";
import { canHold } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { endsOf } from "./peering-ends.ts";
import { inVpc, type PlacedRoute, routesThrough } from "./routes-through.ts";

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
export const peeringTransitiveRoute = defineRule({
  id: "peering-transitive-route",
  group: "connectivity",
  severity: "error",
  topic: "vpc-peering",
  messages: {
    beyond: {
      en: "{id} leads {destination} through {peering}, which reaches {peer} ({ranges}) and nothing beyond it. The packets are lost. Peer with the VPC that has {destination}, or take a transit gateway.",
      ja: "{id} は {destination} 宛てを {peering} に向けているが、その先で届くのは {peer} ({ranges}) だけで、さらに先へは転送されない。{destination} を持つ VPC と直接ピアリングするか、Transit Gateway を使うこと。",
    },
    internet: {
      en: "{id} sends everything through {peering}, but {peer} doesn't pass it on: a peer's internet gateway and NAT gateway are out of reach. Route the range of {peer} only, or share a way out through a transit gateway.",
      ja: "{id} はすべての宛先を {peering} に向けているが、{peer} から先へは転送されない。相手側の IGW や NAT ゲートウェイは使えない。ルートは {peer} のアドレス帯に絞り、出口を共用するなら Transit Gateway を使うこと。",
    },
  },
  check({ network }, report) {
    for (const peering of network.peerings) {
      const routes = routesThrough(network, peering);
      if (routes.length === 0) continue;
      for (const { requester, accepter, because } of endsOf(network, peering)) {
        for (const [vpc, peer] of [
          [requester, accepter],
          [accepter, requester],
        ] as const) {
          for (const placed of inVpc(network, routes, vpc)) {
            for (const destination of placed.route.destinations.known) {
              const cidr = destination.value.kind === "cidr" ? destination.value.cidr.cidr : undefined;
              if (!cidr) continue;
              const blocks = cidr.prefix === 0 ? [] : blocksOf(peer);
              if (cidr.prefix > 0 && !isOutside(network, cidr, peer, blocks)) continue;
              report({
                at: destination.span,
                message: cidr.prefix === 0 ? "internet" : "beyond",
                data: {
                  id: placed.route.id,
                  destination: formatCidr(cidr),
                  peering: peering.id,
                  peer: peer.id,
                  ranges: [...new Set(blocks.map((block) => formatCidr(block.cidr)))].join(", "),
                },
                // The range of the peer itself is part of everything, so this route does lead somewhere.
                severity: cidr.prefix === 0 ? "warning" : undefined,
                related: [{ at: peer.resource.idSpan, message: { en: "The peer", ja: "ピアリングの相手" } }],
                because: [
                  ...because,
                  ...placed.because,
                  destination,
                  // Each range is one that the destination is not in, in whichever case it holds.
                  ...blocks.map(({ fact }) => ({ from: fact.from })),
                ],
                fixes: () => directPeerings(network, { peering, vpc, placed, cidr }),
              });
            }
          }
        }
      }
    }
  },
});

/** Whether nothing of the destination is in the VPC, in whichever way its blocks come out. */
function isOutside(network: Network, cidr: Cidr, peer: Vpc, blocks: readonly VpcBlock[]): boolean {
  // AWS hands out IPv6 blocks at deployment.
  if (cidr.family !== 4 || blocks.length === 0 || mayHaveOtherBlocks(network, peer)) return false;
  return blocks.every((block) => !overlaps(block.cidr, cidr));
}

function blocksOf(vpc: Vpc): readonly VpcBlock[] {
  return [...primaryBlocks(vpc), ...secondaryBlocks(vpc)];
}

interface Astray {
  readonly peering: VpcPeering;
  readonly vpc: Vpc;
  readonly placed: PlacedRoute;
  readonly cidr: Cidr;
}

/** Other peering connections of the VPC, whose peer has the destination. */
function directPeerings(network: Network, { peering, vpc, placed, cidr }: Astray): readonly Fix[] {
  const { conditions } = network.evaluator;
  const { route, target } = placed;
  const found = network.peerings.filter((other) => {
    if (other === peering || !canHold(conditions, route.guard, other.guard)) return false;
    return endsOf(network, other).some(({ requester, accepter }) => {
      const peer = requester === vpc ? accepter : accepter === vpc ? requester : undefined;
      return peer && blocksOf(peer).some((block) => contains(block.cidr, cidr));
    });
  });
  return found.map((other) => ({
    title: { en: `Lead ${route.id} through ${other.id}`, ja: `${route.id} を ${other.id} に向ける` },
    edits: [{ kind: "replace-value", span: target.span, value: refTo(other.id) }],
    preferred: found.length === 1,
  }));
}
