import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { Network, RouteTable, Subnet } from "../../network/model.ts";
import { kindThrough, type SubnetCase, subnetKind, subnetKinds } from "../../network/routing.ts";
import { refTo } from "../../template/edit.ts";
import type { Conditions, Guard } from "../../template/value.ts";
import { allGuards, canHold, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isSameZone } from "../same-zone.ts";
import { positionOf, vpcsOf } from "./placements.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
export const lbInternetFacingInPrivateSubnet = defineRule({
  id: "lb-internet-facing-in-private-subnet",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    noWay: {
      en: "{id} is internet-facing, but {subnet} has no default route to an internet gateway, so clients on the internet can't reach it there. Use public subnets, or set Scheme to internal.",
      ja: "{id} はインターネット向けだが、{subnet} にインターネットゲートウェイへのデフォルトルートがなく、インターネットのクライアントから届かない。パブリックサブネットに置くか、Scheme を internal にすること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const loadBalancer of network.loadBalancers) {
      for (const type of loadBalancer.type.known) {
        if (type.value === "gateway") continue;
        for (const scheme of loadBalancer.scheme.known) {
          if (scheme.value !== "internet-facing") continue;
          for (const { entity: subnet, fact } of linkedEntities(loadBalancer.subnets)) {
            for (const found of subnetKinds(network, subnet)) {
              const because = [loadBalancer, type, scheme, fact, subnet, { guard: found.guard }];
              const guard = allGuards(
                conditions,
                because.map((each) => each.guard),
              );
              if (!guard || !isShutIn(found, conditions)) continue;
              const { table } = found.because;
              const place = typeof table === "string" ? subnet : table;
              report({
                at: fact.span,
                message: "noWay",
                data: { id: loadBalancer.id, subnet: subnet.id },
                related: [
                  {
                    at: found.because.target?.span ?? place.resource.idSpan,
                    message:
                      typeof table === "string"
                        ? {
                            en: `${subnet.id} has no route table of its own, so the main one applies`,
                            ja: `${subnet.id} にはルートテーブルの関連付けがなく、メインルートテーブルが使われる`,
                          }
                        : {
                            en: `${table.id} routes ${subnet.id} and does not lead to an internet gateway`,
                            ja: `${subnet.id} のルートテーブル ${table.id} はインターネットゲートウェイに向かない`,
                          },
                  },
                ],
                because,
                fixes: () => [
                  ...placeElsewhere(network, loadBalancer, subnet, fact.span),
                  ...makeInternal(loadBalancer),
                ],
              });
            }
          }
        }
      }
    }
  },
});

/** A default route to a firewall, an appliance or a transit gateway may be one half of a way in. */
function isShutIn({ kind, because, guard }: SubnetCase, conditions: Conditions): boolean {
  if (kind === "private-with-egress") return because.target?.value.property === "NatGatewayId";
  if (kind !== "isolated" || because.table === "unknown") return false;
  return because.table === "main" || !reachesSomeInternet(because.table, conditions, guard);
}

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

/** One choice for each public subnet of the same zone. */
function placeElsewhere(
  network: Network,
  loadBalancer: LoadBalancer,
  from: Subnet,
  span: Parameters<typeof positionOf>[1],
): readonly Fix[] {
  const present = new Set(linkedEntities(loadBalancer.subnets).map(({ entity }) => entity));
  if (!positionOf(loadBalancer, span)) return [];
  const near = vpcsOf(from)
    .flatMap(({ subnets }) => subnets)
    .filter(
      (subnet) =>
        !present.has(subnet) &&
        subnet.guard.outcomes.size === 0 &&
        subnet.zone.known.some((zone) => from.zone.known.some((own) => isSameZone(own, zone))) &&
        subnetKind(network, subnet).kind === "public",
    );
  return near.map(({ id }) => ({
    title: {
      en: `Put ${loadBalancer.id} into ${id} instead of ${from.id}`,
      ja: `${loadBalancer.id} の ${from.id} を ${id} に替える`,
    },
    edits: [{ kind: "replace-value", span, value: refTo(id) }],
    preferred: near.length === 1,
  }));
}

function makeInternal({ id, scheme }: LoadBalancer): readonly Fix[] {
  if (scheme.known.length !== 1 || scheme.known.some(({ from }) => from.length > 0)) return [];
  return [
    {
      title: { en: `Make ${id} internal`, ja: `${id} を内部向け (internal) にする` },
      edits: [{ kind: "set-property", resource: id, path: ["Scheme"], value: "internal" }],
    },
  ];
}
