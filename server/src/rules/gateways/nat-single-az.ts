import type { NatGateway, Network, Subnet, Zone } from "../../network/model.ts";
import { defaultRouteFacts, effectiveRouteTables } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { allGuards, type Basis } from "../basis.ts";
import { defineRule, type Fix, type RelatedPlace } from "../rule.ts";
import { listed } from "../wording.ts";
import { zonalWays } from "./nat-modes.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
export const natSingleAz = defineRule({
  id: "nat-single-az",
  group: "gateways",
  severity: "info",
  topic: "nat-gateway",
  messages: {
    single: {
      en: "{id} is the only way out for subnets in {zones} zones ({subnets}), and it fails with its own zone. Put one NAT gateway in each zone, or make it regional.",
      ja: "{zones} つの AZ のサブネット ({subnets}) が {id} だけを通って外に出ており、その AZ の障害ですべて止まる。AZ ごとに NAT ゲートウェイを置くか、リージョナルにすること。",
    },
  },
  check({ network, evaluator, template }, report) {
    const [nat, another] = network.natGateways;
    // Two of them, in whatever conditions, are somebody's plan for availability.
    if (!nat || another || template.open || isForDevelopment(network, nat)) return;
    const users = subnetsBehind(network, nat).filter(({ subnet }) => subnet.zone.known.length > 0);
    for (const way of zonalWays(nat, "public")) {
      const together = users.filter(({ because }) =>
        allGuards(evaluator.conditions, [nat.guard, ...[...way, ...because].map(({ guard }) => guard)]),
      );
      const zones = distinctZones(together.map(({ zone }) => zone));
      if (zones < 2) continue;
      const subnets = [...new Set(together.map(({ subnet }) => subnet))];
      report({
        at: nat.resource.idSpan,
        message: "single",
        data: { id: nat.id, zones, subnets: listed(subnets.map(({ id }) => id)) },
        related: subnets.map(
          ({ id, resource }): RelatedPlace => ({
            at: resource.idSpan,
            message: { en: `${id} goes out through ${nat.id}`, ja: `${id} は ${nat.id} を通って外に出る` },
          }),
        ),
        because: [nat, ...way],
        fixes: () => makeRegional(nat),
      });
    }
  },
});

interface User {
  readonly subnet: Subnet;
  readonly zone: Zone;
  readonly because: readonly Basis[];
}

/** Subnets whose IPv4 default route leads to the gateway, once for each zone they may be in. */
function subnetsBehind(network: Network, nat: NatGateway): readonly User[] {
  return network.subnets.flatMap((subnet) =>
    effectiveRouteTables(network, subnet).flatMap(({ table, guard }) => {
      if (typeof table !== "object") return [];
      return defaultRouteFacts(table).flatMap(({ route, destination, family }) =>
        route.targets.known.flatMap((target) => {
          if (family !== 4 || target.value.link.kind !== "entity" || target.value.link.entity !== nat) return [];
          return subnet.zone.known.map((zone) => ({
            subnet,
            zone: zone.value,
            because: [subnet, { guard }, destination, target, { guard: zone.guard }],
          }));
        }),
      );
    }),
  );
}

/** Different keys are different zones only among names, and only among indexes. */
function distinctZones(zones: readonly Zone[]): number {
  const count = (kind: Zone["kind"]): number =>
    new Set(zones.filter((zone) => zone.kind === kind).map(({ key }) => key)).size;
  return Math.max(count("literal"), count("index"));
}

function isForDevelopment({ vpcs }: Network, { id }: NatGateway): boolean {
  const words = [id, ...vpcs.map((vpc) => vpc.id)].flatMap((name) => name.split(/(?=[A-Z])|[^A-Za-z]+/));
  return words.some((word) => ["dev", "development", "test", "sandbox", "demo", "poc"].includes(word.toLowerCase()));
}

/** An address that only this gateway used would be left over, so it goes with it. */
function makeRegional(nat: NatGateway): readonly Fix[] {
  const { properties } = nat.resource;
  const [link] = nat.subnet.known;
  const [vpc] = link?.value.kind === "entity" ? link.value.entity.vpc.known : [];
  const subnetId = propertyOf(properties, "SubnetId");
  if (vpc?.value.kind !== "entity" || nat.subnet.known.length !== 1 || !subnetId) return [];
  const others = properties.properties.filter(
    ({ key }) => !["SubnetId", "AllocationId", "ConnectivityType", "Tags"].includes(key),
  );
  if (others.length > 0) return [];
  const [address] = nat.allocation.known;
  const eip = address?.value.kind === "entity" ? address.value.entity : undefined;
  const isFreed = eip && !eip.exposed && eip.users.every(({ id }) => id === nat.id);
  const gone = ["SubnetId", "AllocationId"].filter((name) => propertyOf(properties, name));
  return [
    {
      title: { en: `Make ${nat.id} regional`, ja: `${nat.id} をリージョナルにする` },
      edits: [
        ...gone.map((name) => ({ kind: "remove-property", resource: nat.id, path: [name] }) as const),
        { kind: "set-property", resource: nat.id, path: ["AvailabilityMode"], value: "regional" },
        { kind: "set-property", resource: nat.id, path: ["VpcId"], value: refTo(vpc.value.entity.id) },
        ...(isFreed ? [{ kind: "remove-resource", resource: eip.id } as const] : []),
      ],
    },
  ];
}
