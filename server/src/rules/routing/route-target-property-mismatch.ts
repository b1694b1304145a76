import type { Fact, Network, Route, RouteTarget } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isPlain, propertyFor, referredResource } from "./route-targets.ts";

/** Which id each property takes: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeTargetPropertyMismatch = defineRule({
  id: "route-target-property-mismatch",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    other: {
      en: "{id} names {target} in {property}, but {target} is {type}, which {right} takes. CloudFormation will fail. Rename the property to {right}.",
      ja: "{id} の {property} に {target} が指定されているが、{target} は {type} で、指定先は {right}。このままでは作成は失敗する。プロパティ名を {right} に変えること。",
    },
    attachment: {
      en: "{id} names {target} in {property}, but {target} is {type}: a route leads to the gateway, not to its attachment. CloudFormation will fail. Refer to the gateway, and name {target} in DependsOn.",
      ja: "{id} の {property} に {target} が指定されているが、{target} は {type}。ルートの向き先はアタッチメントではなくゲートウェイで、このままでは作成は失敗する。ゲートウェイを参照し、{target} は DependsOn に書くこと。",
    },
    none: {
      en: "{id} names {target} in {property}, but {target} is {type}, which no route can lead to. CloudFormation will fail.",
      ja: "{id} の {property} に {target} が指定されているが、{target} は {type} で、ルートのターゲットにはできない。このままでは作成は失敗する。",
    },
    undocumented: {
      en: "{id} names the transit gateway {target} in GatewayId, which is documented for internet and virtual private gateways only; deployments have hung on it. Rename the property to TransitGatewayId.",
      ja: "{id} の GatewayId にトランジットゲートウェイ {target} が指定されているが、仕様上 GatewayId はインターネットゲートウェイと仮想プライベートゲートウェイ用で、デプロイが終わらなかった例もある。プロパティ名を TransitGatewayId に変えること。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        const resource = referredResource(target.value.link);
        const kind = resource && kindOf(target.value, resource);
        if (!resource || !kind) continue;
        const { property } = target.value;
        report({
          at: target.span,
          message: kind,
          severity: kind === "undocumented" ? "warning" : undefined,
          data: {
            id: route.id,
            target: resource.id,
            property,
            type: resource.type,
            right: propertyFor(resource.type) ?? "",
          },
          related: [
            {
              at: resource.idSpan,
              message: {
                en: `${resource.id} is ${resource.type}`,
                ja: `${resource.id} は ${resource.type}`,
              },
            },
          ],
          because: [target],
          fixes: () => (kind === "attachment" ? throughGateway(network, route, target) : renamed(route, target)),
        });
      }
    }
  },
});

const attachmentTypes: ReadonlySet<string> = new Set([
  "AWS::EC2::VPCGatewayAttachment",
  "AWS::EC2::TransitGatewayAttachment",
  "AWS::EC2::TransitGatewayVpcAttachment",
]);

/** Properties that take no resource which a template can make by a type of EC2. */
const takesOthers: ReadonlySet<string> = new Set(["CoreNetworkArn", "LocalGatewayId", "OdbNetworkArn"]);

function kindOf(
  { property }: RouteTarget,
  { type }: Resource,
): "other" | "attachment" | "none" | "undocumented" | undefined {
  const right = propertyFor(type);
  if (right === property || !type.startsWith("AWS::EC2::")) return undefined;
  if (attachmentTypes.has(type)) return "attachment";
  if (right === undefined) return takesOthers.has(property) ? undefined : "none";
  if (property !== "GatewayId") return "other";
  // EC2 itself shows gateway endpoints there, and whether it takes Gateway Load Balancer endpoints is not documented.
  if (right === "VpcEndpointId") return undefined;
  return right === "TransitGatewayId" ? "undocumented" : "other";
}

function renamed({ id, resource }: Route, { value }: Fact<RouteTarget>): readonly Fix[] {
  const target = referredResource(value.link);
  const right = target && propertyFor(target.type);
  if (!right || !isPlain(resource, value.property) || propertyOf(resource.properties, right)) return [];
  return [
    {
      title: { en: `Rename ${value.property} to ${right}`, ja: `${value.property} を ${right} に変える` },
      edits: [{ kind: "rename-property", resource: id, path: [value.property], to: right }],
      preferred: true,
    },
  ];
}

/** From the attachment to what it attaches, if the property takes that. */
function throughGateway(network: Network, route: Route, target: Fact<RouteTarget>): readonly Fix[] {
  const attachment = referredResource(target.value.link);
  if (!attachment) return [];
  const gateways = [
    ...network.attachments
      .filter(({ resource }) => resource === attachment)
      .flatMap(({ internetGateway, vpnGateway }) => [
        ...linkedEntities(internetGateway),
        ...linkedEntities(vpnGateway),
      ]),
    ...network.transitGatewayAttachments
      .filter(({ resource }) => resource === attachment)
      .flatMap(({ transitGateway }) => linkedEntities(transitGateway)),
  ];
  const [gateway, another] = gateways.map(({ entity }) => entity);
  if (!gateway || another || propertyFor(gateway.resource.type) !== target.value.property) return [];
  return [
    {
      title: { en: `Refer to ${gateway.id}`, ja: `${gateway.id} を参照する` },
      edits: [
        { kind: "replace-value", span: target.span, value: refTo(gateway.id) },
        { kind: "add-depends-on", resource: route.id, target: attachment.id },
      ],
      preferred: true,
    },
  ];
}
