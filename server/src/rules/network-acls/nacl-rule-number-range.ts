import type { Fact, Network, NetworkAclEntry } from "../../network/model.ts";
import { isWithin } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule, type Fix } from "../rule.ts";
import { freeBefore, freeBehind, numbersBeside, ruleNumbers } from "./rule-numbers.ts";

/** Where no other entry says otherwise. */
const usualFirst = 100;

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
export const naclRuleNumberRange = defineRule({
  id: "nacl-rule-number-range",
  group: "network-acls",
  severity: "error",
  topic: "ephemeral-ports",
  messages: {
    outside: {
      en: "{id} has rule number {number}, but numbers of network ACL rules are 1 to 32766. CloudFormation will fail. Take a free number at the place that the rule should have in the order.",
      ja: "{id} のルール番号は {number} だが、ネットワーク ACL のルール番号は 1〜32766 で、作成は失敗する。評価させたい順序に合う、空いている番号にすること。",
    },
  },
  check({ network, template }, report) {
    for (const entry of network.networkAclEntries) {
      for (const number of entry.ruleNumber.known) {
        if (isWithin(ruleNumbers, number.value)) continue;
        report({
          at: number.span,
          message: "outside",
          data: { id: entry.id, number: number.value },
          because: [number],
          fixes: () => inRange(network, entry, number),
        });
      }
    }

    function inRange(network: Network, entry: NetworkAclEntry, number: Fact<number>): readonly Fix[] {
      const taken = new Set([...numbersBeside(network, entry)].filter((each) => isWithin(ruleNumbers, each)));
      const tooLow = number.value < ruleNumbers.from;
      const free =
        taken.size === 0
          ? usualFirst
          : tooLow
            ? freeBefore(taken, Math.min(...taken))
            : freeBehind(taken, Math.max(...taken));
      if (free === undefined) return [];
      const { id } = entry;
      const [en, ja] = taken.size === 0 ? ["", ""] : tooLow ? [", in front", "、先頭"] : [", at the end", "、末尾"];
      return rewriteValue(template, { ...number, text: String(number.value) }, free, {
        en: `Give ${id} rule number ${free} (free${en})`,
        ja: `${id} のルール番号を ${free} にする (空き番号${ja})`,
      });
    }
  },
});
