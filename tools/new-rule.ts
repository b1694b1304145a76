/**
 * `node tools/run.mjs tools/new-rule.ts <group> <rule-id>` makes the files of a new rule: source, test and both pages, and
 * lists it in its group. What is left to write is marked TODO; the tests fail until it is written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ruleGroups } from "../server/src/rules/rule.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The files of a new rule: path from the project's root, and text. */
export function filesOfRule(group: string, id: string): ReadonlyMap<string, string> {
  const name = variableOf(id);
  return new Map([
    [`server/src/rules/${group}/${id}.ts`, source(group, id, name)],
    [`test/unit/rules/${group}/${id}.test.ts`, test(group, id, name)],
    [`knowledge/rules/${id}/en.md`, page(english)],
    [`knowledge/rules/${id}/ja.md`, page(japanese)],
  ]);
}

/** The list of a group (`rules.ts`) with the rule imported and listed as its last. */
export function listWith(list: string, id: string): string {
  const name = variableOf(id);
  const line = `import { ${name} } from "./${id}.ts";`;
  const lines = list.replace("[];", "[\n];").split("\n");
  const behind = lines.findIndex((each) => each.startsWith("import { ") && pathOf(each) > pathOf(line));
  lines.splice(behind < 0 ? lines.indexOf("") : behind, 0, line);
  lines.splice(lines.lastIndexOf("];"), 0, `  ${name},`);
  return lines.join("\n");
}

function pathOf(line: string): string {
  return /"(.*)"/.exec(line)?.[1] ?? "";
}

function variableOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function source(group: string, id: string, name: string): string {
  return `import { defineRule } from "../rule.ts";

/** TODO: the page of AWS's documentation that says so. */
export const ${name} = defineRule({
  id: "${id}",
  group: "${group}",
  severity: "warning",
  topic: "TODO",
  messages: {
    found: {
      en: "{id} TODO: what is wrong, why it matters, what to do.",
      ja: "{id} TODO: 何が問題か、なぜ困るか、どうすればよいか。",
    },
  },
  check({ network }, report) {
    for (const vpc of network.vpcs) {
      report({ at: vpc.resource.idSpan, message: "found", data: { id: vpc.id }, because: [vpc] });
    }
  },
});
`;
}

function test(group: string, id: string, name: string): string {
  return `import { test } from "vitest";
import { ${name} } from "../../../../server/src/rules/${group}/${id}.ts";
import { checkRule } from "../../../support/check-rule.ts";

test("TODO: a finding, a clean near-miss, an unknown value, exclusive conditions, a CDK program, the fixes", () =>
  checkRule(
    ${name},
    \`
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
\`,
  ));
`;
}

interface PageTexts {
  readonly title: string;
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
  readonly says: string;
  readonly statement: string;
  readonly silent: string;
  readonly silentCase: string;
}

const english: PageTexts = {
  title: "TODO: the defect in words",
  why: "TODO: why it matters, in a sentence or two, the consequence first.",
  wrong: "Wrong:",
  right: "Right:",
  says: "What AWS says",
  statement: "TODO: every statement cites facts, as [@…].",
  silent: "When it stays silent",
  silentCase: "TODO",
};

const japanese: PageTexts = {
  title: "TODO: 問題をひとことで",
  why: "TODO: なぜ困るかを 1〜2 文で。結果を先に。",
  wrong: "誤り:",
  right: "正しい例:",
  says: "AWS の仕様",
  statement: "TODO: どの文も事実を [@…] の形で引用する。",
  silent: "指摘しない場合",
  silentCase: "TODO",
};

function page(texts: PageTexts): string {
  const example = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16`;
  return `# ${texts.title}

${texts.why}

${texts.wrong}

\`\`\`yaml wrong
${example}
\`\`\`

${texts.right}

\`\`\`yaml right
${example}
\`\`\`

## ${texts.says}

${texts.statement}

## ${texts.silent}

- ${texts.silentCase}
`;
}

function write(path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(path);
}

function main([group = "", id = ""]: readonly string[]): void {
  if (!ruleGroups.some((each) => each === group) || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)) {
    throw new Error(`usage: new-rule <${ruleGroups.join("|")}> <rule-id>, e.g. new-rule routing route-no-target`);
  }
  const files = filesOfRule(group, id);
  for (const path of files.keys()) if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
  for (const [path, text] of files) write(path, text);
  const list = `server/src/rules/${group}/rules.ts`;
  write(list, listWith(readFileSync(join(root, list), "utf8"), id));
}

if (process.argv[1]?.endsWith("new-rule.ts")) main(process.argv.slice(2));
