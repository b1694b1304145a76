import type { Network, NetworkAclEntry } from "../../network/model.ts";
import { canHold } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { covers, grouped, knownFilters, type Place } from "./filters.ts";
import { entryPlaces, freeBehind, numbersBeside, placeKey } from "./rule-numbers.ts";
import { directionText } from "./words.ts";

type NumberedPlace = Place & { readonly [Part in "acl" | "egress" | "number"]-?: NonNullable<Place[Part]> };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
export const naclDuplicateRuleNumber = defineRule({
  id: "nacl-duplicate-rule-number",
  group: "network-acls",
  severity: "error",
  topic: "ephemeral-ports",
  messages: {
    taken: {
      en: "{id} has the {direction} rule number {number}, which {other} already has in the same ACL. A number is given once in each direction, for IPv4 and IPv6 together, so CloudFormation will fail. Take a free number.",
      ja: "{id} の{direction}ルール番号 {number} は、同じ ACL の {other} が使っている。番号は方向ごとに 1 回だけ、IPv4 と IPv6 で共通のため、作成は失敗する。空いている番号にすること。",
    },
  },
  check({ network, evaluator, template }, report) {
    for (const places of grouped(entryPlaces(network).filter(isNumbered), numberedKey)) {
      for (const [index, second] of places.entries()) {
        const first = places
          .slice(0, index)
          .find(({ entry, guard }) => entry !== second.entry && canHold(evaluator.conditions, guard, second.guard));
        if (!first) continue;
        const { entry, number, egress } = second;
        report({
          at: number.span,
          message: "taken",
          data: { id: entry.id, number: number.value, other: first.entry.id, direction: directionText(egress) },
          related: [
            {
              at: first.number.span,
              message: { en: `${first.entry.id} has it`, ja: `${first.entry.id} が使用` },
            },
          ],
          because: [...first.because, ...second.because],
          fixes: () => {
            const free = freeBehind(numbersBeside(network, entry), number.value);
            const removal = removalOf(network, entry.resource);
            if (free === undefined || hidesBehind(network, entry, free)) return removal;
            const renumbering = rewriteValue(template, { ...number, text: String(number.value) }, free, {
              en: `Give ${entry.id} rule number ${free} (next free)`,
              ja: `${entry.id} のルール番号を ${free} (次の空き) にする`,
            });
            return [...renumbering, ...removal];
          },
        });
      }
    }
  },
});

/** Whether the entry would come to nothing with that number, because one that is evaluated first says all it says. */
function hidesBehind(network: Network, entry: NetworkAclEntry, number: number): boolean {
  return knownFilters(network).some((filters) =>
    filters
      .filter((filter) => filter.entry === entry)
      .some((filter) =>
        filters.some((first) => first.entry !== entry && first.number.value < number && covers(first, filter)),
      ),
  );
}

function isNumbered(place: Place): place is NumberedPlace {
  return place.acl !== undefined && place.egress !== undefined && place.number !== undefined;
}

function numberedKey(place: NumberedPlace): string {
  return `${place.number.value} ${placeKey(place)}`;
}
