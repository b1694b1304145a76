/** Elastic IPs that fixes add. */
import type { NatGateway, Vpc } from "../../network/model.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import { linkedEntities } from "../basis.ts";

/** The attachments that connect the VPC to the internet; an Elastic IP for the VPC has to wait for them. */
export function internetAttachments(vpc: Vpc): readonly string[] {
  return vpc.attachments.filter(({ internetGateway }) => internetGateway.known.length > 0).map(({ id }) => id);
}

/** An Elastic IP for a NAT gateway of the subnet's VPC, written behind the gateway. */
export function newAddress(id: string, nat: NatGateway, condition?: string): TemplateEdit {
  const vpcs = linkedEntities(nat.subnet).flatMap(({ entity }) =>
    linkedEntities(entity.vpc).map((each) => each.entity),
  );
  const dependsOn = [...new Set(vpcs.flatMap(internetAttachments))];
  return {
    kind: "add-resource",
    id,
    type: "AWS::EC2::EIP",
    properties: { Domain: "vpc" },
    ...(dependsOn.length > 0 && { dependsOn }),
    condition,
    after: nat.id,
  };
}
