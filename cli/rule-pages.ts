/** What the command line says of rules: the list, a page, and what a report carries of those that found something. */
import type { Language } from "../server/src/base/localized.ts";
import { mostSimilar } from "../server/src/base/similar.ts";
import { rulePage } from "../server/src/features/reference/pages.ts";
import type { Knowledge } from "../server/src/knowledge/knowledge.ts";
import { createLinks } from "../server/src/lsp/links.ts";
import { groupTitles } from "../server/src/rules/group-titles.ts";
import { allRules } from "../server/src/rules/index.ts";
import { type Rule, ruleGroups } from "../server/src/rules/rule.ts";
import type { ReportedRule } from "./report.ts";
import { textsIn } from "./texts.ts";

const links = createLinks({});

/** All rules by group: severity, id and title, a line each. */
export function ruleList(knowledge: Knowledge, language: Language): string {
  const texts = textsIn(language);
  const longest = Math.max(...allRules.map(({ id }) => id.length));
  return ruleGroups
    .flatMap((group) => {
      const rules = allRules.filter((rule) => rule.group === group);
      if (rules.length === 0) return [];
      const lines = rules.map(
        (rule) =>
          `  ${rule.id.padEnd(longest)}  ${titleOf(knowledge, rule, language)} (${texts.severity[rule.severity]})`,
      );
      return [`${groupTitles[group][language]} (${group})\n${lines.join("\n")}\n`];
    })
    .join("\n");
}

/** The page of a rule as text, with its sources at the end; undefined where there is no such rule. */
export function ruleText(knowledge: Knowledge, id: string, language: Language): string | undefined {
  const rule = allRules.find((each) => each.id === id);
  const page = rule && rulePage(knowledge, id, language, rule);
  if (!page) return undefined;
  const texts = textsIn(language);
  const sources = page.sources.map(
    ({ title, url, checked }, index) => `[${index + 1}] ${title} (${checked})\n    ${url}`,
  );
  return [
    `${page.title}\n${id} · ${texts.severity[rule.severity]} · ${groupTitles[rule.group][language]}`,
    plain(page.body),
    ...(sources.length > 0 ? [`${texts.sources}\n${sources.join("\n")}`] : []),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

/** The id that was probably meant. */
export function similarRule(id: string): string | undefined {
  return mostSimilar(id, new Set(allRules.map((rule) => rule.id)));
}

/** The rules with these ids, in the order of the catalogue. */
export function reportedRules(
  ids: ReadonlySet<string>,
  knowledge: Knowledge,
  language: Language,
): readonly ReportedRule[] {
  return allRules
    .filter(({ id }) => ids.has(id))
    .map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      group: rule.group,
      title: titleOf(knowledge, rule, language),
      help: ruleText(knowledge, rule.id, language) ?? "",
      url: links.rule(rule.id, language),
    }));
}

function titleOf(knowledge: Knowledge, { id }: Rule, language: Language): string {
  return knowledge.rulePage(id)?.title[language] ?? id;
}

/** Markdown that a terminal need not draw: citations as numbers, links within the reference as their words. */
function plain(markdown: string): string {
  return markdown
    .replace(/^(```\w+) \w+$/gm, "$1")
    .replace(/\[\^(\d+)\]/g, "[$1]")
    .replace(/\[([^\]]+)\]\(#(?:topic|rule)\/[^)]+\)/g, "$1")
    .trim();
}
