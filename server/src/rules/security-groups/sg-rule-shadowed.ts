import { type RuleReading, readingsOf, ruleKey } from "../../network/security-rules.ts";
import { assumptionsOf } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { covers, placeOf } from "./coverage.ts";
import { peerText, ruleId, ruleRemoval } from "./rule-parts.ts";

/** Groups with more rules than EC2 takes are not compared rule by rule. */
const mostRules = 200;

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const sgRuleShadowed = defineRule({
  id: "sg-rule-shadowed",
  group: "security-groups",
  severity: "hint",
  topic: "elastic-network-interface",
  messages: {
    covered: {
      en: "{id} has a rule for {narrow} that lets nothing more through: a wider rule of the same group, for {wide}, already does. Remove it, or narrow the wider one.",
      ja: "{id} の {narrow} のルールで新たに通るものはない。同じグループにある {wide} のルールが、すでにすべて許可している。削除するか、広い方を絞ること。",
    },
  },
  check({ network, evaluator }, report) {
    const byGroup = new Map<string, RuleReading[]>();
    for (const rule of network.securityGroupRules) {
      const place = placeOf(rule);
      if (place === undefined) continue;
      const readings = byGroup.get(place) ?? [];
      readings.push(...readingsOf(evaluator.conditions, rule).filter((reading) => ruleKey(reading) !== undefined));
      byGroup.set(place, readings);
    }
    for (const readings of byGroup.values()) {
      if (readings.length > mostRules) continue;
      for (const narrow of readings) {
        const wide = readings.find((other) => other.rule !== narrow.rule && covers(other, narrow));
        if (!wide?.peer || !narrow.peer) continue;
        // Who deploys with another value than the default needs both rules.
        if (assumptionsOf([wide, narrow]).length > 0) continue;
        report({
          at: narrow.rule.span,
          message: "covered",
          data: { id: ruleId(narrow.rule), narrow: peerText(narrow.peer), wide: peerText(wide.peer) },
          related: [{ at: wide.rule.span, message: { en: "The wider rule", ja: "広い方のルール" } }],
          tags: ["unnecessary"],
          because: [narrow, wide],
          fixes: () =>
            ruleRemoval(network, narrow.rule, {
              en: `Remove the rule for ${narrow.peer ? peerText(narrow.peer) : ""} from ${ruleId(narrow.rule)}`,
              ja: `${ruleId(narrow.rule)} から ${narrow.peer ? peerText(narrow.peer) : ""} のルールを削除する`,
            }),
        });
      }
    }
  },
});
