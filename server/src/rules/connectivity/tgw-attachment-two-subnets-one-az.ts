import type { Fact, Link, Subnet, TransitGatewayAttachment } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import { linkedEntities, pairsOf } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isSameZone } from "../same-zone.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayattachment.html */
export const tgwAttachmentTwoSubnetsOneAz = defineRule({
  id: "tgw-attachment-two-subnets-one-az",
  group: "connectivity",
  severity: "error",
  topic: "transit-gateway",
  messages: {
    sameZone: {
      en: "{id} names {second} and {first}, which are both in {zone}. An attachment takes one subnet per Availability Zone, and CloudFormation will fail. Keep one of them; it serves the whole zone.",
      ja: "{id} に指定した {second} と {first} は同じ AZ ({zone}) にある。アタッチメントのサブネットは AZ ごとに 1 つで、作成は失敗する。どちらか一方を残すこと。AZ 内のリソースはそれで足りる。",
    },
  },
  check({ network }, report) {
    for (const attachment of network.transitGatewayAttachments) {
      const places = linkedEntities(attachment.subnets).flatMap(({ entity: subnet, fact }) =>
        subnet.zone.known.map((zone) => ({ subnet, fact, zone })),
      );
      for (const [first, second] of pairsOf(places)) {
        if (first.subnet === second.subnet || !isSameZone(first.zone, second.zone)) continue;
        report({
          at: second.fact.span,
          message: "sameZone",
          data: { id: attachment.id, first: first.subnet.id, second: second.subnet.id, zone: second.zone.value.label },
          related: [
            {
              at: first.fact.span,
              message: { en: `${first.subnet.id} is in that zone, too`, ja: `${first.subnet.id} も同じ AZ` },
            },
          ],
          because: [attachment, first.subnet, second.subnet, first.fact, second.fact, first.zone, second.zone],
          fixes: () => [
            ...without(attachment, second.fact, first.subnet),
            ...without(attachment, first.fact, second.subnet),
          ],
        });
      }
    }
  },
});

/** Takes the subnet out of the list, where it is written there by itself. */
function without(
  { id, resource }: TransitGatewayAttachment,
  { span }: Fact<Link<Subnet>>,
  kept: Subnet,
): readonly Fix[] {
  const list = propertyOf(resource.properties, "SubnetIds")?.value;
  const index = list?.kind === "list" ? list.items.findIndex((item) => item.span.start === span.start) : -1;
  if (index < 0) return [];
  return [
    {
      title: { en: `Keep ${kept.id} only`, ja: `${kept.id} だけを残す` },
      edits: [{ kind: "remove-property", resource: id, path: ["SubnetIds", index] }],
    },
  ];
}
