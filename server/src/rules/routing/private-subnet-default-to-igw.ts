import type { Fact, Network, Route, RouteTable, Subnet } from "../../network/model.ts";
import { isForDatabases, looksPrivate, saysPublic } from "../../network/names.ts";
import { defaultRoutes, kindThrough, type SubnetReason, subnetKinds } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { replaceTarget, type TargetChoice, targetChoices } from "./route-choices.ts";
import { isUnconditional, isWritten, linkText } from "./route-parts.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html */
export const privateSubnetDefaultToIgw = defineRule({
  id: "private-subnet-default-to-igw",
  group: "routing",
  severity: "warning",
  topic: "subnet",
  messages: {
    subnet: {
      en: "{subnet} sounds private, but {route} in its route table {table} leads to {gateway}, which makes it a public subnet: whatever has a public address there is reachable from the internet. Lead the traffic through {way}, or rename the subnet.",
      ja: "{subnet} は名前からするとプライベートサブネットだが、ルートテーブル {table} の {route} が {gateway} に向いており、実際はパブリックサブネット。パブリック IP を持つものはインターネットから到達できる。{way}を経由させるか、名前を改めること。",
    },
    database: {
      en: "{subnet} is for databases by its name, but {route} in its route table {table} leads to {gateway}, which makes it a public subnet: a database with public access there is reachable from the internet. Lead the traffic through {way}, or make sure that no database there is publicly accessible.",
      ja: "{subnet} は名前からするとデータベース用だが、ルートテーブル {table} の {route} が {gateway} に向いており、パブリックサブネットになっている。パブリックアクセスを有効にしたデータベースはインターネットから到達できる。{way}を経由させるか、どのデータベースもパブリックアクセスを無効にすること。",
    },
    table: {
      en: "{table} sounds private, but its {route} leads to {gateway}, which makes {subnet} a public subnet: whatever has a public address there is reachable from the internet. Lead the traffic through {way}, or rename the table.",
      ja: "{table} は名前からするとプライベート用だが、{route} が {gateway} に向いており、{subnet} は実際にはパブリックサブネット。パブリック IP を持つものはインターネットから到達できる。{way}を経由させるか、名前を改めること。",
    },
  },
  check({ network }, report) {
    for (const subnet of network.subnets) {
      for (const { kind, guard, because } of subnetKinds(network, subnet)) {
        const { table, route, target } = because;
        if (kind !== "public" || typeof table !== "object" || !route || !target) continue;
        const bySubnet = looksPrivate(subnet);
        if (!bySubnet && (saysOtherwise(subnet) || !looksPrivate(table))) continue;
        const association = isMeantForOthers(table) ? associationOf(subnet, table) : undefined;
        report({
          at: association?.span ?? target.span,
          message: bySubnet ? (isForDatabases(subnet) ? "database" : "subnet") : "table",
          // Public subnets with databases that have no public address are common, and no mistake.
          ...(isForDatabases(bySubnet ? subnet : table) && { severity: "info" }),
          data: {
            subnet: subnet.id,
            table: table.id,
            route: route.id,
            gateway: linkText(target.value.link) ?? { en: "an internet gateway", ja: "インターネットゲートウェイ" },
            way: waysOut[familyOf(route)].words,
          },
          related: [
            { at: subnet.resource.idSpan, message: { en: "The subnet", ja: "サブネット" } },
            { at: target.span, message: { en: "The way to the internet", ja: "インターネットへの経路" } },
          ],
          because: [{ guard }, target],
          fixes: () =>
            association ? otherTables(network, subnet, association) : throughNatOrEgressOnly(network, subnet, because),
        });
      }
    }
  },
});

/** A bastion's or load balancer's subnet need not be called public to be so. */
function saysOtherwise(subnet: Subnet): boolean {
  return saysPublic(subnet) || subnet.mapPublicIp.known.some(({ value }) => value);
}

