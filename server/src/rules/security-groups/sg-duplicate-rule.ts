import type { Localized } from "../../base/localized.ts";
import { type RuleReading, readingsOf, ruleKey } from "../../network/security-rules.ts";
import { linkKey, pairsOf } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { protocolName } from "./ports.ts";
import { peerText, portText, ruleId, ruleRemoval } from "./rule-parts.ts";

/** https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/612 */
export const sgDuplicateRule = defineRule({
  id: "sg-duplicate-rule",
  group: "security-groups",
  severity: "warning",
  topic: "elastic-network-interface",
  messages: {
    twice: {
      en: "{id} repeats a rule of the same group: {what}. EC2 keeps one of the two, so taking either away later can close the port for both. Write it once.",
      ja: "{id} に、同じグループのルール ({what}) がもう一度書かれている。EC2 に残るのは 1 つだけで、後で片方を消すと両方の通信が止まりうる。1 つにまとめること。",
    },
  },
  check({ network, evaluator }, report) {
    const { conditions } = evaluator;
    const places = new Map<string, RuleReading[]>();
    for (const rule of network.securityGroupRules) {
      for (const reading of readingsOf(conditions, rule)) {
        const key = ruleKey(reading);
        if (key === undefined) continue;
        for (const { value, guard, from } of rule.group.known) {
          const group = linkKey(value);
          const under = conditions.both(guard, reading.guard);
          if (group === undefined || !under) continue;
          const place = `${group} ${key}`;
          places.set(place, [
            ...(places.get(place) ?? []),
            { ...reading, guard: under, from: [...reading.from, ...from] },
          ]);
        }
      }
    }
    for (const same of places.values()) {
      const told = new Set<RuleReading["rule"]>();
      for (const [first, second] of pairsOf(same)) {
        if (first.rule === second.rule || told.has(second.rule) || !conditions.both(first.guard, second.guard))
          continue;
        told.add(second.rule);
        report({
          at: second.rule.span,
          message: "twice",
          data: { id: ruleId(second.rule), what: describe(second) },
          related: [{ at: first.rule.span, message: { en: "The same rule", ja: "同じルール" } }],
          tags: ["unnecessary"],
          because: [first, second],
          fixes: () =>
            ruleRemoval(network, second.rule, {
              en: `Remove the second rule from ${ruleId(second.rule)}`,
              ja: `${ruleId(second.rule)} の 2 つ目のルールを削除する`,
            }),
        });
      }
    }
  },
});

/** `TCP 443, 10.0.0.0/8` */
function describe({ protocol = "", ports, peer }: RuleReading): Localized {
  const name = protocolName(protocol);
  const range = typeof ports === "object" && ports.from >= 0 ? ` ${portText(ports)}` : "";
  const place = peer ? peerText(peer) : "";
  return { en: `${name.en}${range}, ${place}`, ja: `${name.ja}${range}、${place}` };
}
