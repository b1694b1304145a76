import type { Network, Route, TransitGatewayAttachment } from "../../network/model.ts";
import { allGuards, type Basis, linkedEntities, linkKey } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { attachmentPlace, dependOn, waitsForOne } from "./missing-dependency.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeTgwMissingDependson = defineRule({
  id: "route-tgw-missing-dependson",
  group: "routing",
  severity: "error",
  topic: "transit-gateway",
  messages: {
    tooEarly: {
      en: "{id} leads to {gateway} but does not wait until {attachment} has attached the VPC to it, and without the attachment CloudFormation will fail. Add DependsOn: {attachment}.",
      ja: "{id} は {gateway} に向かうが、{attachment} による VPC のアタッチを待たない。アタッチ前のルートの作成は失敗する。DependsOn: {attachment} を追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        const { link, property } = target.value;
        if (property !== "TransitGatewayId" || link.kind !== "entity") continue;
        const found = attachmentsOf(network, route, link.entity.id);
        const attachments = found.map(({ attachment }) => attachment);
        if (waitsForOne(network, route, attachments)) continue;
        const first = found.find(({ because }) =>
          allGuards(
            evaluator.conditions,
            [route, target, ...because].map(({ guard }) => guard),
          ),
        );
        if (!first) continue;
        report({
          at: target.span,
          message: "tooEarly",
          data: { id: route.id, gateway: link.entity.id, attachment: first.attachment.id },
          related: [attachmentPlace(first.attachment)],
          because: [route, target, ...first.because],
          fixes: () => dependOn(network, route, first.attachment),
        });
      }
    }
  },
});

interface Attached {
  readonly attachment: TransitGatewayAttachment;
  readonly because: readonly Basis[];
}

/** The attachments of the transit gateway to the VPC that the route is in. */
function attachmentsOf({ transitGatewayAttachments }: Network, route: Route, gatewayId: string): readonly Attached[] {
  const tables = linkedEntities(route.table);
  return transitGatewayAttachments.flatMap((attachment) =>
    linkedEntities(attachment.transitGateway)
      .filter(({ entity }) => entity.id === gatewayId)
      .flatMap(({ fact: gateway }) =>
        attachment.vpc.known.flatMap((vpc) =>
          tables.flatMap(({ entity: table, fact: inTable }) =>
            table.vpc.known
              .filter(({ value }) => linkKey(value) !== undefined && linkKey(value) === linkKey(vpc.value))
              .map((inVpc) => ({ attachment, because: [attachment, gateway, vpc, inTable, table, inVpc] })),
          ),
        ),
      ),
  );
}
