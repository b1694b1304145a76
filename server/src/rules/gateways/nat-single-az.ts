import type { NatGateway, Network, Subnet, Zone } from "../../network/model.ts";
import { subnetKind } from "../../network/routing.ts";
import { getAtt, refTo, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { allGuards, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix, type RelatedPlace } from "../rule.ts";
import { listed } from "../wording.ts";
import { zonalWays } from "./nat-modes.ts";
import { type NatUser, subnetsBehind } from "./nat-users.ts";
import { newAddress } from "./new-address.ts";

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
        fixes: () => [...oneForEachZone(network, nat, together), ...makeRegional(nat)],
      });
    }
  },
});

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

/**
 * A gateway with an address of its own in a public subnet of each further zone, and the routes of that zone led to it.
 * Offered where every zone has a public subnet and route tables that no other zone uses.
 */
function oneForEachZone(network: Network, nat: NatGateway, users: readonly NatUser[]): readonly Fix[] {
  const { template } = network.evaluator;
  const home = new Set(linkedEntities(nat.subnet).flatMap(({ entity }) => zonesOf(entity)));
  const byZone = new Map<string, NatUser[]>();
  for (const user of users) byZone.set(user.zone.key, [...(byZone.get(user.zone.key) ?? []), user]);
  const edits: TemplateEdit[] = [];
  for (const [key, here] of byZone) {
    if (home.has(key)) continue;
    const elsewhere = users.filter((user) => user.zone.key !== key);
    const shared = here.some(({ route }) => elsewhere.some((user) => user.route === route));
    const publicSubnet = network.subnets.find(
      (subnet) => zonesOf(subnet).includes(key) && subnetKind(network, subnet).kind === "public",
    );
    if (shared || !publicSubnet) return [];
    const id = freshId(template, `${nat.id}In${publicSubnet.id}`);
    const eip = freshId(template, `${id}Eip`);
    edits.push(
      newAddress(eip, nat),
      {
        kind: "add-resource",
        id,
        type: "AWS::EC2::NatGateway",
        properties: { SubnetId: refTo(publicSubnet.id), AllocationId: getAtt(eip, "AllocationId") },
        condition: nat.resource.condition?.name,
        after: nat.id,
      },
      ...[...new Set(here.map(({ route }) => route))].map(
        (route): TemplateEdit => ({
          kind: "set-property",
          resource: route.id,
          path: ["NatGatewayId"],
          value: refTo(id),
        }),
      ),
    );
  }
  if (edits.length === 0) return [];
  return [
    {
      title: { en: "Put one NAT gateway in each zone", ja: "AZ ごとに NAT ゲートウェイを置く" },
      edits,
      preferred: true,
    },
  ];
}

function zonesOf({ zone }: Subnet): readonly string[] {
  return zone.known.map(({ value }) => value.key);
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
