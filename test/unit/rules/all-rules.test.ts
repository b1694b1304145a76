/**
 * What every rule must have: a source file, a test file, a page in both languages whose examples say what they claim, and
 * a topic that exists.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { languages } from "../../../server/src/base/localized.ts";
import { allRules } from "../../../server/src/rules/index.ts";
import type { Finding } from "../../../server/src/rules/rule.ts";
import { findingsOf } from "../../support/check-rule.ts";

const root = join(import.meta.dirname, "../../..");
const topics = plannedTopics();
const groups = new Set(allRules.map(({ group }) => group));

test("every id is there once", () => {
  const ids = allRules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("every file of a rule and every page belongs to a rule that runs", () => {
  const ids = new Set(allRules.map(({ id }) => id));
  const pages = readdirSync(join(root, "knowledge/rules"));
  expect(pages.filter((id) => !ids.has(id))).toEqual([]);
  const tests = [...groups].flatMap((group) => {
    const folder = join(root, "test/unit/rules", group);
    return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(".test.ts", "")) : [];
  });
  const shared = new Set(sharedFiles());
  expect(tests.filter((name) => !ids.has(name) && !shared.has(name))).toEqual([]);
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has a source and a test of its name", () => {
    expect(existsSync(join(root, `server/src/rules/${rule.group}/${id}.ts`))).toBe(true);
    expect(existsSync(join(root, `test/unit/rules/${rule.group}/${id}.test.ts`))).toBe(true);
  });

  test("leads to a topic of the reference", () => {
    expect(topics).toContain(rule.topic);
  });

  test("says the same in both languages", () => {
    for (const message of Object.values(rule.messages)) {
      const [en, ja] = languages.map((language) => places(message[language]));
      expect(en).toEqual(ja);
      expect(message.en).toMatch(/^(\{\w+\}|Fn::)/);
    }
  });

  describe.each(languages)("the page in %s", (language) => {
    const file = join(root, "knowledge/rules", id, `${language}.md`);
    const page = existsSync(file) ? readFileSync(file, "utf8") : "";
    const wrong = blocksOf(page, "wrong");
    const right = blocksOf(page, "right");

    test("has a title, a wrong and a right example", () => {
      expect(page).toMatch(/^# .+\n/);
      expect(wrong).not.toEqual([]);
      expect(right).not.toEqual([]);
    });

    test("the wrong example has just this finding", () => {
      for (const text of wrong) expect(shownFor(id, text).map(({ rule }) => rule)).toEqual([id]);
    });

    test("the right example has none", () => {
      for (const text of right)
        expect(shownFor(id, text).map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
    });
  });
});

/** What a page's example is about: hints of other rules concern tidiness, which an example that is short leaves out. */
function shownFor(id: string, text: string): readonly Finding[] {
  return findingsOf(text).filter(({ rule, severity }) => rule === id || severity !== "hint");
}

/** The code blocks ```yaml wrong and ```yaml right (or json, typescript, python). */
function blocksOf(page: string, kind: "wrong" | "right"): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`(?:yaml|json) ${kind}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, text = ""]) => text,
  );
}

function places(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

function plannedTopics(): readonly string[] {
  const sections: unknown = parse(readFileSync(join(root, "knowledge/topics/sections.yaml"), "utf8"));
  if (!Array.isArray(sections)) return [];
  return sections.flatMap((section: { readonly topics?: readonly string[] }) => section.topics ?? []);
}

/** Files beside the rules that several of them use; they may have tests of their own. */
function sharedFiles(): readonly string[] {
  const ids = new Set(allRules.map(({ id }) => id));
  return [...groups].flatMap((group) => {
    const folder = join(root, "server/src/rules", group);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .map((name) => name.replace(".ts", ""))
      .filter((name) => !ids.has(name));
  });
}
