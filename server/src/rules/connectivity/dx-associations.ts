/** Associations of Direct Connect gateways with the gateways of VPCs. */
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Given, waysOfProperty } from "../basis.ts";

export const associationType = "AWS::DirectConnect::DirectConnectGatewayAssociation";

/** The gateway that is associated, where it is one of the template. */
export interface AssociatedGateway {
  readonly gateway: Resource;
  readonly way: Given;
}

/** Gateways of one type that the association may name. */
export function associatedGateways(
  evaluator: Evaluator,
  association: Resource,
  type: "AWS::EC2::TransitGateway" | "AWS::EC2::VPNGateway",
): readonly AssociatedGateway[] {
  return waysOfProperty(evaluator, association, "AssociatedGatewayId").flatMap((way) => {
    const gateway = way.value.kind === "reference" ? evaluator.template.resources.get(way.value.logicalId) : undefined;
    return gateway?.type === type ? [{ gateway, way }] : [];
  });
}
