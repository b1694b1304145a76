/** The missing half of a pair of routes: the other way through a peering connection, IPv6 beside IPv4, the other VPC. */
import { formatCidr } from "../../base/cidr.ts";
import type { Network, Route, Vpc, VpcPeering } from "../../network/model.ts";
import { defaultRouteFacts } from "../../network/routing.ts";
import { addRoute, rangeText } from "../../rules/connectivity/new-routes.ts";
import { endsOf, routesToPeer } from "../../rules/connectivity/peering-ends.ts";
import { freshId } from "../../rules/fresh-id.ts";
import { refTo, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { toNewValue } from "../completion/computed-addresses.ts";
import type { Refactoring, Selection } from "./refactoring.ts";

export function routePairs({ snapshot: { network }, resource }: Selection): readonly Refactoring[] {
  if (!resource?.type.startsWith("AWS::EC2::")) return [];
  const route = network.routes.find((each) => each.resource === resource);
  const peering =
    network.peerings.find((each) => each.resource === resource) ?? (route && throughPeering(network, route));
  return [
    ...(peering ? peeringRoutes(network, peering) : []),
    ...transitRoutes(network, resource),
    ...(route ? otherFamily(network, route) : []),
  ];
}

function throughPeering(network: Network, { targets }: Route): VpcPeering | undefined {
  const [target] = targets.known;
  const link = target?.value.link;
  return link?.kind === "entity" ? network.peerings.find((each) => each === link.entity) : undefined;
}

/** For each end the routes that its tables lack. */
function peeringRoutes(network: Network, peering: VpcPeering): readonly Refactoring[] {
  const [ends, ...more] = endsOf(network, peering);
  if (!ends || more.length > 0) return [];
  const { requester, accepter } = ends;
  return [
    [requester, accepter],
    [accepter, requester],
  ].flatMap(([from, to]): readonly Refactoring[] => {
    const edits = from && to ? fresh(routesToPeer(network, { peering, from, to })) : [];
    if (!from || !to || edits.length === 0) return [];
    return [added(`route-pair-peering-${from.id}`, edits, { from, to, way: peering.id })];
  });
}

/** Routes through the transit gateway between the VPCs that are attached to it. */
function transitRoutes(network: Network, resource: Resource): readonly Refactoring[] {
  const attachment = network.transitGatewayAttachments.find((each) => each.resource === resource);
  const gateway = attachment?.transitGateway.known[0]?.value;
  const from = attachment?.vpc.known[0]?.value;
  if (!attachment || gateway?.kind !== "entity" || from?.kind !== "entity") return [];
  return network.transitGatewayAttachments.flatMap((other): readonly Refactoring[] => {
    const to = other.vpc.known[0]?.value;
    const same = other.transitGateway.known[0]?.value;
    if (to?.kind !== "entity" || to.entity === from.entity) return [];
    if (same?.kind !== "entity" || same.entity !== gateway.entity) return [];
    const edits = fresh(
      from.entity.routeTables
        .filter((table) => !hasDefaultTo(table, gateway.entity.id))
        .flatMap((table) =>
          addRoute(network, {
            table,
            to: to.entity,
            way: attachment,
            target: { TransitGatewayId: refTo(gateway.entity.id) },
            waitsFor: [attachment.id],
          }),
        ),
    );
    if (edits.length === 0) return [];
    return [
      added(`route-pair-transit-${other.id}`, edits, { from: from.entity, to: to.entity, way: gateway.entity.id }),
    ];
  });
}

function hasDefaultTo(table: Vpc["routeTables"][number], gateway: string): boolean {
  return defaultRouteFacts(table).some(({ route }) =>
    route.targets.known.some(({ value: { link } }) => link.kind === "entity" && link.entity.id === gateway),
  );
}

interface Way {
  readonly from: Vpc;
  readonly to: Vpc;
  readonly way: string;
}

function added(id: string, edits: readonly TemplateEdit[], { from, to, way }: Way): Refactoring {
  const range = rangeText(to);
  const [destination, destinationJa] =
    range === undefined ? [to.id, to.id] : [`${to.id} (${range})`, `${to.id} (${range})`];
  const tables = edits.length === 1 ? `the route table of ${from.id}` : `${edits.length} route tables of ${from.id}`;
  return {
    id,
    kind: "refactor.rewrite",
    title: {
      en: `Add the way to ${destination} through ${way} to ${tables}`,
      ja: `${from.id} のルートテーブル${edits.length === 1 ? "" : ` ${edits.length} 個`}に ${way} 経由で ${destinationJa} へのルートを追加する`,
    },
    edits: () => edits,
  };
}

/** Several new resources need several names, also where the first free one is the same for each. */
function fresh(edits: readonly TemplateEdit[]): readonly TemplateEdit[] {
  const ids = edits.flatMap((edit) => (edit.kind === "add-resource" ? [edit.id] : []));
  return new Set(ids).size === ids.length ? edits : [];
}

/** `::/0` beside `0.0.0.0/0` where the VPC has IPv6, and the other way round; only to an internet gateway. */
function otherFamily({ evaluator: { template } }: Network, route: Route): readonly Refactoring[] {
  const [target, ...targets] = route.targets.known;
  const [table, ...tables] = route.table.known;
  const [destination, ...destinations] = route.destinations.known;
  if (!target || targets.length + tables.length + destinations.length > 0 || table?.value.kind !== "entity") return [];
  const { link, property } = target.value;
  if (property !== "GatewayId" || link.kind !== "entity" || link.entity.resource.type !== "AWS::EC2::InternetGateway") {
    return [];
  }
  if (destination?.value.kind !== "cidr" || !destination.value.cidr.cidr) return [];
  const { entity } = table.value;
  const written = formatCidr(destination.value.cidr.cidr);
  const vpc = entity.vpc.known[0]?.value;
  const hasIpv6 = vpc?.kind === "entity" && vpc.entity.secondary.some(({ providesIpv6 }) => providesIpv6);
  const missing = written === "0.0.0.0/0" && hasIpv6 ? "::/0" : written === "::/0" ? "0.0.0.0/0" : undefined;
  if (missing === undefined || hasDestination(entity.routes, missing)) return [];
  const properties = Object.fromEntries(
    route.resource.properties.properties.flatMap(({ key, value }) => {
      const made = toNewValue(value);
      return made === undefined || key.startsWith("Destination") ? [] : [[key, made] as const];
    }),
  );
  if (propertyOf(route.resource.properties, "GatewayId") && !("GatewayId" in properties)) return [];
  const isIpv6 = missing === "::/0";
  return [
    {
      id: "route-pair-family",
      kind: "refactor.rewrite",
      title: {
        en: `Add the route to ${missing} through ${link.entity.id}, too`,
        ja: `${link.entity.id} への ${missing} のルートも追加する`,
      },
      edits: () => [
        {
          kind: "add-resource",
          id: freshId(template, `${route.id}${isIpv6 ? "Ipv6" : "Ipv4"}`),
          type: "AWS::EC2::Route",
          properties: { ...properties, [isIpv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock"]: missing },
          dependsOn: route.resource.dependsOn.map(({ name }) => name),
          condition: route.resource.condition?.name,
          after: route.id,
        },
      ],
    },
  ];
}

function hasDestination(routes: readonly Route[], text: string): boolean {
  return routes.some(({ destinations: { known, unknown } }) => {
    const isSame = known.some(
      ({ value }) => value.kind === "cidr" && value.cidr.cidr && formatCidr(value.cidr.cidr) === text,
    );
    return isSame || unknown.length > 0;
  });
}
