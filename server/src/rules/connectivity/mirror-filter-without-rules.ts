import { factsOfAny } from "../../network/facts.ts";
import { remaining } from "../../network/guards.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { allGuards, existence, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";

/** https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-filters.html */
export const mirrorFilterWithoutRules = defineRule({
  id: "mirror-filter-without-rules",
  group: "connectivity",
  severity: "warning",
  topic: "traffic-mirroring",
  messages: {
    none: {
      en: "{id} has no rule, and a mirror filter copies nothing that no rule accepts. Its sessions stay silent. Add an AWS::EC2::TrafficMirrorFilterRule for each direction that you want to see.",
      ja: "{id} にルールがない。ミラーフィルターはルールが許可したパケットしか複製せず、このままではセッションに何も流れない。見たい方向ごとに AWS::EC2::TrafficMirrorFilterRule を追加すること。",
    },
  },
  check({ network, template, evaluator }, report) {
    const { conditions } = evaluator;
    const rules = resourcesOfType(template, "AWS::EC2::TrafficMirrorFilterRule");
    for (const filter of resourcesOfType(template, "AWS::EC2::TrafficMirrorFilter")) {
      if (network.isExposed(filter.id)) continue;
      const guard = existence(conditions, filter);
      // Traffic to Amazon's DNS server can be mirrored without a rule.
      const services = factsOfAny(evaluator, { resource: filter, guard }, [
        presence(evaluator, filter, "NetworkServices"),
      ]);
      // A rule whose filter nobody knows may belong to this one.
      const belonging = rules.flatMap((rule) =>
        waysOfProperty(evaluator, rule, "TrafficMirrorFilterId").flatMap(({ value, guard: under }) =>
          value.kind === "unknown" || (value.kind === "reference" && value.logicalId === filter.id) ? [under] : [],
        ),
      );
      for (const plain of services.absent) {
        for (const empty of remaining(conditions, guard, belonging) ?? []) {
          if (!allGuards(conditions, [plain, empty])) continue;
          report({
            at: filter.idSpan,
            message: "none",
            data: { id: filter.id },
            because: [{ guard: plain }, { guard: empty }],
          });
        }
      }
    }
  },
});
