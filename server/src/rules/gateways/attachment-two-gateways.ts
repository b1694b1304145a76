import { allGuards, waysOfProperty } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { attachmentType, vpcGatewayAttachments } from "./attachments.ts";
import { propertyAsNewValue } from "./new-values.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html */
export const attachmentTwoGateways = defineRule({
  id: "attachment-two-gateways",
  group: "gateways",
  severity: "error",
  topic: "internet-gateway",
  messages: {
    both: {
      en: "{id} names an internet gateway and a virtual private gateway, but an attachment takes exactly one of them. CloudFormation will fail. Give the virtual private gateway an attachment of its own.",
      ja: "{id} に InternetGatewayId と VpnGatewayId の両方がある。アタッチメント 1 つに書けるのは片方だけで、作成は失敗する。仮想プライベートゲートウェイ用に別のアタッチメントを作ること。",
    },
  },
  check(context, report) {
    const { template, evaluator } = context;
    for (const resource of vpcGatewayAttachments(template)) {
      for (const internet of waysOfProperty(evaluator, resource, "InternetGatewayId")) {
        for (const vpn of waysOfProperty(evaluator, resource, "VpnGatewayId")) {
          if (!allGuards(evaluator.conditions, [internet.guard, vpn.guard])) continue;
          report({
            at: vpn.span,
            message: "both",
            data: { id: resource.id },
            related: [
              {
                at: internet.span,
                message: { en: "The internet gateway is here", ja: "インターネットゲートウェイはここ" },
              },
            ],
            because: [internet, vpn],
            fixes: (): readonly Fix[] => {
              const vpcId = propertyAsNewValue(resource, "VpcId");
              const gateway = propertyAsNewValue(resource, "VpnGatewayId");
              if (vpcId === undefined || gateway === undefined) return [];
              const id = freshId(template, "VpnGatewayAttachment");
              return [
                {
                  title: {
                    en: `Move the virtual private gateway to ${id}`,
                    ja: `仮想プライベートゲートウェイを ${id} に分ける`,
                  },
                  edits: [
                    { kind: "remove-property", resource: resource.id, path: ["VpnGatewayId"] },
                    {
                      kind: "add-resource",
                      id,
                      type: attachmentType,
                      properties: { VpcId: vpcId, VpnGatewayId: gateway },
                      condition: resource.condition?.name,
                      after: resource.id,
                    },
                  ],
                  preferred: true,
                },
              ];
            },
          });
        }
      }
    }
  },
});
