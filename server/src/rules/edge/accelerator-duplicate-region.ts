import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import { type Basis, canHold, existence, type Given, waysOfProperty } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";
import { nameOf } from "./listener-ports.ts";

interface Placed {
  readonly group: Resource;
  readonly because: readonly (Basis & Pick<Given, "guard">)[];
}

/** `EndpointGroupAlreadyExistsException`. https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html */
export const acceleratorDuplicateRegion = defineRule({
  id: "accelerator-duplicate-region",
  group: "edge",
  severity: "error",
  topic: "global-accelerator-components",
  messages: {
    twice: {
      en: "{id} is for {region}, where {first} is the endpoint group of the same listener already. A listener has one group per Region, so CloudFormation will fail. Put the endpoints into {first}, or choose another Region.",
      ja: "{id} のリージョン {region} には、同じリスナーのエンドポイントグループ {first} がすでにある。グループはリージョンごとに 1 つまでで、作成は失敗する。エンドポイントを {first} にまとめるか、別のリージョンにすること。",
    },
  },
  check({ network, template, evaluator }, report) {
    const byPlace = new Map<string, Placed[]>();
    for (const group of resourcesOfType(template, "AWS::GlobalAccelerator::EndpointGroup")) {
      for (const listener of waysOfProperty(evaluator, group, "ListenerArn")) {
        for (const region of waysOfProperty(evaluator, group, "EndpointGroupRegion")) {
          const names = [nameOf(listener), nameOf(region)];
          if (names.some((name) => name === undefined)) continue;
          const key = names.join(" in ");
          const because = [{ guard: existence(evaluator.conditions, group) }, listener, region];
          const before = byPlace.get(key) ?? [];
          const first = before.find(
            (each) =>
              each.group !== group &&
              canHold(evaluator.conditions, ...[...each.because, ...because].map(({ guard }) => guard)),
          );
          byPlace.set(key, [...before, { group, because }]);
          if (!first) continue;
          report({
            at: region.span,
            message: "twice",
            data: {
              id: group.id,
              first: first.group.id,
              region: textOf(region.value) ?? { en: "the same Region", ja: "(同じリージョン)" },
            },
            related: [{ at: first.group.idSpan, message: { en: "The first group", ja: "先にあるグループ" } }],
            because: [...first.because, ...because],
            fixes: () => removalOf(network, group),
          });
        }
      }
    }
  },
});
