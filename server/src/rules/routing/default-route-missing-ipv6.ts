import { remaining } from "../../network/guards.ts";
import type { Network, RouteTable, Subnet } from "../../network/model.ts";
import { defaultRouteFacts, effectiveRouteTables, isComplete } from "../../network/routing.ts";
import { refTo, type TemplateEdit } from "../../template/edit.ts";
import { linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const defaultRouteMissingIpv6 = defineRule({
  id: "default-route-missing-ipv6",
  group: "routing",
  severity: "info",
  topic: "egress-only-internet-gateway",
  messages: {
    missing: {
      en: "{subnet} has IPv6 addresses, but its route table {id} leads only IPv4 out ({route}). Hosts that prefer IPv6 try it first and wait. Add a route for ::/0, to an internet gateway or an egress-only internet gateway.",
      ja: "{subnet} には IPv6 アドレスがあるが、そのルートテーブル {id} で外に出られるのは IPv4 だけ ({route})。IPv6 を先に試すホストは待たされる。::/0 のルートを IGW か Egress-Only IGW に向けて追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    const told = new Set<RouteTable>();
    for (const subnet of network.subnets) {
      if (!subnet.hasIpv6) continue;
      for (const { table, guard } of effectiveRouteTables(network, subnet)) {
        if (typeof table !== "object" || told.has(table) || !isComplete(network, table)) continue;
        const ways = defaultRouteFacts(table);
        const six = ways.filter(({ family }) => family === 6).map(({ destination }) => destination.guard);
        const four = ways.find(({ family, route }) => family === 4 && leadsToInternet(route));
        if (!four) continue;
        for (const missing of remaining(evaluator.conditions, guard, six) ?? []) {
          told.add(table);
          report({
            at: table.resource.idSpan,
            message: "missing",
            data: { id: table.id, subnet: subnet.id, route: four.route.id },
            related: [
              {
                at: four.route.resource.idSpan,
                message: { en: "The way out for IPv4", ja: "IPv4 のデフォルトルート" },
              },
              { at: subnet.resource.idSpan, message: { en: "The subnet with IPv6", ja: "IPv6 のあるサブネット" } },
            ],
            because: [{ guard: missing }, subnet, four.destination],
            fixes: () => sixToo(network, table, subnet),
          });
        }
      }
    }
  },
});

/** To gateways that take IPv6 out as well, or stand beside one that does; a transit gateway is another design. */
function leadsToInternet({ targets }: RouteTable["routes"][number]): boolean {
  return targets.known.some(
    ({ value: { property, link } }) =>
      property === "NatGatewayId" ||
      (property === "GatewayId" && link.kind === "entity" && link.entity.resource.type === "AWS::EC2::InternetGateway"),
  );
}

/** By the gateway that the VPC has: the internet gateway where IPv4 takes it, else an egress-only one. */
function sixToo(network: Network, table: RouteTable, subnet: Subnet): readonly Fix[] {
  const { template } = network.evaluator;
  const [vpc] = linkedEntities(subnet.vpc).map(({ entity }) => entity);
  const [four] = defaultRouteFacts(table).filter(({ family, route }) => family === 4 && leadsToInternet(route));
  const target = four?.route.targets.known[0]?.value;
  if (!vpc || !four || !target || four.route.targets.known.length > 1) return [];
  const id = freshId(template, `${four.route.id}Ipv6`);
  const route = (to: Readonly<Record<string, ReturnType<typeof refTo>>>): TemplateEdit => ({
    kind: "add-resource",
    id,
    type: "AWS::EC2::Route",
    properties: { RouteTableId: refTo(table.id), DestinationIpv6CidrBlock: "::/0", ...to },
    dependsOn: four.route.resource.dependsOn.map(({ name }) => name),
    condition: four.route.resource.condition?.name,
    after: four.route.id,
  });
  if (target.property === "GatewayId" && target.link.kind === "entity") {
    const gateway = target.link.entity.id;
    return [
      {
        title: { en: `Lead ::/0 to ${gateway} as well`, ja: `::/0 も ${gateway} に向ける` },
        edits: [route({ GatewayId: refTo(gateway) })],
      },
    ];
  }
  const existing = network.gateways.find(
    ({ kind, vpc: its }) =>
      kind === "egress-only-internet-gateway" && linkedEntities(its).some(({ entity }) => entity === vpc),
  );
  const gateway = existing?.id ?? freshId(template, `${vpc.id}EgressOnlyGateway`);
  return [
    {
      title: existing
        ? { en: `Lead ::/0 to ${gateway}`, ja: `::/0 を ${gateway} に向ける` }
        : {
            en: `Lead ::/0 to a new egress-only gateway ${gateway}`,
            ja: `Egress-Only IGW ${gateway} を作り、::/0 を向ける`,
          },
      edits: [
        ...(existing
          ? []
          : [
              {
                kind: "add-resource" as const,
                id: gateway,
                type: "AWS::EC2::EgressOnlyInternetGateway",
                properties: { VpcId: refTo(vpc.id) },
                after: four.route.id,
              },
            ]),
        route({ EgressOnlyInternetGatewayId: refTo(gateway) }),
      ],
    },
  ];
}
