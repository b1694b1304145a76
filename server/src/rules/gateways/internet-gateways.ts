/** The internet gateway of a VPC, for fixes that lead traffic to it. */
import type { Gateway, GatewayAttachment, Network, Vpc } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";

export interface Attached {
  readonly gateway: Gateway;
  readonly attachment: GatewayAttachment;
}

/** The first internet gateway of the template that is attached to the VPC in it. */
export function attachedInternetGateway(network: Network, vpc: Vpc): Attached | undefined {
  for (const attachment of network.attachments) {
    if (!linkedEntities(attachment.vpc).some(({ entity }) => entity === vpc)) continue;
    const [found] = linkedEntities(attachment.internetGateway);
    if (found) return { gateway: found.entity, attachment };
  }
  return undefined;
}
