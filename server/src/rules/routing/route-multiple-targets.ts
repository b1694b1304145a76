import { mayBeEmpty } from "../../network/links.ts";
import type { Fact, RouteTarget } from "../../network/model.ts";
import { canHold } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isUnconditional, keySpan, surplus, targetText } from "./route-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeMultipleTargets = defineRule({
  id: "route-multiple-targets",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    several: {
      en: "{id} has two targets, {first} ({firstProperty}) and {second} ({secondProperty}). A route takes exactly one, so EC2 will refuse it. Keep one of them.",
      ja: "{id} にターゲットが 2 つある: {first} ({firstProperty}) と {second} ({secondProperty})。ルートのターゲットは 1 つだけで、EC2 は作成を拒否する。どちらかを残すこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const route of network.routes) {
      const { resource } = route;
      const canCoexist = (a: Fact<RouteTarget>, b: Fact<RouteTarget>): boolean =>
        canHold(evaluator.conditions, a.guard, b.guard);
      const given = { ...route.targets, known: route.targets.known.filter(({ value }) => !mayBeEmpty(value.link)) };
      for (const { first, more } of surplus(given, ({ property }) => property, canCoexist)) {
        report({
          at: keySpan(resource, more.value.property),
          message: "several",
          data: {
            id: route.id,
            first: targetText(first.value),
            firstProperty: first.value.property,
            second: targetText(more.value),
            secondProperty: more.value.property,
          },
          related: [
            {
              at: keySpan(resource, first.value.property),
              message: { en: "The first target", ja: "1 つ目のターゲット" },
            },
          ],
          because: [first, more],
          fixes: () => [keep(first.value, more.value), keep(more.value, first.value)].flat(),
        });
      }

      function keep(kept: RouteTarget, removed: RouteTarget): readonly Fix[] {
        if (!isUnconditional(evaluator, resource, removed.property)) return [];
        return [
          {
            title: {
              en: `Keep ${kept.property} (${targetText(kept)}) and remove ${removed.property}`,
              ja: `${kept.property} (${targetText(kept)}) を残し、${removed.property} を削除する`,
            },
            edits: [{ kind: "remove-property", resource: route.id, path: [removed.property] }],
          },
        ];
      }
    }
  },
});
