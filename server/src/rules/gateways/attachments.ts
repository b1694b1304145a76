/** Attachments of internet and virtual private gateways to VPCs. */
import { type Localized, sameInAll } from "../../base/localized.ts";
import type { GatewayAttachment, Network } from "../../network/model.ts";
import type { Resource, Template } from "../../template/template.ts";
import { allGuards, type Basis, linkKey, pairsOf } from "../basis.ts";

export const attachmentType = "AWS::EC2::VPCGatewayAttachment";

export function vpcGatewayAttachments(template: Template): readonly Resource[] {
  return [...template.resources.values()].filter(({ type }) => type === attachmentType);
}

export interface AttachedPair {
  readonly first: GatewayAttachment;
  readonly second: GatewayAttachment;
  /** The VPC for people: its logical ID, or "the same VPC" where it lies elsewhere. */
  readonly vpc: Localized;
  readonly because: readonly Basis[];
}

/** Attachments of the same kind of gateway to the same VPC that can exist together. */
export function pairsOnOneVpc(
  { attachments, evaluator }: Network,
  gateway: "internetGateway" | "vpnGateway",
): readonly AttachedPair[] {
  const attached = attachments
    .filter(({ resource }) => resource.type === attachmentType)
    .flatMap((attachment) =>
      attachment.vpc.known.flatMap((vpc) =>
        attachment[gateway].known.map((fact) => ({ attachment, vpc, fact, key: linkKey(vpc.value) })),
      ),
    );
  return [...pairsOf(attached)].flatMap(([a, b]) => {
    if (a.attachment === b.attachment || a.key === undefined || a.key !== b.key) return [];
    const because = [a.attachment, a.vpc, a.fact, b.attachment, b.vpc, b.fact];
    if (
      !allGuards(
        evaluator.conditions,
        because.map(({ guard }) => guard),
      )
    )
      return [];
    const { value: link } = a.vpc;
    const vpc = link.kind === "entity" ? sameInAll(link.entity.id) : { en: "the same VPC", ja: "同じ VPC" };
    return [{ first: a.attachment, second: b.attachment, vpc, because }];
  });
}
