import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { canHold, type Given, waysOfProperty } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";
import { identityOf } from "../same-value.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateTransitGatewayRouteTable.html */
export const tgwAttachmentTwoRouteTables = defineRule({
  id: "tgw-attachment-two-route-tables",
  group: "connectivity",
  severity: "error",
  topic: "transit-gateway-routing",
  messages: {
    twice: {
      en: "{id} associates an attachment that {other} has already associated. An attachment has one route table, which routes what comes in from it, so the stack will fail. To let more tables know its routes, use AWS::EC2::TransitGatewayRouteTablePropagation.",
      ja: "{id} のアタッチメントは、{other} ですでにルートテーブルに関連付けられている。関連付けられるルートテーブルは 1 つだけで、作成は失敗する。ほかの表にも経路を載せたいなら AWS::EC2::TransitGatewayRouteTablePropagation を使うこと。",
    },
  },
  check({ network, template, evaluator }, report) {
    const first = new Map<string, { readonly resource: Resource; readonly way: Given }[]>();
    for (const resource of resourcesOfType(template, "AWS::EC2::TransitGatewayRouteTableAssociation")) {
      for (const way of waysOfProperty(evaluator, resource, "TransitGatewayAttachmentId")) {
        const attachment = identityOf(way.value);
        if (attachment === undefined) continue;
        const before = first.get(attachment) ?? [];
        const other = before.find(
          (each) => each.resource !== resource && canHold(evaluator.conditions, each.way.guard, way.guard),
        );
        first.set(attachment, [...before, { resource, way }]);
        if (!other) continue;
        report({
          at: way.span,
          message: "twice",
          data: { id: resource.id, other: other.resource.id },
          related: [{ at: other.way.span, message: { en: "The first association", ja: "1 つ目の関連付け" } }],
          because: [other.way, way],
          fixes: () => [...removalOf(network, resource), ...removalOf(network, other.resource)],
        });
      }
    }
  },
});
