import type { ListenerRule } from "../../network/load-balancing-model.ts";
import type { Fact } from "../../network/model.ts";
import { allGuards, type Basis, linkKey, pairsOf } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { groupedBy } from "./grouped.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html */
const highestPriority = 50_000;

interface Place {
  readonly rule: ListenerRule;
  readonly listener: string;
  readonly priority: Fact<number>;
  readonly because: readonly Basis[];
}

export const listenerRuleDuplicatePriority = defineRule({
  id: "listener-rule-duplicate-priority",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    taken: {
      en: "{id} has priority {priority}, which {other} has already on the same listener. Priorities are unique per listener, so creation fails with PriorityInUse. Take a free one.",
      ja: "{id} の優先度 {priority} は、同じリスナーの {other} がすでに使っている。優先度はリスナー内で一意で、作成は PriorityInUse で失敗する。空いている番号にすること。",
    },
  },
  check({ network, template, evaluator: { conditions } }, report) {
    for (const places of placesByListener(network.listenerRules).values()) {
      const byPriority = groupedBy(places, ({ priority }) => priority.value);
      for (const [priority, sharing] of byPriority) {
        const told = new Set<ListenerRule>();
        for (const [first, second] of pairsOf(sharing)) {
          if (first.rule === second.rule || told.has(second.rule)) continue;
          const because = [...first.because, ...second.because];
          const guards = because.map((each) => each.guard);
          if (!allGuards(conditions, guards)) continue;
          told.add(second.rule);
          report({
            at: second.priority.span,
            message: "taken",
            data: { id: second.rule.id, other: first.rule.id, priority },
            related: [
              {
                at: first.priority.span,
                message: { en: `The priority of ${first.rule.id}`, ja: `${first.rule.id} の優先度` },
              },
            ],
            because,
            fixes: () => {
              const free = nextFree(priority, new Set(byPriority.keys()));
              if (free === undefined) return [];
              return rewriteValue(template, { ...second.priority, text: String(priority) }, free, {
                en: `Set Priority of ${second.rule.id} to ${free} (next free)`,
                ja: `${second.rule.id} の Priority を ${free} (次の空き) にする`,
              });
            },
          });
        }
      }
    }
  },
});

function placesByListener(rules: readonly ListenerRule[]): ReadonlyMap<string, readonly Place[]> {
  const places = rules.flatMap((rule) =>
    rule.listener.known.flatMap((link): readonly Place[] => {
      const listener = linkKey(link.value);
      if (listener === undefined) return [];
      return rule.priority.known.map((priority) => ({ rule, listener, priority, because: [rule, link, priority] }));
    }),
  );
  return groupedBy(places, ({ listener }) => listener);
}

function nextFree(from: number, taken: ReadonlySet<number>): number | undefined {
  for (let priority = from + 1; priority <= highestPriority; priority += 1) {
    if (!taken.has(priority)) return priority;
  }
  return undefined;
}
