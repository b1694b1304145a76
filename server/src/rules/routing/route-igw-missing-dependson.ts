import { defineRule } from "../rule.ts";
import { addDependency, missingDependencies } from "./missing-dependency.ts";

/** "When a DependsOn attribute is required": https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html */
export const routeIgwMissingDependson = defineRule({
  id: "route-igw-missing-dependson",
  group: "routing",
  severity: "warning",
  topic: "internet-gateway",
  messages: {
    missing: {
      en: "{id} leads to {gateway} but does not wait for {attachment}, which attaches it. CloudFormation may make the route first, and EC2 refuses routes to a gateway that is not attached. Add DependsOn: {attachment}.",
      ja: "{id} は {gateway} に向かうが、それをアタッチする {attachment} を待たない。CloudFormation がルートを先に作ると、アタッチ前のゲートウェイへのルートは拒否される。DependsOn: {attachment} を加えること。",
    },
  },
  check({ network }, report) {
    const attachments = network.attachments.map((attachment) => ({
      ...attachment,
      gateway: attachment.internetGateway,
    }));
    for (const missing of missingDependencies(network, "internet-gateway", attachments)) {
      const { route, target, gateway, attachment, because } = missing;
      report({
        at: target.span,
        message: "missing",
        data: { id: route.id, gateway: gateway.id, attachment: attachment.id },
        related: [{ at: attachment.resource.idSpan, message: { en: "The attachment", ja: "アタッチメント" } }],
        because,
        fixes: () => addDependency(network, missing),
      });
    }
  },
});
