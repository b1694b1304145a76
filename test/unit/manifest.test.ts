/** The manifest against the code and the texts it promises, in both languages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { servedLanguages } from "../../protocol/languages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifestText = read("package.json");
const manifest = JSON.parse(manifestText);
const clientSource = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(join("client/src", name)))
  .join("\n");

describe("texts", () => {
  const placeholders = [...manifestText.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key).sort();

  test.each(["package.nls.json", "package.nls.ja.json"])("%s has every text of the manifest and no other", (file) => {
    expect(Object.keys(JSON.parse(read(file))).sort()).toEqual([...new Set(placeholders)]);
  });

  test("every text of the client has its Japanese", () => {
    const english = [...clientSource.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    expect(english.length).toBeGreaterThan(0);
    expect(Object.keys(JSON.parse(read("l10n/bundle.l10n.ja.json"))).sort()).toEqual([...new Set(english)].sort());
  });
});

test("commands are declared and registered alike", () => {
  const declared: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const registered = [...clientSource.matchAll(/registerCommand\(\s*"([\w.]+)"/g)].map(([, id]) => id);
  expect(registered.sort()).toEqual(declared.sort());
});

test("a CDK app is synthesized only where the workspace is trusted, and has one", () => {
  const { commands, menus } = manifest.contributes;
  const isSynthesis = ({ command }: { command: string }) => command === "routewise.synthesize";
  const condition = "isWorkspaceTrusted && routewise.hasCdkApp";
  expect(commands.find(isSynthesis).enablement).toBe(condition);
  expect(menus.commandPalette.find(isSynthesis).when).toBe(condition);
  expect(clientSource).toContain('"setContext", "routewise.hasCdkApp"');
});

describe("languages", () => {
  const served = Object.keys(servedLanguages).sort();

  test("opening a document of a served language starts the extension", () => {
    const starting = manifest.activationEvents.flatMap((event: string) => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []);
    expect(starting.sort()).toEqual(served);
  });

  test("conditions on the language of the editor know the served ones, and no other", () => {
    const patterns = [...manifestText.matchAll(/editorLangId =~ \/(.+?)\//g)].map(([, source]) => source ?? "");
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of new Set(patterns)) {
      const others = ["plaintext", "html", "markdown", "yaml-tmlanguage", "jsonl", "terraform"];
      expect([...served, ...others].filter((id) => new RegExp(pattern).test(id))).toEqual(served);
    }
  });

  test.each([
    ["AWSTemplateFormatVersion: '2010-09-09'", true],
    ['AWSTemplateFormatVersion : "2010-09-09"', true],
    ["Transform: AWS::Serverless-2016-10-31", true],
    ["Transform: rotate(90deg)", false],
    ["# AWSTemplateFormatVersion: see below", false],
    ["server { listen 80; }", false],
  ])("a file without a known ending that begins with %j is YAML: %s", (line, isTemplate) => {
    const [yaml] = manifest.contributes.languages;
    expect(new RegExp(yaml.firstLine).test(line)).toBe(isTemplate);
  });
});

test("files that the manifest names are there", () => {
  const icons: string[] = [
    manifest.icon,
    ...manifest.contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ...manifest.contributes.views.routewise.map(({ icon }: { icon: string }) => icon),
  ];
  expect(icons.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe("the walkthrough", () => {
  interface Step {
    readonly id: string;
    readonly description: string;
    readonly media: { readonly markdown: string };
    readonly completionEvents: readonly string[];
  }
  const steps: readonly Step[] = manifest.contributes.walkthroughs.flatMap(({ steps }: { steps: Step[] }) => steps);

  test("each step has its page in both languages", () => {
    expect(steps.length).toBeGreaterThan(0);
    const pages = steps.flatMap(({ media }) => [media.markdown, media.markdown.replace(/\.md$/, ".nls.ja.md")]);
    expect(pages.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("each button is the same command in both languages, and a command that exists", () => {
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const [english, japanese] = ["package.nls.json", "package.nls.ja.json"].map((file) => {
      const texts: Record<string, string> = JSON.parse(read(file));
      return steps.map(({ description }) => /\]\((command:[^)]+)\)/.exec(texts[description.slice(1, -1)] ?? "")?.[1]);
    });
    expect(japanese).toEqual(english);
    for (const link of english ?? []) {
      const command = /^command:([\w.]+)/.exec(link ?? "")?.[1];
      expect([...declared, "workbench.action.openSettings"]).toContain(command);
    }
  });

  test("what a step waits for is told by the client", () => {
    const keys = steps.flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onContext:routewise\.tried\.(\w+)$/.exec(event)?.[1] ?? []),
    );
    expect(keys.filter((key) => !new RegExp(`\\b${key}: \\{ before:`).test(clientSource))).toEqual([]);
  });
});

test.each(["README.md", "README.ja.md"])("%s lists every setting", (file) => {
  const text = read(file);
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
