/** What is said of a rule, a group or a key wherever settings are written: completion, hover, schema. */
import type { Language, Localized } from "../../base/localized.ts";
import { groupTitles } from "../../rules/group-titles.ts";
import { allRules } from "../../rules/index.ts";
import { type Rule, type RuleGroup, ruleGroups, type Severity } from "../../rules/rule.ts";

export function isGroup(name: string): name is RuleGroup {
  return ruleGroups.some((group) => group === name);
}

/** "Routes and route tables, 22 rules" */
export function describeGroup(group: RuleGroup): Localized {
  const count = allRules.filter((rule) => rule.group === group).length;
  const { en, ja } = groupTitles[group];
  return { en: `${en}: ${count} ${count === 1 ? "rule" : "rules"}`, ja: `${ja}: ${count} ルール` };
}

/** The rule's title, its own severity and its group; Markdown. */
export function describeRule({ severity, group }: Rule, title: Localized, language: Language): string {
  const name = shownSeverity(severity);
  return language === "en"
    ? `${title.en}\n\n\`${name}\` unless set · group \`${group}\``
    : `${title.ja}\n\n既定は \`${name}\` · グループ \`${group}\``;
}

function shownSeverity(severity: Severity): string {
  return severity === "info" ? "information" : severity;
}
