/**
 * Every refactoring that is offered anywhere in whole templates, made on its own: the result parses, nothing new is
 * found, and those that only write things differently leave the template or the network as it was.
 */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { collectSnippets } from "../../../../tools/build-snippets.ts";
import { type RefactoringTrial, tryRefactorings } from "../../../../tools/refactoring-trial.ts";
import { bodyToJson } from "../../../../tools/snippets/to-json.ts";
import { rereader, snapshotOf, spec } from "../../../support/snapshot.ts";
import { templateWith } from "../../../support/snippets.ts";

const root = join(import.meta.dirname, "../../../..");
const snippets = await collectSnippets();
const fixtures = join(import.meta.dirname, "fixtures");

function trialOf(text: string, language: "yaml" | "json", most?: number): RefactoringTrial {
  const { snapshot } = snapshotOf(text, language);
  return tryRefactorings(snapshot, spec, rereader(snapshot), { most });
}

function toJson(yaml: string): string {
  return `{\n${bodyToJson(yaml).replaceAll(/^/gm, "  ")}\n}\n`;
}

describe.each(["yaml", "json"] as const)("in %s", (language) => {
  test.each(snippets.map(({ id }) => id))("the snippet %s", (id) => {
    const snippet = snippets.find((each) => each.id === id);
    const text = snippet && templateWith(snippets, snippet, language);
    expect(text && trialOf(text, language, 1).faults).toEqual([]);
  });

  test.each(readdirSync(fixtures))("the fixture %s, where every refactoring is offered", (name) => {
    const yaml = readFileSync(join(fixtures, name), "utf8");
    const { faults, tried } = trialOf(language === "json" ? toJson(yaml) : yaml, language);
    expect(faults).toEqual([]);
    const wanted = /^# offers: (.*)$/m.exec(yaml)?.[1]?.split(" ") ?? [];
    const missing = wanted.filter((id) => !tried.has(id));
    const ofYaml = ["function-form", "function-forms-short", "function-forms-long", "collection-style"];
    expect(missing).toEqual(language === "json" ? ofYaml.filter((id) => wanted.includes(id)) : []);
  });
});

const examples = readdirSync(join(root, "examples/cloudformation"));
test.each(examples)("the example %s", (name) => {
  const text = readFileSync(join(root, "examples/cloudformation", name), "utf8");
  expect(trialOf(text, extname(name) === ".json" ? "json" : "yaml", 5).faults).toEqual([]);
});
