import type { Fact, NatGateway, Network, Zone } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { type Basis, canHold, linkedEntities } from "../basis.ts";
import { zonalWays } from "../gateways/nat-modes.ts";
import { type NatUser, subnetsBehind } from "../gateways/nat-users.ts";
import { defineRule, type Fix } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
export const natRouteCrossAz = defineRule({
  id: "nat-route-cross-az",
  group: "routing",
  severity: "info",
  topic: "nat-gateway",
  messages: {
    across: {
      en: "{id} leads {subnet} in {zone} to {nat} in {natZone}: traffic between zones is charged, and a fault in {natZone} cuts off {subnet} too. Take {other}, which is in the same zone.",
      ja: "{id} により、{zone} の {subnet} は {natZone} の {nat} を通って外に出る。AZ をまたぐ通信は課金され、{natZone} の障害で {subnet} も外に出られなくなる。同じ AZ の {other} を使うこと。",
    },
  },
  check({ network }, report) {
    const homes = network.natGateways.flatMap((nat) => homesOf(nat).map((home) => ({ nat, ...home })));
    for (const { nat, zone, because } of homes) {
      for (const user of subnetsBehind(network, nat)) {
        if (user.zone.kind !== zone.value.kind || user.zone.key === zone.value.key) continue;
        // Where the zone has no gateway of its own, a single one for all is a plan of its own (nat-single-az).
        const other = homes.find(
          ({ nat: each, zone: its }) =>
            its.value.kind === user.zone.kind &&
            its.value.key === user.zone.key &&
            !areInDifferentVpcs(each, user) &&
            canHold(network.evaluator.conditions, each.guard, user.target.guard),
        )?.nat;
        if (!other) continue;
        report({
          at: user.target.span,
          message: "across",
          data: {
            id: user.route.id,
            subnet: user.subnet.id,
            zone: user.zone.label,
            nat: nat.id,
            natZone: zone.value.label,
            other: other.id,
          },
          related: [
            {
              at: user.subnet.resource.idSpan,
              message: { en: `The subnet, in ${user.zone.label}`, ja: `サブネット (${user.zone.label})` },
            },
            {
              at: nat.resource.idSpan,
              message: { en: `The NAT gateway, in ${zone.value.label}`, ja: `NAT ゲートウェイ (${zone.value.label})` },
            },
          ],
          because: [...because, ...user.because],
          fixes: () => leadTo(network, nat, user, other),
        });
      }
    }
  },
});

/** The zones in which a zonal public gateway may be. */
function homesOf(nat: NatGateway): readonly { readonly zone: Fact<Zone>; readonly because: readonly Basis[] }[] {
  return zonalWays(nat, "public").flatMap((way) =>
    linkedEntities(nat.subnet).flatMap(({ entity, fact }) =>
      entity.zone.known.map((zone) => ({ zone, because: [nat, ...way, fact, zone] })),
    ),
  );
}

/** The gateway of another VPC is no way out. */
function areInDifferentVpcs(nat: NatGateway, { subnet }: NatUser): boolean {
  const own = linkedEntities(subnet.vpc).map(({ entity }) => entity);
  const others = linkedEntities(nat.subnet).flatMap(({ entity }) => linkedEntities(entity.vpc));
  return own.length > 0 && others.length > 0 && !others.some(({ entity }) => own.includes(entity));
}

/** Not where subnets of other zones share the route table. */
function leadTo(
  network: Network,
  nat: NatGateway,
  { route, target, zone }: NatUser,
  other: NatGateway,
): readonly Fix[] {
  const sharing = subnetsBehind(network, nat).filter((each) => each.route === route);
  if (sharing.some((each) => each.zone.key !== zone.key)) return [];
  return [
    {
      title: { en: `Lead ${route.id} to ${other.id}`, ja: `${route.id} を ${other.id} に向ける` },
      edits: [{ kind: "replace-value", span: target.span, value: refTo(other.id) }],
      preferred: true,
    },
  ];
}
