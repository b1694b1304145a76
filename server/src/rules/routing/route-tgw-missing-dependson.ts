import { defineRule } from "../rule.ts";
import { addDependency, missingDependencies } from "./missing-dependency.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeTgwMissingDependson = defineRule({
  id: "route-tgw-missing-dependson",
  group: "routing",
  severity: "error",
  topic: "transit-gateway",
  messages: {
    missing: {
      en: "{id} leads to the transit gateway {gateway} but does not wait for {attachment}, which attaches its VPC. CloudFormation will make the route too early, and EC2 refuses it until the VPC is attached. Add DependsOn: {attachment}.",
      ja: "{id} は Transit Gateway {gateway} に向かうが、VPC をアタッチする {attachment} を待たない。ルートが先に作成され、アタッチ完了前は拒否される。DependsOn: {attachment} を加えること。",
    },
  },
  check({ network }, report) {
    const attachments = network.transitGatewayAttachments.map((attachment) => ({
      ...attachment,
      gateway: attachment.transitGateway,
    }));
    for (const missing of missingDependencies(network, "transit-gateway", attachments)) {
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
