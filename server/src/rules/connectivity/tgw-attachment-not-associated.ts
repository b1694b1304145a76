import { remaining } from "../../network/guards.ts";
import type { Gateway, Network, TransitGatewayAttachment } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { together } from "../addressing/vpc-blocks.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { automatic, switchedOff, tableLinks, transitTables } from "./transit-gateway-tables.ts";

/** https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html */
export const tgwAttachmentNotAssociated = defineRule({
  id: "tgw-attachment-not-associated",
  group: "connectivity",
  severity: "warning",
  topic: "transit-gateway-routing",
  messages: {
    noTable: {
      en: "{id} has no route table of {gateway}, which associates none by itself (DefaultRouteTableAssociation: disable). What comes in from the attachment is dropped. Add a TransitGatewayRouteTableAssociation.",
      ja: "{id} に関連付けられた {gateway} のルートテーブルがない。自動の関連付けは無効 (DefaultRouteTableAssociation: disable) なので、このアタッチメントから入る通信は破棄される。TransitGatewayRouteTableAssociation を追加すること。",
    },
  },
  check({ network, evaluator, template }, report) {
    if (template.open || network.transitGatewayAttachments.length === 0) return;
    const associations = tableLinks(network, "Association");
    if (associations.some(({ attachment }) => attachment.unknown.length > 0)) return;
    for (const attachment of network.transitGatewayAttachments) {
      // Whoever gets the id can associate it.
      if (network.isExposed(attachment.id)) continue;
      for (const { entity: gateway, fact: toGateway } of linkedEntities(attachment.transitGateway)) {
        const own = associations.flatMap((association) =>
          linkedEntities(association.attachment)
            .filter(({ entity }) => entity === attachment)
            .flatMap(({ fact }) => together(network, [association, fact]) ?? []),
        );
        for (const association of switchedOff(automatic(network, gateway, "Association"))) {
          for (const propagation of switchedOff(automatic(network, gateway, "Propagation"))) {
            const because = [attachment, gateway, toGateway, association, propagation];
            const under = together(network, because);
            for (const missing of (under && remaining(evaluator.conditions, under, own)) ?? []) {
              report({
                at: attachment.resource.idSpan,
                message: "noTable",
                data: { id: attachment.id, gateway: gateway.id },
                related: [
                  { at: association.span, message: { en: "No default association", ja: "既定の関連付けは無効" } },
                ],
                because: [...because, { guard: missing }],
                fixes: () => associate(network, attachment, gateway),
              });
            }
          }
        }
      }
    }
  },
});

/** One choice for each table of the transit gateway. */
function associate(network: Network, attachment: TransitGatewayAttachment, gateway: Gateway): readonly Fix[] {
  const { conditions, template } = network.evaluator;
  const tables = transitTables(network).filter(
    (table) =>
      canHold(conditions, table.guard, attachment.guard) &&
      [undefined, attachment.resource.condition?.name].includes(table.resource.condition?.name) &&
      linkedEntities(table.transitGateway).some(({ entity }) => entity === gateway),
  );
  return tables.map((table) => ({
    title: { en: `Associate ${attachment.id} with ${table.id}`, ja: `${attachment.id} を ${table.id} に関連付ける` },
    edits: [
      {
        kind: "add-resource",
        id: freshId(template, `${attachment.id}Association`),
        type: "AWS::EC2::TransitGatewayRouteTableAssociation",
        properties: {
          TransitGatewayAttachmentId: refTo(attachment.id),
          TransitGatewayRouteTableId: refTo(table.id),
        },
        condition: attachment.resource.condition?.name,
        after: attachment.id,
      },
    ],
    preferred: tables.length === 1,
  }));
}
