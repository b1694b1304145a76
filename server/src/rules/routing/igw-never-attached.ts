import type { Fact, Gateway, Network, Route, RouteTarget } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { attachmentType } from "../gateways/attachments.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html */
export const igwNeverAttached = defineRule({
  id: "igw-never-attached",
  group: "routing",
  severity: "warning",
  topic: "internet-gateway",
  facts: ["igw.three-parts"],
  messages: {
    alone: {
      en: "{id} is the target of {routes}, but nothing in this template attaches it to a VPC, and a route takes only a gateway that is attached. Add a VPCGatewayAttachment.",
      ja: "{id} は {routes} のターゲットだが、このテンプレートのどこでも VPC にアタッチされていない。アタッチされていないゲートウェイへのルートは作成できない。VPCGatewayAttachment を追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    if (mayBeAttachedUnseen(network)) return;
    for (const gateway of network.gateways) {
      if (gateway.exposed || !attachable.has(gateway.kind)) continue;
      for (const guard of gateway.vpc.absent) {
        const uses = usesOf(network, gateway).filter(({ target }) =>
          canHold(evaluator.conditions, guard, target.guard),
        );
        const [first] = uses;
        if (!first) continue;
        const routes = [...new Set(uses.map(({ route }) => route))];
        report({
          at: gateway.resource.idSpan,
          message: "alone",
          data: { id: gateway.id, routes: listed(routes.map(({ id }) => id)) },
          related: uses.map(({ route, target }) => ({
            at: target.span,
            message: { en: `${route.id} leads to ${gateway.id}`, ja: `${route.id} は ${gateway.id} に向かう` },
          })),
          because: [gateway, { guard }, first.target],
          fixes: () => (gateway.attachments.length === 0 ? attach(network, gateway, routes) : []),
        });
      }
    }
  },
});

const attachable: ReadonlySet<Gateway["kind"]> = new Set(["internet-gateway", "vpn-gateway"]);

/** An attachment whose gateway cannot be read may be the one of any gateway. */
function mayBeAttachedUnseen({ attachments, evaluator: { template } }: Network): boolean {
  return (
    template.open ||
    attachments.some(
      ({ internetGateway, vpnGateway }) => internetGateway.unknown.length > 0 || vpnGateway.unknown.length > 0,
    )
  );
}

interface Use {
  readonly route: Route;
  readonly target: Fact<RouteTarget>;
}

function usesOf({ routes }: Network, gateway: Gateway): readonly Use[] {
  return routes.flatMap((route) =>
    route.targets.known
      .filter(({ value: { link } }) => link.kind === "entity" && link.entity === gateway)
      .map((target) => ({ route, target })),
  );
}

/** To the VPC of the routes, which wait for it then. */
function attach({ evaluator: { template } }: Network, gateway: Gateway, routes: readonly Route[]): readonly Fix[] {
  const tables = routes.flatMap(({ table }) => linkedEntities(table).map(({ entity }) => entity));
  const vpcs = [...new Set(tables.flatMap(({ vpc }) => linkedEntities(vpc).map(({ entity }) => entity)))];
  const [vpc, another] = vpcs;
  const vpcId = vpc ? refTo(vpc.id) : tables[0] && propertyAsNewValue(tables[0].resource, "VpcId");
  if (another || vpcId === undefined) return [];
  const id = freshId(template, `${gateway.id}Attachment`);
  const property = gateway.kind === "vpn-gateway" ? "VpnGatewayId" : "InternetGatewayId";
  const to = vpc?.id ?? "";
  return [
    {
      title: to
        ? { en: `Attach ${gateway.id} to ${to}`, ja: `${gateway.id} を ${to} にアタッチする` }
        : {
            en: `Attach ${gateway.id} to the VPC of its routes`,
            ja: `${gateway.id} をルートと同じ VPC にアタッチする`,
          },
      edits: [
        {
          kind: "add-resource",
          id,
          type: attachmentType,
          properties: { VpcId: vpcId, [property]: refTo(gateway.id) },
          condition: gateway.resource.condition?.name,
          after: gateway.id,
        },
        ...routes.map((route) => ({ kind: "add-depends-on", resource: route.id, target: id }) as const),
      ],
      preferred: true,
    },
  ];
}
