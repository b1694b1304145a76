import { resourcesOfType } from "../../template/resources-by-type.ts";
import { bothGiven, keepOne, noneGiven } from "../either.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

const gateways = ["VpnGatewayId", "TransitGatewayId", "VpnConcentratorId"];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html */
export const vpnGatewayCount = defineRule({
  id: "vpn-gateway-count",
  group: "connectivity",
  severity: "error",
  topic: "site-to-site-vpn",
  messages: {
    both: {
      en: "{id} names a virtual private gateway and a transit gateway, but its tunnels end at one of them. CloudFormation takes either VpnGatewayId or TransitGatewayId. Keep the one that leads to your VPCs.",
      ja: "{id} に VpnGatewayId と TransitGatewayId の両方がある。トンネルの AWS 側の終端は 1 つで、指定できるのはどちらか一方。VPC につながる方を残すこと。",
    },
    none: {
      en: "{id} names no gateway on the AWS side, so its tunnels lead to no VPC. Give it VpnGatewayId for one VPC, or TransitGatewayId for many.",
      ja: "{id} に AWS 側のゲートウェイがなく、トンネルはどの VPC にもつながらない。VPC が 1 つなら VpnGatewayId、複数なら TransitGatewayId を指定すること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::VPNConnection")) {
      const { id } = resource;
      for (const { names, because } of bothGiven(evaluator, resource, "TransitGatewayId", "VpnGatewayId")) {
        report({
          at: keySpan(resource, "TransitGatewayId"),
          message: "both",
          data: { id },
          related: [
            {
              at: keySpan(resource, "VpnGatewayId"),
              message: { en: "The virtual private gateway", ja: "仮想プライベートゲートウェイ" },
            },
          ],
          because,
          fixes: () => keepOne(evaluator, resource, names),
        });
      }
      // Cloud WAN takes a connection that was made without a gateway; so may whoever learns its id.
      const mayBeAttached =
        network.isExposed(id) || network.usersOf(id).some(({ type }) => type.startsWith("AWS::NetworkManager::"));
      if (mayBeAttached) continue;
      for (const guard of noneGiven(evaluator, resource, gateways)) {
        report({ at: resource.typeSpan, message: "none", data: { id }, because: [{ guard }] });
      }
    }
  },
});
