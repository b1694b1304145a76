import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allRules } from "../../../server/src/rules/index.ts";
import { ruleIndexFiles, withRuleTable } from "../../../tools/rule-index.ts";

const root = join(import.meta.dirname, "../../..");
const files = ruleIndexFiles();

test.each([...files.keys()])("%s holds what `npm run rule-index` makes", (path) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(files.get(path));
});

test.each(["docs/rules.md", "docs/rules.ja.md"])("%s leads to the page of every rule once", (path) => {
  const linked = [...(files.get(path) ?? "").matchAll(/\(\.\.\/knowledge\/rules\/([\w-]+)\//g)].map(([, id]) => id);
  expect(linked.toSorted()).toEqual(allRules.map(({ id }) => id).toSorted());
});

test("a README keeps what stands around its table", () => {
  const made = withRuleTable("before\n<!-- rules: npm run rule-index -->\nold\n<!-- /rules -->\nafter\n", "en");
  expect(made).toMatch(/^before\n<!-- rules: .+ -->\n\| About \| Rules \|[\s\S]+\|\n<!-- \/rules -->\nafter\n$/);
  expect(made).not.toContain("old");
});

test("a README without a place for the table is not touched", () => {
  expect(() => withRuleTable("no marks", "en")).toThrow("no place for the rules");
});
