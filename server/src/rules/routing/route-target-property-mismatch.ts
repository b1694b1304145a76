import type { RouteTarget } from "../../network/model.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import type { Resource } from "../../template/template.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isWritten } from "./route-parts.ts";
import { isTransitGatewayAttachment, shortType, targetPropertyFor } from "./target-kinds.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeTargetPropertyMismatch = defineRule({
  id: "route-target-property-mismatch",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    otherProperty: {
      en: "{id} names {target} in {property}, but {target} is a resource of type {type}, which belongs in {right}. EC2 will refuse the id.",
      ja: "{id} は {property} に {target} を指定しているが、{target} は {type} で、{right} に書くもの。EC2 はこの ID を拒否する。",
    },
    attachment: {
      en: "{id} names the attachment {target} in {property}. A route leads to the transit gateway itself, not to its attachment, so EC2 will refuse the id.",
      ja: "{id} は {property} にアタッチメント {target} を指定している。ルートの送り先はアタッチメントではなく Transit Gateway 本体で、EC2 はこの ID を拒否する。",
    },
    noTarget: {
      en: "{id} names {target} in {property}, but no route can lead to a resource of type {type}. EC2 will refuse the id.",
      ja: "{id} は {property} に {target} を指定しているが、{type} はルートのターゲットになれない。EC2 はこの ID を拒否する。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      for (const fact of route.targets.known) {
        const { property } = fact.value;
        const target = namedResource(fact.value);
        if (target === undefined || targetPropertyFor(target.type) === property) continue;
        const right = targetPropertyFor(target.type);
        const isAttachment = isTransitGatewayAttachment(target.type);
        report({
          at: fact.span,
          message: right ? "otherProperty" : isAttachment ? "attachment" : "noTarget",
          data: { id: route.id, target: target.id, property, type: shortType(target.type), right: right ?? "" },
          related: [{ at: target.idSpan, message: { en: "What it names", ja: "指定されているリソース" } }],
          because: [fact],
          fixes: () =>
            right
              ? rename(route.resource, property, right)
              : isAttachment
                ? useGateway(route.resource, fact.value, target)
                : [],
        });
      }
    }
  },
});

/** The EC2 resource whose id the property gets; attributes with other data are not ours to judge. */
function namedResource({ link }: RouteTarget): Resource | undefined {
  if (link.kind === "elsewhere") return undefined;
  if (link.kind === "other" && link.attribute !== undefined && link.attribute !== "Id") return undefined;
  const resource = link.kind === "entity" ? link.entity.resource : link.resource;
  return resource.type.startsWith("AWS::EC2::") ? resource : undefined;
}

function rename(route: Resource, property: string, to: string): readonly Fix[] {
  if (isWritten(route, to)) return [];
  return [
    {
      title: { en: `Write ${to} in place of ${property}`, ja: `${property} を ${to} に直す` },
      edits: [{ kind: "rename-property", resource: route.id, path: [property], to }],
      preferred: true,
    },
  ];
}

function useGateway(route: Resource, { property }: RouteTarget, attachment: Resource): readonly Fix[] {
  const gateway = propertyAsNewValue(attachment, "TransitGatewayId");
  const isFree = property === "TransitGatewayId" || !isWritten(route, "TransitGatewayId");
  if (gateway === undefined || !isFree) return [];
  const edits: TemplateEdit[] = [
    { kind: "set-property", resource: route.id, path: ["TransitGatewayId"], value: gateway },
    { kind: "add-depends-on", resource: route.id, target: attachment.id },
  ];
  if (property !== "TransitGatewayId") {
    edits.unshift({ kind: "remove-property", resource: route.id, path: [property] });
  }
  return [
    {
      title: {
        en: `Lead ${route.id} to the transit gateway of ${attachment.id}`,
        ja: `${route.id} を ${attachment.id} の Transit Gateway に向ける`,
      },
      edits,
      preferred: true,
    },
  ];
}
