import type { Fact, Network, RouteTarget } from "../../network/model.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isUnconditional, isWritten } from "./route-parts.ts";
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
  check({ network, evaluator }, report) {
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
              ? rename(evaluator, route.resource, property, right)
              : isAttachment
                ? useGateway(network, route.resource, fact, target)
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

/** Only where all of the property is wrong: another branch may be right where it is. */
function rename(evaluator: Evaluator, route: Resource, property: string, to: string): readonly Fix[] {
  if (isWritten(route, to) || !isUnconditional(evaluator, route, property)) return [];
  return [
    {
      title: { en: `Write ${to} in place of ${property}`, ja: `${property} を ${to} に直す` },
      edits: [{ kind: "rename-property", resource: route.id, path: [property], to }],
      preferred: true,
    },
  ];
}

function useGateway(
  network: Network,
  route: Resource,
  { value: { property }, span }: Fact<RouteTarget>,
  attachment: Resource,
): readonly Fix[] {
  const right = "TransitGatewayId";
  const gateway = propertyAsNewValue(attachment, right);
  if (gateway === undefined) return [];
  const isMisplaced = property !== right;
  if (isMisplaced && (isWritten(route, right) || !isUnconditional(network.evaluator, route, property))) return [];
  const replacing: readonly TemplateEdit[] = isMisplaced
    ? [
        { kind: "remove-property", resource: route.id, path: [property] },
        { kind: "set-property", resource: route.id, path: [right], value: gateway },
      ]
    : [{ kind: "replace-value", span, value: gateway }];
  // The reference that goes away was a dependency, too, which the route still needs.
  const dependency: readonly TemplateEdit[] = route.dependsOn.some(({ name }) => name === attachment.id)
    ? []
    : [{ kind: "add-depends-on", resource: route.id, target: attachment.id }];
  return [
    {
      title: {
        en: `Lead ${route.id} to the transit gateway of ${attachment.id}`,
        ja: `${route.id} を ${attachment.id} の Transit Gateway に向ける`,
      },
      edits: [...replacing, ...dependency],
      preferred: true,
    },
  ];
}
