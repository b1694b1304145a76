import { holdsUnder } from "../../network/guards.ts";
import type { Network } from "../../network/model.ts";
import { assumptionsOf, canHold } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule, type Fix } from "../rule.ts";
import { covers, type KnownFilter, knownFilters } from "./filters.ts";
import { freeBefore, numbersBeside } from "./rule-numbers.ts";
import { trafficText } from "./words.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
export const naclEntryShadowed = defineRule({
  id: "nacl-entry-shadowed",
  group: "network-acls",
  severity: "warning",
  topic: "ephemeral-ports",
  messages: {
    deny: {
      en: "{id} is to deny {traffic}, but its number {number} comes after {other} ({otherNumber}), which allows all of that. The lowest number that matches decides, so nothing is denied. Give {id} a number below {otherNumber}.",
      ja: "{id} は {traffic} を拒否するはずだが、番号 {number} より先に評価される {other} ({otherNumber}) がそのすべてを許可する。最初に一致したルールで決まるため、何も拒否されない。{otherNumber} より小さい番号にすること。",
    },
    allow: {
      en: "{id} is to allow {traffic}, but its number {number} comes after {other} ({otherNumber}), which denies all of that. The lowest number that matches decides, so the traffic stays blocked. Give {id} a number below {otherNumber}.",
      ja: "{id} は {traffic} を許可するはずだが、番号 {number} より先に評価される {other} ({otherNumber}) がそのすべてを拒否する。最初に一致したルールで決まるため、通信は遮断されたままになる。{otherNumber} より小さい番号にすること。",
    },
    same: {
      en: "{id} changes nothing: {other}, whose number {otherNumber} is lower, already {does} {traffic}. It only counts in the quota of rules; remove it, or narrow {other} if that is too wide.",
      ja: "{id} に効果はない。{traffic} は、番号の小さい {other} ({otherNumber}) がすでに{does}している。ルール数のクォータを使うだけなので、削除すること。{other} が広すぎるなら、そちらを絞ること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const filters of knownFilters(network)) {
      for (const filter of filters) {
        const { entry, number, action } = filter;
        for (const cover of filters) {
          if (cover.number.value >= number.value) break;
          if (cover.entry === entry || !covers(cover, filter)) continue;
          if (!canHold(conditions, cover.guard, filter.guard)) continue;
          const isSame = cover.action === action;
          const because = [...filter.because, ...cover.because];
          if (isSame && !holdsUnder(cover.guard, filter.guard)) continue;
          // Another deployment may need what these defaults make superfluous.
          if (isSame && assumptionsOf(because).length > 0) break;
          report({
            at: isSame ? entry.resource.idSpan : number.span,
            message: isSame ? "same" : action,
            data: {
              id: entry.id,
              traffic: trafficText(filter),
              number: number.value,
              other: cover.entry.id,
              otherNumber: cover.number.value,
              does: action === "allow" ? { en: "allows", ja: "許可" } : { en: "denies", ja: "拒否" },
            },
            severity: isSame ? "hint" : undefined,
            tags: isSame ? ["unnecessary"] : [],
            related: [
              {
                at: cover.number.span,
                message: { en: `${cover.entry.id} comes first`, ja: `${cover.entry.id} が先に評価される` },
              },
            ],
            because,
            fixes: () =>
              isSame
                ? removalOf(network, entry.resource, { preferred: true })
                : [...inFront(network, filters, filter, cover), ...removalOf(network, entry.resource)],
          });
          break;
        }
      }
    }

    /** Not offered where the entry would then hide another one. */
    function inFront(
      of: Network,
      filters: readonly KnownFilter[],
      filter: KnownFilter,
      cover: KnownFilter,
    ): readonly Fix[] {
      const { entry, number } = filter;
      const free = freeBefore(numbersBeside(of, entry), cover.number.value);
      if (free === undefined) return [];
      const hidden = filters.some(
        (other) =>
          other.entry !== entry &&
          other.number.value > free &&
          other.number.value < number.value &&
          covers(filter, other),
      );
      if (hidden) return [];
      return rewriteValue(of.evaluator.template, { ...number, text: String(number.value) }, free, {
        en: `Give ${entry.id} rule number ${free}, in front of ${cover.entry.id}`,
        ja: `${entry.id} のルール番号を ${free} にし、${cover.entry.id} より先に評価させる`,
      });
    }
  },
});
