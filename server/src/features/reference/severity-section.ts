/** The last section of every rule's page: how to change its severity, and how to ignore what it finds. */
import type { Language } from "../../base/localized.ts";
import { configFileName, severityNames } from "../../config/config.ts";
import { groupTitles } from "../../rules/group-titles.ts";
import type { Rule } from "../../rules/rule.ts";

/** What the section needs of a rule. */
export type PagedRule = Pick<Rule, "id" | "group" | "severity" | "topic">;

/** Markdown, with the heading; the examples name the rule, so that they can be copied. */
export function severitySection(rule: PagedRule, language: Language): string {
  return texts[language](rule);
}

const names = severityNames.map((name) => `\`${name}\``);

const texts: Readonly<Record<Language, (rule: PagedRule) => string>> = {
  en: ({ id, group }) => `## Change its severity, or ignore it

A severity is ${names.slice(0, -1).join(", ")} or ${names.at(-1)}. For yourself, in the settings:

${inSettings(id)}

For a team, in a \`${configFileName}\` at the workspace's root, there also for all rules of its group (${groupTitles[group].en}):

${inFile(id, group)}

At one place, in a comment behind the line or above it. On the line of a logical ID, or above, it counts for the whole resource:

${inComment(id, "why it is all right here")}

JSON has no comments; there, and in YAML too, a resource or the whole template says it in its metadata:

${inMetadata(id, "why it is all right here")}
`,
  ja: ({ id, group }) => `## 重要度の変更と無視

重要度は ${names.join("、")} のいずれか。自分だけなら設定で:

${inSettings(id)}

チームで揃えるなら、ワークスペース直下の \`${configFileName}\` で。グループ(${groupTitles[group].ja})のルールすべてもまとめて変えられる:

${inFile(id, group)}

1 か所だけなら、その行の末尾か直前の行のコメントで。論理 ID の行またはその直前に書けば、リソース全体に効く:

${inComment(id, "問題のない理由")}

JSON にはコメントがないため、リソースまたはテンプレート全体のメタデータに書く(YAML でも使える):

${inMetadata(id, "問題のない理由")}
`,
};

function inSettings(id: string): string {
  return `\`\`\`json\n"routewise.rules": { "${id}": "hint" }\n\`\`\``;
}

function inFile(id: string, group: string): string {
  return `\`\`\`yaml\nrules:\n  ${id}: off\ngroups:\n  ${group}: warning\n\`\`\``;
}

function inComment(id: string, reason: string): string {
  return `\`\`\`yaml\n# routewise-ignore ${id} ${reason}\n\`\`\``;
}

function inMetadata(id: string, reason: string): string {
  const ignored = `{ "rule": "${id}", "reason": "${reason}" }`;
  return `\`\`\`json\n"Metadata": { "routewise": { "ignore": [${ignored}] } }\n\`\`\``;
}
