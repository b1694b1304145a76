import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { existence } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { vpcGatewayAttachments } from "./attachments.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html */
export const attachmentNoGateway = defineRule({
  id: "attachment-no-gateway",
  group: "gateways",
  severity: "error",
  topic: "internet-gateway",
  messages: {
    none: {
      en: "{id} attaches nothing: it needs InternetGatewayId or VpnGatewayId. CloudFormation will fail.",
      ja: "{id} にはアタッチするゲートウェイがない。InternetGatewayId か VpnGatewayId のどちらかが必要で、このままでは作成は失敗する。",
    },
  },
  check({ template, network, evaluator }, report) {
    for (const resource of vpcGatewayAttachments(template)) {
      if (resource.open) continue;
      const guard = existence(evaluator.conditions, resource);
      const given = ["InternetGatewayId", "VpnGatewayId"].map((name) => propertyOf(resource.properties, name)?.value);
      // Fn::If that leaves both out somewhere is a case of its own, which the catalogue leaves alone.
      if (given.some((expression) => expression !== undefined)) continue;
      report({
        at: resource.typeSpan,
        message: "none",
        data: { id: resource.id },
        because: [{ guard }],
        fixes: (): readonly Fix[] =>
          network.gateways.flatMap(({ kind, id }) => {
            const property =
              kind === "internet-gateway" ? "InternetGatewayId" : kind === "vpn-gateway" ? "VpnGatewayId" : undefined;
            if (!property) return [];
            return [
              {
                title: { en: `Attach ${id}`, ja: `${id} をアタッチする` },
                edits: [{ kind: "set-property", resource: resource.id, path: [property], value: refTo(id) }],
              },
            ];
          }),
      });
    }
  },
});
