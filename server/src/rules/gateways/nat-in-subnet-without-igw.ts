import type { NatGateway, Network, RouteTable, Subnet, Vpc } from "../../network/model.ts";
import { kindThrough, subnetKind, subnetKinds } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import type { Conditions, Guard } from "../../template/value.ts";
import { allGuards, canHold, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { attachedInternetGateway } from "./internet-gateways.ts";
import { zonalWays } from "./nat-modes.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html */
export const natInSubnetWithoutIgw = defineRule({
  id: "nat-in-subnet-without-igw",
  group: "gateways",
  severity: "error",
  topic: "nat-gateway",
  messages: {
    noWayOut: {
      en: "{id} is public, but {subnet} has no route to an internet gateway, so nothing behind {id} reaches the internet. Place it in a public subnet.",
      ja: "{id} はパブリック NAT ゲートウェイだが、{subnet} にインターネットゲートウェイへのルートがなく、背後からインターネットに出られない。パブリックサブネットに置くこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const nat of network.natGateways) {
      for (const way of zonalWays(nat, "public")) {
        for (const { entity: subnet, fact: link } of linkedEntities(nat.subnet)) {
          for (const { kind, guard, because: reason } of subnetKinds(network, subnet)) {
            if (kind !== "isolated" || reason.table === "unknown") continue;
            const table = reason.table === "main" ? undefined : reason.table;
            if (table && reachesSomeInternet(table, evaluator.conditions, guard)) continue;
            const because = [nat, ...way, link, subnet, { guard }];
            if (
              !allGuards(
                evaluator.conditions,
                because.map((each) => each.guard),
              )
            )
              continue;
            report({
              at: link.span,
              message: "noWayOut",
              data: { id: nat.id, subnet: subnet.id },
              related: [
                table
                  ? {
                      at: table.resource.idSpan,
                      message: {
                        en: `${table.id} routes ${subnet.id} and has no default route`,
                        ja: `${subnet.id} のルートテーブル ${table.id} にはデフォルトルートがない`,
                      },
                    }
                  : {
                      at: subnet.resource.idSpan,
                      message: {
                        en: `${subnet.id} has no route table of its own, so the main one applies`,
                        ja: `${subnet.id} にはルートテーブルの関連付けがなく、メインルートテーブルが使われる`,
                      },
                    },
              ],
              because,
              fixes: () => [...placeElsewhere(network, nat, subnet), ...routeOut(network, subnet, table)],
            });
          }
        }
      }
    }
  },
});

/** A way to parts of the internet only: enough for someone, so not ours to judge. */
function reachesSomeInternet({ routes }: RouteTable, conditions: Conditions, under: Guard): boolean {
  return routes.some(({ targets }) => {
    const maybe = [
      ...targets.unknown,
      ...targets.known.filter(({ value }) => kindThrough(value) === "public").map(({ guard }) => guard),
    ];
    return maybe.some((guard) => canHold(conditions, guard, under));
  });
}

/** One choice for each public subnet of the VPC, those of the same zone first. */
export function placeElsewhere(network: Network, nat: NatGateway, from: Subnet): readonly Fix[] {
  const zones = new Set(from.zone.known.map(({ value }) => value.key));
  const isNear = (subnet: Subnet): boolean => subnet.zone.known.some(({ value }) => zones.has(value.key));
  const publicSubnets = vpcsOf(from)
    .flatMap(({ subnets }) => subnets)
    .filter((subnet) => subnetKind(network, subnet).kind === "public")
    .toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)));
  const near = publicSubnets.filter(isNear);
  const obvious = publicSubnets.length === 1 ? publicSubnets[0] : near.length === 1 ? near[0] : undefined;
  return publicSubnets.map((subnet) => ({
    title: { en: `Place ${nat.id} in ${subnet.id}`, ja: `${nat.id} を ${subnet.id} に置く` },
    edits: [{ kind: "set-property", resource: nat.id, path: ["SubnetId"], value: refTo(subnet.id) }],
    preferred: subnet === obvious,
  }));
}

/** A default route in the subnet's own table; it changes every subnet of the table, so it is never the obvious cure. */
function routeOut(network: Network, subnet: Subnet, table: RouteTable | undefined): readonly Fix[] {
  if (!table) return [];
  return vpcsOf(subnet).flatMap((vpc) => {
    const found = attachedInternetGateway(network, vpc);
    if (!found) return [];
    const { gateway, attachment } = found;
    return [
      {
        title: {
          en: `Add a default route to ${gateway.id} to ${table.id}`,
          ja: `${table.id} に ${gateway.id} へのデフォルトルートを追加する`,
        },
        edits: [
          {
            kind: "add-resource",
            id: freshId(network.evaluator.template, `${table.id}DefaultRoute`),
            type: "AWS::EC2::Route",
            properties: {
              RouteTableId: refTo(table.id),
              DestinationCidrBlock: "0.0.0.0/0",
              GatewayId: refTo(gateway.id),
            },
            dependsOn: [attachment.id],
            condition: table.resource.condition?.name,
            after: table.id,
          },
        ],
      },
    ];
  });
}

function vpcsOf({ vpc }: Subnet): readonly Vpc[] {
  return linkedEntities(vpc).map(({ entity }) => entity);
}
