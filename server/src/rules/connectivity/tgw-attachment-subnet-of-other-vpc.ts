import type { TransitGatewayAttachment, Vpc } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import type { Evaluator } from "../../template/value.ts";
import { linkedEntities } from "../basis.ts";
import { isUnconditional } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html */
export const tgwAttachmentSubnetOfOtherVpc = defineRule({
  id: "tgw-attachment-subnet-of-other-vpc",
  group: "connectivity",
  severity: "warning",
  topic: "transit-gateway",
  messages: {
    otherVpc: {
      en: "{id} attaches {vpc} with {subnet}, which is in {other}. The subnets of an attachment are subnets of the VPC that it attaches. Name a subnet of {vpc}.",
      ja: "{id} は {vpc} のアタッチメントなのに、サブネット {subnet} は {other} にある。アタッチメントには、アタッチする VPC 自身のサブネットを使う。{vpc} のサブネットを指定すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const attachment of network.transitGatewayAttachments) {
      for (const { entity: vpc, fact: toVpc } of linkedEntities(attachment.vpc)) {
        for (const { entity: subnet, fact: toSubnet } of linkedEntities(attachment.subnets)) {
          for (const { entity: other, fact: ofSubnet } of linkedEntities(subnet.vpc)) {
            if (other === vpc) continue;
            report({
              at: toSubnet.span,
              message: "otherVpc",
              data: { id: attachment.id, vpc: vpc.id, subnet: subnet.id, other: other.id },
              related: [
                { at: toVpc.span, message: { en: "The VPC of the attachment", ja: "アタッチメントの VPC" } },
                { at: ofSubnet.span, message: { en: `The VPC of ${subnet.id}`, ja: `${subnet.id} の VPC` } },
              ],
              because: [attachment, subnet, vpc, other, toVpc, toSubnet, ofSubnet],
              fixes: () => [
                ...otherSubnets(attachment, vpc, toSubnet.span),
                ...attachOther(evaluator, attachment, other),
              ],
            });
          }
        }
      }
    }
  },
});

/** The subnets of the VPC that the attachment lacks, each in place of the wrong one. */
function otherSubnets(
  { subnets }: TransitGatewayAttachment,
  vpc: Vpc,
  span: TransitGatewayAttachment["resource"]["idSpan"],
): readonly Fix[] {
  const taken = linkedEntities(subnets).map(({ entity }) => entity);
  const zones = new Set(
    taken.filter((each) => vpc.subnets.includes(each)).flatMap(({ zone }) => zone.known.map(({ value }) => value.key)),
  );
  const free = vpc.subnets.filter(
    (subnet) => !taken.includes(subnet) && subnet.zone.known.every(({ value }) => !zones.has(value.key)),
  );
  return free.map((subnet) => ({
    title: { en: `Name ${subnet.id} instead`, ja: `${subnet.id} に替える` },
    edits: [{ kind: "replace-value", span, value: refTo(subnet.id) }],
    preferred: free.length === 1,
  }));
}

/** Where all subnets are of the other VPC, that one may be meant. */
function attachOther(
  evaluator: Evaluator,
  { id, resource, subnets }: TransitGatewayAttachment,
  vpc: Vpc,
): readonly Fix[] {
  const all = linkedEntities(subnets).map(({ entity }) => entity);
  const isMeant = all.length === subnets.known.length && all.every((subnet) => vpc.subnets.includes(subnet));
  if (!isMeant || !isUnconditional(evaluator, resource, "VpcId")) return [];
  return [
    {
      title: { en: `Attach ${vpc.id} instead`, ja: `アタッチする VPC を ${vpc.id} にする` },
      edits: [{ kind: "set-property", resource: id, path: ["VpcId"], value: refTo(vpc.id) }],
    },
  ];
}