/** A table that is public by name, or by its other subnets, is right as it is: the subnet has the wrong one. */
function isMeantForOthers(table: RouteTable): boolean {
  const subnets = table.associations.flatMap(({ subnet }) => linkedEntities(subnet));
  return saysPublic(table) || (!looksPrivate(table) && subnets.some(({ entity }) => !looksPrivate(entity)));
}

/** Where the subnet is given the table. */
function associationOf({ associations }: Subnet, table: RouteTable): Fact<unknown> | undefined {
  return associations.flatMap((association) => linkedEntities(association.table)).find(({ entity }) => entity === table)
    ?.fact;
}

/** The tables of the VPC that are meant for private subnets. */
function otherTables(network: Network, subnet: Subnet, { span }: Fact<unknown>): readonly Fix[] {
  const tables = linkedEntities(subnet.vpc)
    .flatMap(({ entity }) => entity.routeTables)
    .filter((table) => looksPrivate(table) && defaultRoutes(table).every((route) => !leadsToInternet(route)))
    .filter((table) => canHold(network.evaluator.conditions, subnet.guard, table.guard));
  return tables.map((table) => ({
    title: {
      en: `Give ${subnet.id} the route table ${table.id}`,
      ja: `${subnet.id} のルートテーブルを ${table.id} にする`,
    },
    edits: [{ kind: "replace-value", span, value: refTo(table.id) }],
    preferred: tables.length === 1,
  }));
}

function leadsToInternet({ targets }: Route): boolean {
  return targets.known.some(({ value }) => kindThrough(value) === "public");
}

/** What leads out of a private subnet and not back in. */
const waysOut = {
  4: { property: "NatGatewayId", words: { en: "a NAT gateway", ja: "NAT ゲートウェイ" } },
  6: {
    property: "EgressOnlyInternetGatewayId",
    words: { en: "an egress-only internet gateway", ja: "Egress-Only インターネットゲートウェイ" },
  },
} as const;

function familyOf({ destinations }: Route): 4 | 6 {
  return destinations.known.some(({ value }) => value.kind === "cidr" && value.family === 4) ? 4 : 6;
}

/** The gateways of the VPC, that of the subnet's zone first. */
function throughNatOrEgressOnly(
  network: Network,
  subnet: Subnet,
  { table, route, target }: SubnetReason,
): readonly Fix[] {
  if (typeof table !== "object" || !route || !target) return [];
  const { property } = target.value;
  const sharers = table.associations.flatMap((association) => linkedEntities(association.subnet));
  if (!isUnconditional(network.evaluator, route.resource, property)) return [];
  const family = familyOf(route);
  const way = waysOut[family];
  if (isWritten(route.resource, way.property)) return [];
  const inTable = new Set(sharers.map(({ entity }) => entity));
  const choices = targetChoices(network, route, family).filter(
    ({ property: taken, entity }) => taken === way.property && !sits(network, entity.id, inTable),
  );
  const zones = new Set(subnet.zone.known.map(({ value }) => value.key));
  const isNear = (choice: TargetChoice): boolean =>
    subnetsOfNat(network, choice.entity.id).some(({ zone }) => zone.known.some(({ value }) => zones.has(value.key)));
  return choices
    .toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)))
    .map((choice) => ({
      title: { en: `Lead ${route.id} to ${choice.entity.id}`, ja: `${route.id} を ${choice.entity.id} に向ける` },
      edits: replaceTarget(network, route, target.value, choice),
      preferred: choices.length === 1,
    }));
}

function subnetsOfNat({ natGateways }: Network, id: string): readonly Subnet[] {
  const nat = natGateways.find((each) => each.id === id);
  return nat ? linkedEntities(nat.subnet).map(({ entity }) => entity) : [];
}

/** A NAT gateway behind itself would lead nowhere. */
function sits(network: Network, id: string, subnets: ReadonlySet<Subnet>): boolean {
  return subnetsOfNat(network, id).some((subnet) => subnets.has(subnet));
}
