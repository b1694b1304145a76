import type { Destination, Fact, Network, Route } from "../../network/model.ts";
import type { NewValue } from "../../template/edit.ts";
import { canHold } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { defineRule, type Fix } from "../rule.ts";
import { destinationText, isUnconditional, keySpan, surplus } from "./route-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeMultipleDestinations = defineRule({
  id: "route-multiple-destinations",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    several: {
      en: "{id} has two destinations, {first} and {second}. A route takes one, so EC2 will refuse it. Write a route for each.",
      ja: "{id} に送信先が 2 つある: {first} と {second}。ルートの送信先は 1 つだけで、EC2 は作成を拒否する。ルートを 2 つに分けること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      const canCoexist = (a: Fact<Destination>, b: Fact<Destination>): boolean =>
        canHold(evaluator.conditions, a.guard, b.guard);
      for (const { first, more } of surplus(route.destinations, ({ property }) => property, canCoexist)) {
        report({
          at: keySpan(route.resource, more.value.property),
          message: "several",
          data: { id: route.id, first: destinationText(first.value), second: destinationText(more.value) },
          related: [
            {
              at: keySpan(route.resource, first.value.property),
              message: { en: "The first destination", ja: "1 つ目の送信先" },
            },
          ],
          because: [first, more],
          fixes: () => split(network, route, more.value),
        });
      }
    }
  },
});

/** Moves a destination into a route of its own, with everything else as it is. */
function split({ evaluator }: Network, { id, resource }: Route, moved: Destination): readonly Fix[] {
  if (!isUnconditional(evaluator, resource, moved.property)) return [];
  const properties: Record<string, NewValue> = {};
  for (const { key } of resource.properties.properties) {
    if (key.startsWith("Destination") && key !== moved.property) continue;
    const value = propertyAsNewValue(resource, key);
    if (value === undefined) return [];
    properties[key] = value;
  }
  const suffix = moved.kind === "prefix-list" ? "PrefixList" : moved.family === 6 ? "Ipv6" : "Ipv4";
  const added = freshId(evaluator.template, `${id}${suffix}`);
  return [
    {
      title: {
        en: `Move ${destinationText(moved)} into a route of its own, ${added}`,
        ja: `${destinationText(moved)} を別のルート ${added} に分ける`,
      },
      edits: [
        { kind: "remove-property", resource: id, path: [moved.property] },
        {
          kind: "add-resource",
          id: added,
          type: "AWS::EC2::Route",
          properties,
          dependsOn: resource.dependsOn.map(({ name }) => name),
          condition: resource.condition?.name,
          after: id,
        },
      ],
      preferred: true,
    },
  ];
}
