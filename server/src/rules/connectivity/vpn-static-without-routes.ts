import { propertyFacts, readBoolean } from "../../network/facts.ts";
import { remaining } from "../../network/guards.ts";
import { readLink } from "../../network/links.ts";
import type { Entity, Facts, Gateway, Link, Network } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { together } from "../addressing/vpc-blocks.ts";
import { linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { removalOf } from "../removal.ts";
import { destinationText } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { routesThrough } from "./routes-through.ts";
import { entitiesOfType } from "./transit-gateway-tables.ts";

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html */
export const vpnStaticWithoutRoutes = defineRule({
  id: "vpn-static-without-routes",
  group: "connectivity",
  severity: "warning",
  topic: "site-to-site-vpn",
  messages: {
    noRoute: {
      en: "{id} uses static routes only and has none, so the gateway sends nothing into its tunnels. Add a VPNConnectionRoute for each network behind your device.",
      ja: "{id} は静的ルーティング (StaticRoutesOnly: true) なのにルートがなく、ゲートウェイからトンネルへは何も送られない。機器の背後のネットワークごとに VPNConnectionRoute を追加すること。",
    },
    withBgp: {
      en: "{id} is a static route for {connection}, which learns its routes by BGP. The two don't mix. Set StaticRoutesOnly: true on {connection}, or leave the route to BGP.",
      ja: "{id} は静的ルートだが、{connection} は BGP でルートを学習する。両者は併用できない。{connection} を StaticRoutesOnly: true にするか、ルートを BGP に任せること。",
    },
  },
  check({ network, evaluator, template }, report) {
    const connections = entitiesOfType(network, "AWS::EC2::VPNConnection");
    if (connections.length === 0) return;
    const routes = staticRoutes(network, connections);
    const isClosed = !template.open && routes.every(({ connection }) => connection.unknown.length === 0);
    for (const connection of connections) {
      const { id, resource } = connection;
      const isStatic = propertyFacts(evaluator, connection, "StaticRoutesOnly", readBoolean);
      const onGateway = presence(evaluator, resource, "VpnGatewayId").known;
      const own = routes.flatMap((route) =>
        linkedEntities(route.connection)
          .filter(({ entity }) => entity === connection)
          .map(({ fact }) => ({ route, fact })),
      );
      for (const gateway of onGateway) {
        for (const setting of isStatic.known.filter(({ value }) => value)) {
          // Whoever gets the id can add routes.
          if (!isClosed || network.isExposed(id)) continue;
          const because = [connection, gateway, setting];
          const under = together(network, because);
          const guards = own.flatMap(({ route, fact }) => together(network, [route, fact]) ?? []);
          for (const missing of (under && remaining(evaluator.conditions, under, guards)) ?? []) {
            report({
              at: setting.span,
              message: "noRoute",
              data: { id },
              because: [...because, { guard: missing }],
              fixes: () => routesAsInVpc(network, connection),
            });
          }
        }
        const dynamic = [
          ...isStatic.known.filter(({ value }) => !value),
          ...isStatic.absent.map((guard) => ({ guard, from: [] })),
        ];
        for (const setting of dynamic) {
          for (const { route, fact } of own) {
            report({
              at: fact.span,
              message: "withBgp",
              data: { id: route.id, connection: id },
              related: [{ at: resource.idSpan, message: { en: "The connection", ja: "VPN 接続" } }],
              because: [connection, gateway, setting, route, fact],
              fixes: () => [
                {
                  title: { en: `Give ${id} static routes only`, ja: `${id} を静的ルーティングにする` },
                  edits: [{ kind: "set-property", resource: id, path: ["StaticRoutesOnly"], value: true }],
                },
                ...removalOf(network, route.resource),
              ],
            });
          }
        }
      }
    }
  },
});

interface StaticRoute extends Entity {
  readonly connection: Facts<Link<Entity>>;
}

function staticRoutes(network: Network, connections: readonly Entity[]): readonly StaticRoute[] {
  const { evaluator } = network;
  const read = readLink(evaluator.template, new Map(connections.map((each) => [each.id, each])));
  return entitiesOfType(network, "AWS::EC2::VPNConnectionRoute").map((route) => ({
    ...route,
    connection: propertyFacts(evaluator, route, "VpnConnectionId", read),
  }));
}

/** The networks that route tables of the VPC lead to the gateway are those behind the device. */
function routesAsInVpc(network: Network, connection: Entity): readonly Fix[] {
  const { evaluator } = network;
  const gateways = new Map(network.gateways.map((gateway) => [gateway.id, gateway]));
  const read = readLink<Gateway>(evaluator.template, gateways);
  const behind = linkedEntities(propertyFacts(evaluator, connection, "VpnGatewayId", read))
    .flatMap(({ entity }) => routesThrough(network, entity))
    .flatMap(({ route }) => route.destinations.known)
    .flatMap(({ value }) => (value.kind === "cidr" && value.family === 4 ? [destinationText(value)] : []));
  return [...new Set(behind)].map((cidr) => ({
    title: {
      en: `Add a static route to ${cidr} to ${connection.id}`,
      ja: `${connection.id} に ${cidr} への静的ルートを追加する`,
    },
    edits: [
      {
        kind: "add-resource",
        id: freshId(evaluator.template, `${connection.id}Route`),
        type: "AWS::EC2::VPNConnectionRoute",
        properties: { VpnConnectionId: refTo(connection.id), DestinationCidrBlock: cidr },
        condition: connection.resource.condition?.name,
        after: connection.id,
      },
    ],
  }));
}
