import type { GatewayAttachment, Network } from "../../network/model.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { canHold, type Given, linkedEntities, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { addDependency, missingDependencies } from "./missing-dependency.ts";
import { waitFor } from "./route-choices.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpngatewayroutepropagation.html */
export const routeVgwMissingDependson = defineRule({
  id: "route-vgw-missing-dependson",
  group: "routing",
  severity: "warning",
  topic: "virtual-private-gateway",
  messages: {
    route: {
      en: "{id} leads to {gateway} but does not wait for {attachment}, which attaches it. CloudFormation may make the route first, and EC2 refuses routes to a gateway that is not attached. Add DependsOn: {attachment}.",
      ja: "{id} は {gateway} に向かうが、それをアタッチする {attachment} を待たない。CloudFormation がルートを先に作ると、アタッチ前のゲートウェイへのルートは拒否される。DependsOn: {attachment} を加えること。",
    },
    propagation: {
      en: "{id} lets {gateway} propagate its routes but does not wait for {attachment}, which attaches it. AWS asks for this dependency; without it the stack may fail. Add DependsOn: {attachment}.",
      ja: "{id} は {gateway} のルートを伝播させるが、それをアタッチする {attachment} を待たない。AWS はこの依存を求めており、ないと失敗することがある。DependsOn: {attachment} を加えること。",
    },
  },
  check({ network }, report) {
    const attachments = network.attachments.map((attachment) => ({ ...attachment, gateway: attachment.vpnGateway }));
    for (const missing of missingDependencies(network, "vpn-gateway", attachments)) {
      const { route, target, gateway, attachment, because } = missing;
      report({
        at: target.span,
        message: "route",
        data: { id: route.id, gateway: gateway.id, attachment: attachment.id },
        related: [{ at: attachment.resource.idSpan, message: { en: "The attachment", ja: "アタッチメント" } }],
        because,
        fixes: () => addDependency(network, missing),
      });
    }
    for (const { propagation, way, attachment } of earlyPropagations(network)) {
      const { id } = propagation;
      report({
        at: way.span,
        message: "propagation",
        data: {
          id,
          gateway: way.value.kind === "reference" ? way.value.logicalId : "",
          attachment: attachment.id,
        },
        related: [{ at: attachment.resource.idSpan, message: { en: "The attachment", ja: "アタッチメント" } }],
        because: [way, attachment],
        fixes: () => {
          const edits = waitFor(network, propagation, attachment.id);
          return edits.length === 0
            ? []
            : [
                {
                  title: { en: `Make ${id} wait for ${attachment.id}`, ja: `${id} を ${attachment.id} の後に作成する` },
                  edits,
                  preferred: true,
                },
              ];
        },
      });
    }
  },
});

interface EarlyPropagation {
  readonly propagation: Resource;
  readonly way: Given;
  readonly attachment: GatewayAttachment;
}

/** Propagations from gateways of the template that can be made before the gateway is attached. */
function earlyPropagations(network: Network): readonly EarlyPropagation[] {
  const { evaluator } = network;
  const found: EarlyPropagation[] = [];
  for (const propagation of resourcesOfType(evaluator.template, "AWS::EC2::VPNGatewayRoutePropagation")) {
    const before = network.dependencies(propagation);
    for (const way of waysOfProperty(evaluator, propagation, "VpnGatewayId")) {
      if (way.value.kind !== "reference") continue;
      const { logicalId } = way.value;
      const attachments = network.attachments.filter(
        ({ vpnGateway, guard }) =>
          linkedEntities(vpnGateway).some(({ entity }) => entity.id === logicalId) &&
          canHold(evaluator.conditions, guard, way.guard),
      );
      const [attachment] = attachments;
      if (attachment && !attachments.some(({ id }) => before.has(id))) found.push({ propagation, way, attachment });
    }
  }
  return found;
}
