import type { Fact, Gateway, Network, Route, RouteTarget } from "../../network/model.ts";
import { refTo, type TemplateEdit } from "../../template/edit.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { placesOf } from "./route-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html */
export const igwNeverAttached = defineRule({
  id: "igw-never-attached",
  group: "routing",
  severity: "warning",
  topic: "internet-gateway",
  messages: {
    internet: {
      en: "{id} is the target of {route} but is attached to no VPC in this template. EC2 refuses routes to an internet gateway that is not attached. Add an AWS::EC2::VPCGatewayAttachment for it.",
      ja: "{id} は {route} のターゲットだが、このテンプレートではどの VPC にもアタッチされていない。未アタッチのインターネットゲートウェイへのルートは EC2 に拒否される。AWS::EC2::VPCGatewayAttachment を追加すること。",
    },
    vpn: {
      en: "{id} is the target of {route} but is attached to no VPC in this template. EC2 refuses routes to a virtual private gateway that is not attached. Add an AWS::EC2::VPCGatewayAttachment for it.",
      ja: "{id} は {route} のターゲットだが、このテンプレートではどの VPC にもアタッチされていない。未アタッチの仮想プライベートゲートウェイへのルートは EC2 に拒否される。AWS::EC2::VPCGatewayAttachment を追加すること。",
    },
  },
  check({ network }, report) {
    const { attachments } = network;
    const mayBeAnyGateway = attachments.some(
      ({ internetGateway, vpnGateway }) => internetGateway.unknown.length > 0 || vpnGateway.unknown.length > 0,
    );
    if (mayBeAnyGateway) return;
    for (const gateway of network.gateways) {
      const isInternet = gateway.kind === "internet-gateway";
      if (!isInternet && gateway.kind !== "vpn-gateway") continue;
      if (gateway.exposed || gateway.attachments.length > 0) continue;
      const uses = routesTo(network, gateway);
      for (const { route, target } of uses) {
        report({
          at: gateway.resource.idSpan,
          message: isInternet ? "internet" : "vpn",
          data: { id: gateway.id, route: route.id },
          related: [
            { at: target.span, message: { en: `${route.id} leads to it`, ja: `${route.id} のターゲットになっている` } },
          ],
          because: [gateway, target],
          fixes: () =>
            attach(
              network,
              gateway,
              uses.map((use) => use.route),
            ),
        });
        break;
      }
    }
  },
});

interface Use {
  readonly route: Route;
  readonly target: Fact<RouteTarget>;
}

function routesTo({ routes }: Network, gateway: Gateway): readonly Use[] {
  return routes.flatMap((route) =>
    route.targets.known
      .filter(({ value }) => value.link.kind === "entity" && value.link.entity === gateway)
      .map((target) => ({ route, target })),
  );
}

/** An attachment to the VPC of the routes, where that is one; the routes wait for it. */
function attach({ evaluator }: Network, gateway: Gateway, routes: readonly Route[]): readonly Fix[] {
  const [vpc, ...others] = new Set(routes.flatMap((route) => placesOf(route).map((place) => place.vpc)));
  if (!vpc || others.length > 0) return [];
  const id = freshId(evaluator.template, `${gateway.id}Attachment`);
  const property = gateway.kind === "internet-gateway" ? "InternetGatewayId" : "VpnGatewayId";
  return [
    {
      title: { en: `Attach ${gateway.id} to ${vpc.id}`, ja: `${gateway.id} を ${vpc.id} にアタッチする` },
      edits: [
        {
          kind: "add-resource",
          id,
          type: "AWS::EC2::VPCGatewayAttachment",
          properties: { VpcId: refTo(vpc.id), [property]: refTo(gateway.id) },
          condition: gateway.resource.condition?.name,
          after: gateway.id,
        },
        ...[...new Set(routes)].map(
          (route): TemplateEdit => ({ kind: "add-depends-on", resource: route.id, target: id }),
        ),
      ],
      preferred: true,
    },
  ];
}
