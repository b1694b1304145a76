import { resourcesOfType } from "../../template/resources-by-type.ts";
import { bothGiven, keepOne, noneGiven } from "../either.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

const ends = ["DirectConnectGatewayId", "VirtualGatewayId"] as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-privatevirtualinterface.html */
export const dxVifGatewayCount = defineRule({
  id: "dx-vif-gateway-count",
  group: "connectivity",
  severity: "error",
  topic: "virtual-interface",
  messages: {
    both: {
      en: "{id} names a Direct Connect gateway and a virtual private gateway, but a private VIF ends on one of them. Keep DirectConnectGatewayId, which leads to VPCs of many Regions, or VirtualGatewayId for a single VPC.",
      ja: "{id} に DirectConnectGatewayId と VirtualGatewayId の両方がある。プライベート VIF の終端はどちらか 1 つ。複数リージョンの VPC につなぐなら DirectConnectGatewayId、VPC が 1 つなら VirtualGatewayId だけを残すこと。",
    },
    none: {
      en: "{id} is a private VIF that ends nowhere, so it reaches no VPC. Give it DirectConnectGatewayId, or VirtualGatewayId for a single VPC.",
      ja: "{id} はプライベート VIF だが、終端のゲートウェイがなく、どの VPC にもつながらない。DirectConnectGatewayId を、VPC が 1 つなら VirtualGatewayId を指定すること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::DirectConnect::PrivateVirtualInterface")) {
      const { id } = resource;
      for (const { names, because } of bothGiven(evaluator, resource, ...ends)) {
        report({
          at: keySpan(resource, "VirtualGatewayId"),
          message: "both",
          data: { id },
          related: [
            {
              at: keySpan(resource, "DirectConnectGatewayId"),
              message: { en: "The Direct Connect gateway", ja: "Direct Connect ゲートウェイ" },
            },
          ],
          because,
          fixes: () => keepOne(evaluator, resource, names),
        });
      }
      for (const guard of noneGiven(evaluator, resource, ends)) {
        report({ at: resource.typeSpan, message: "none", data: { id }, because: [{ guard }] });
      }
    }
  },
});
