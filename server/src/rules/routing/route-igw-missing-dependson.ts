import { allGuards } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { attachmentPlace, dependOn, waitsForOne } from "./missing-dependency.ts";

/** "When a DependsOn attribute is required": https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html */
export const routeIgwMissingDependson = defineRule({
  id: "route-igw-missing-dependson",
  group: "routing",
  severity: "warning",
  topic: "internet-gateway",
  facts: ["igw.attachment-first"],
  messages: {
    tooEarly: {
      en: "{id} leads to {gateway} but does not wait until {attachment} has attached it, so creating the stack fails whenever the route comes first. Add DependsOn: {attachment}.",
      ja: "{id} は {gateway} に向かうが、{attachment} によるアタッチを待たない。ルートが先に作られると、スタックの作成は失敗する。DependsOn: {attachment} を追加すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        const { link, property } = target.value;
        if (property !== "GatewayId" || link.kind !== "entity") continue;
        const gateway = network.gateways.find(({ id, kind }) => kind === "internet-gateway" && id === link.entity.id);
        if (!gateway || waitsForOne(network, route, gateway.attachments)) continue;
        const attachment = gateway.attachments.find(({ guard }) =>
          allGuards(evaluator.conditions, [route.guard, target.guard, guard]),
        );
        if (!attachment) continue;
        report({
          at: target.span,
          message: "tooEarly",
          data: { id: route.id, gateway: gateway.id, attachment: attachment.id },
          related: [attachmentPlace(attachment)],
          because: [route, target, attachment],
          fixes: () => dependOn(network, route, attachment),
        });
      }
    }
  },
});
