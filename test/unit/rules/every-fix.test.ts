/**
 * Every fix that is offered for whole templates, made on its own: the finding is gone, nothing new came, and the text
 * parses. Over the examples on the rules' pages, the snippets and our example templates, in YAML and in JSON.
 */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { allRules } from "../../../server/src/rules/index.ts";
import { collectSnippets } from "../../../tools/build-snippets.ts";
import { type FixTrial, type FixTrialOptions, tryFixes } from "../../../tools/fix-trial.ts";
import { bodyToJson } from "../../../tools/snippets/to-json.ts";
import { rereader, snapshotOf } from "../../support/snapshot.ts";
import { templateWith } from "../../support/snippets.ts";

const root = join(import.meta.dirname, "../../..");
const snippets = await collectSnippets();
const notations = ["yaml", "json"] as const;

function trialOf(text: string, language: "yaml" | "json", options?: FixTrialOptions): FixTrial {
  const { snapshot } = snapshotOf(text, language);
  return tryFixes(snapshot, rereader(snapshot), options);
}

function toJson(yaml: string): string {
  return `{\n${bodyToJson(yaml).replaceAll(/^/gm, "  ")}\n}\n`;
}

/** The YAML examples on the English page of a rule, wrong and right ones. */
function examplesOf(rule: string): readonly string[] {
  const page = readFileSync(join(root, "knowledge/rules", rule, "en.md"), "utf8");
  return [...page.matchAll(/^```yaml (?:wrong|right)\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
}

describe.each(notations)("in %s", (language) => {
  test.each(allRules.map(({ id }) => id))("the examples of %s", (rule) => {
    const texts = examplesOf(rule).map((text) => (language === "json" ? toJson(text) : text));
    expect(texts.flatMap((text) => trialOf(text, language, { untidy: true }).faults)).toEqual([]);
  });

  test.each(snippets.map(({ id }) => id))("the snippet %s", (id) => {
    const snippet = snippets.find((each) => each.id === id);
    const text = snippet && templateWith(snippets, snippet, language);
    expect(text && trialOf(text, language).faults).toEqual([]);
  });

  test("there is something to fix", () => {
    const texts = allRules.flatMap(({ id }) => examplesOf(id));
    const trials = texts.map((text) => trialOf(language === "json" ? toJson(text) : text, language));
    expect(trials.filter(({ tried }) => tried > 0).length).toBeGreaterThan(40);
    expect(trials.filter(({ fixed }) => fixed > 0).length).toBeGreaterThan(20);
  });
});

const examples = readdirSync(join(root, "examples/cloudformation"));
test.each(examples)("the example %s", (name) => {
  const text = readFileSync(join(root, "examples/cloudformation", name), "utf8");
  const language = extname(name) === ".json" ? "json" : "yaml";
  expect(trialOf(text, language).faults).toEqual([]);
});
