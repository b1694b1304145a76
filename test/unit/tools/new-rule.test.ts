import { expect, test } from "vitest";
import { filesOfRule, indexWith } from "../../../tools/new-rule.ts";

test("makes a source, a test and a page in each language, all of the same name", () => {
  const files = filesOfRule("routing", "route-no-target");
  expect([...files.keys()]).toEqual([
    "server/src/rules/routing/route-no-target.ts",
    "test/unit/rules/routing/route-no-target.test.ts",
    "knowledge/rules/route-no-target/en.md",
    "knowledge/rules/route-no-target/ja.md",
  ]);
  expect(files.get("server/src/rules/routing/route-no-target.ts")).toContain(
    "export const routeNoTarget = defineRule({",
  );
});

test("lists the rule behind the last one of its group, imports in order", () => {
  const index = `import { a } from "./addressing/a.ts";
import { m } from "./gateways/m.ts";
import type { Rule } from "./rule.ts";

export const allRules: readonly Rule[] = [
  a,
  m,
];
`;
  expect(indexWith(index, "addressing", "b-c")).toBe(`import { a } from "./addressing/a.ts";
import { bC } from "./addressing/b-c.ts";
import { m } from "./gateways/m.ts";
import type { Rule } from "./rule.ts";

export const allRules: readonly Rule[] = [
  a,
  bC,
  m,
];
`);
  expect(indexWith(index, "routing", "z")).toContain("  m,\n  z,\n];");
});
