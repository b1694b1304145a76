import { propertyFacts, readBoolean } from "../../network/facts.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { allGuards, existence } from "../basis.ts";
import { isUnconditional, keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";

/** https://docs.aws.amazon.com/vpc/latest/tgw/tgw-create-static-route.html */
export const tgwRouteBlackholeAndAttachment = defineRule({
  id: "tgw-route-blackhole-and-attachment",
  group: "connectivity",
  severity: "error",
  topic: "transit-gateway-routing",
  messages: {
    both: {
      en: "{id} drops packets (Blackhole: true) and names an attachment to send them to. A route does one of the two. Remove Blackhole if they are to arrive, or the attachment if they are not.",
      ja: "{id} はパケットを破棄する設定 (Blackhole: true) なのに、転送先のアタッチメントもある。ルートにできるのはどちらか一方。通すなら Blackhole を、破棄するならアタッチメントを削除すること。",
    },
    neither: {
      en: "{id} names no attachment and isn't a blackhole, so it leads nowhere. Give it TransitGatewayAttachmentId, or Blackhole: true to drop what it matches.",
      ja: "{id} にはアタッチメントがなく、Blackhole でもないため、行き先がない。TransitGatewayAttachmentId を指定するか、一致したパケットを破棄するなら Blackhole: true にすること。",
    },
  },
  check({ template, evaluator }, report) {
    const { conditions } = evaluator;
    for (const resource of resourcesOfType(template, "AWS::EC2::TransitGatewayRoute")) {
      const { id } = resource;
      const guard = existence(conditions, resource);
      const blackhole = propertyFacts(evaluator, { resource, guard }, "Blackhole", readBoolean);
      const attachment = presence(evaluator, resource, "TransitGatewayAttachmentId");
      for (const drops of blackhole.known.filter(({ value }) => value)) {
        for (const leads of attachment.known) {
          if (!allGuards(conditions, [drops.guard, leads.guard])) continue;
          report({
            at: drops.span,
            message: "both",
            data: { id },
            related: [
              {
                at: keySpan(resource, "TransitGatewayAttachmentId"),
                message: { en: "The attachment", ja: "アタッチメントはここ" },
              },
            ],
            because: [drops, leads],
            fixes: () =>
              [
                { drop: "Blackhole", title: { en: "Send packets to the attachment", ja: "アタッチメントに転送する" } },
                { drop: "TransitGatewayAttachmentId", title: { en: "Drop packets", ja: "パケットを破棄する" } },
              ].flatMap(({ drop, title }) =>
                isUnconditional(evaluator, resource, drop)
                  ? [{ title, edits: [{ kind: "remove-property" as const, resource: id, path: [drop] }] }]
                  : [],
              ),
          });
        }
      }
      const passes = [
        ...blackhole.known.filter(({ value }) => !value),
        ...blackhole.absent.map((absent) => ({ guard: absent })),
      ];
      for (const way of passes) {
        for (const absent of attachment.absent) {
          report({ at: resource.typeSpan, message: "neither", data: { id }, because: [way, { guard: absent }] });
        }
      }
    }
  },
});
