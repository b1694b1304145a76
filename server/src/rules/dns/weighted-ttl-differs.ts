import { readText } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { allGuards, type Basis } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { writtenNames, zonesOf } from "./record-names.ts";
import { type DnsRecord, nameForPeople, recordFacts, recordsOf, typesOf } from "./records.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export const weightedTtlDiffers = defineRule({
  id: "weighted-ttl-differs",
  group: "dns",
  severity: "warning",
  topic: "private-hosted-zone-sharing",
  messages: {
    differs: {
      en: "{name} has a TTL of {ttl} seconds here and of {other} in another record of its weighted group. All of a group must have the same: an answer that is cached longer gets more traffic than its weight says. Use one TTL.",
      ja: "{name} の TTL はここでは {ttl} 秒、同じ加重グループの別のレコードでは {other} 秒。グループ内の TTL は同じでなければならず、長くキャッシュされる方に重み以上のトラフィックが向かう。TTL をそろえること。",
    },
  },
  check({ evaluator, template }, report) {
    const groups = new Map<string, Member[]>();
    for (const member of recordsOf(evaluator).flatMap((record) => membersOf(evaluator, record))) {
      const before = groups.get(member.key) ?? [];
      const first = before.find(
        (other) =>
          other.record !== member.record &&
          other.ttl.value !== member.ttl.value &&
          allGuards(
            evaluator.conditions,
            [...other.because, ...member.because].map(({ guard }) => guard),
          ),
      );
      groups.set(member.key, [...before, member]);
      if (!first) continue;
      const { ttl } = member;
      report({
        at: ttl.span,
        message: "differs",
        data: { name: nameForPeople(evaluator, member.record), ttl: ttl.value, other: first.ttl.value },
        related: [
          {
            at: first.ttl.span,
            message: { en: `Here it is ${first.ttl.value}`, ja: `ここでは ${first.ttl.value} 秒` },
          },
        ],
        because: [...first.because, ...member.because],
        fixes: () =>
          rewriteValue(template, { span: ttl.span, from: ttl.from, text: ttl.value }, first.ttl.value, {
            en: `Set TTL to ${first.ttl.value}, like the other`,
            ja: `TTL を他方と同じ ${first.ttl.value} にする`,
          }),
      });
    }
  },
});

interface Member {
  readonly record: DnsRecord;
  readonly ttl: Fact<string>;
  /** Equal for the same name, type and zone. */
  readonly key: string;
  readonly because: readonly Basis[];
}

function membersOf(evaluator: Evaluator, record: DnsRecord): readonly Member[] {
  const { properties } = record.resource;
  if (!propertyOf(properties, "Weight") || propertyOf(properties, "AliasTarget")) return [];
  const names = writtenNames(evaluator, propertyOf(properties, "Name")?.value, record.guard);
  const ttls = recordFacts(evaluator, record, "TTL", (value) => {
    const text = readText(value)?.trim();
    return text !== undefined && /^\d{1,10}$/.test(text) ? String(Number(text)) : undefined;
  });
  const [weight, ...moreWeights] = presence(evaluator, record.resource, "Weight").known;
  if (!weight || moreWeights.length > 0) return [];
  return ttls.known.flatMap((ttl) =>
    typesOf(evaluator, record).known.flatMap((type) =>
      zonesOf(evaluator, record).flatMap((zone) =>
        names.flatMap((name) => {
          const because = [record, weight, ttl, type, zone, name];
          const isPossible = allGuards(
            evaluator.conditions,
            because.map(({ guard }) => guard),
          );
          return isPossible ? [{ record, ttl, key: `${zone.key}\n${name.key}\n${type.value}`, because }] : [];
        }),
      ),
    ),
  );
}
