/**
 * `npm run rule-index` writes the lists of rules: docs/rules.md and docs/rules.ja.md with every rule by group, and the
 * table of the two READMEs between its marks. A test holds the files to what this makes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Language, languages } from "../server/src/base/localized.ts";
import { groupTitles } from "../server/src/rules/group-titles.ts";
import { allRules } from "../server/src/rules/index.ts";
import { type Rule, type RuleGroup, ruleGroups } from "../server/src/rules/rule.ts";
import { ruleTitle } from "./rule-titles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const marks = { from: "<!-- rules: npm run rule-index -->", to: "<!-- /rules -->" };

const words = {
  en: {
    title: "The rules",
    intro: [
      "Each id leads to its page: why, a wrong and a right example, what AWS says, and when it stays silent.",
      "A finding that rests on a parameter's default is a warning at most, whatever the severity here.",
    ],
    head: ["Rule", "Severity", "What it finds"],
    readme: ["About", "Rules", "For example"],
    generated: "<!-- Made by npm run rule-index. -->",
  },
  ja: {
    title: "ルール一覧",
    intro: [
      "ID から各ルールのページを開ける。理由、誤った例と正しい例、AWS の仕様、指摘しない場合を載せている。",
      "パラメータの既定値に基づく指摘は、この表の重要度にかかわらず警告までにとどまる。",
    ],
    head: ["ルール", "重要度", "指摘する内容"],
    readme: ["分野", "ルール数", "例"],
    generated: "<!-- npm run rule-index が作る -->",
  },
} as const;

const severityWords: Readonly<Record<Language, Readonly<Record<Rule["severity"], string>>>> = {
  en: { error: "error", warning: "warning", info: "information", hint: "hint" },
  ja: { error: "エラー", warning: "警告", info: "情報", hint: "ヒント" },
};

/** The file with every rule by group, in the language. */
export function ruleIndex(language: Language): string {
  const { title, intro, head, generated } = words[language];
  const groups = ruleGroups.map((group) =>
    [
      `## ${groupTitles[group][language]} (\`${group}\`)`,
      "",
      ...tableRows(
        head,
        rulesOf(group).map((rule) => [
          `[\`${rule.id}\`](../knowledge/rules/${rule.id}/${language}.md)`,
          severityWords[language][rule.severity],
          titleOf(rule.id, language),
        ]),
      ),
    ].join("\n"),
  );
  return `${[generated, `# ${title}`, intro.join(language === "en" ? " " : ""), ...groups].join("\n\n")}\n`;
}

/** The text of a README with its table of groups as it must be. Throws where the marks are not there. */
export function withRuleTable(readme: string, language: Language): string {
  const [before, rest] = readme.split(marks.from);
  const after = rest?.split(marks.to)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The README has no place for the rules: ${marks.from}`);
  const rows = ruleGroups.map((group) => {
    const [first] = rulesOf(group);
    return [
      groupTitles[group][language],
      String(rulesOf(group).length),
      first === undefined ? "" : `[${titleOf(first.id, language)}](knowledge/rules/${first.id}/${language}.md)`,
    ];
  });
  return [before, marks.from, "\n", tableRows(words[language].readme, rows).join("\n"), "\n", marks.to, after].join("");
}

/** Path from the project's root -> what the file must hold. */
export function ruleIndexFiles(): ReadonlyMap<string, string> {
  return new Map(
    languages.flatMap((language) => {
      const suffix = language === "en" ? "md" : `${language}.md`;
      const readme = `README.${suffix}`;
      return [
        [`docs/rules.${suffix}`, ruleIndex(language)],
        [readme, withRuleTable(readFileSync(join(root, readme), "utf8"), language)],
      ];
    }),
  );
}

function rulesOf(group: RuleGroup): readonly Rule[] {
  return allRules.filter((rule) => rule.group === group);
}

function titleOf(id: string, language: Language): string {
  return ruleTitle(id, language).replaceAll("|", "\\|");
}

function tableRows(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

if (process.argv[1]?.endsWith("rule-index.ts")) {
  for (const [path, text] of ruleIndexFiles()) writeFileSync(join(root, path), text);
}
