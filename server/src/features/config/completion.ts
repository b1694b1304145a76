/** Completion in `.routewise.yaml`: keys, rules, groups and severities, each with what it means. */
import type { Language, Localized } from "../../base/localized.ts";
import type { TextRange } from "../../base/span.ts";
import { severityNames } from "../../config/config.ts";
import { configKeys, keyTexts, severityTexts } from "../../config/keys.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ignoreRuleIds, ignoreRuleTitles } from "../../rules/ignores.ts";
import { allRules } from "../../rules/index.ts";
import { ruleGroups } from "../../rules/rule.ts";
import { describeGroup, describeRule } from "./describe.ts";
import { placeInConfig } from "./place.ts";

export interface ConfigItem {
  readonly label: string;
  readonly kind: "key" | "name" | "value";
  /** What is put in place of the range. */
  readonly text: string;
  readonly range: TextRange;
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** What is written next can be completed too. */
  readonly goesOn: boolean;
}

export function configCompletions(
  text: string,
  offset: number,
  { knowledge, language }: { readonly knowledge: Knowledge; readonly language: Language },
): readonly ConfigItem[] {
  const place = placeInConfig(text, offset);
  if (!place) return [];
  const { range } = place;
  const hasColon = /^[ \t]*:/.test(text.slice(range.end, range.end + 20));
  const named = (label: string, detail: Localized, documentation?: string): ConfigItem => ({
    label,
    kind: "name",
    text: hasColon ? label : `${label}: `,
    range,
    detail: detail[language],
    documentation,
    goesOn: !hasColon,
  });
  switch (place.kind) {
    case "key":
      return configKeys
        .filter((key) => !place.present.includes(key))
        .map((key) => {
          const opening = key === "ignorePaths" ? "\n  - " : "\n  ";
          const newText = hasColon ? key : `${key}:${opening}`;
          return { label: key, kind: "key", text: newText, range, detail: keyTexts[key][language], goesOn: !hasColon };
        });
    case "name":
      if (place.section === "rules") {
        return [
          ...allRules.map((rule) => {
            const title = knowledge.rulePage(rule.id)?.title ?? { en: "", ja: "" };
            return named(rule.id, title, describeRule(rule, title, language));
          }),
          ...ignoreRuleIds.map((id) => named(id, ignoreRuleTitles[id])),
        ].filter(({ label }) => !place.present.includes(label));
      }
      if (place.section !== "groups") return [];
      return ruleGroups
        .filter((group) => !place.present.includes(group))
        .map((group) => named(group, describeGroup(group), undefined));
    case "value":
      if (place.section !== "rules" && place.section !== "groups") return [];
      return severityNames.map((name) => ({
        label: name,
        kind: "value",
        text: name,
        range,
        detail: severityTexts[name][language],
        goesOn: false,
      }));
  }
}
