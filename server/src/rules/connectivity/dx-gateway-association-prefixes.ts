import { resourcesOfType } from "../../template/resources-by-type.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { associatedGateways, associationType } from "./dx-associations.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-directconnectgatewayassociation.html */
export const dxGatewayAssociationPrefixes = defineRule({
  id: "dx-gateway-association-prefixes",
  group: "connectivity",
  severity: "error",
  topic: "direct-connect-gateway",
  messages: {
    missing: {
      en: "{id} associates the transit gateway {gateway} without AllowedPrefixesToDirectConnectGateway, which is required for one: the list is what your site learns, and there is no default. Give it the CIDR blocks of the VPCs behind {gateway}.",
      ja: "{id} は Transit Gateway の {gateway} を関連付けているが、AllowedPrefixesToDirectConnectGateway がない。Transit Gateway では必須で、書いたプレフィックスだけがオンプレミスへ広告される。{gateway} につながる VPC の CIDR を指定すること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, associationType)) {
      const prefixes = presence(evaluator, resource, "AllowedPrefixesToDirectConnectGateway");
      for (const { gateway, way } of associatedGateways(evaluator, resource, "AWS::EC2::TransitGateway")) {
        for (const guard of prefixes.absent) {
          report({
            at: way.span,
            message: "missing",
            data: { id: resource.id, gateway: gateway.id },
            because: [way, { guard }],
          });
        }
      }
    }
  },
});
