import { expect, test } from "vitest";
import { filesOfRule, listWith } from "../../../tools/new-rule.ts";

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

test("lists the rule as the last of its group, imports in order", () => {
  const list = `import type { Rule } from "../rule.ts";
import { aB } from "./a-b.ts";
import { mN } from "./m-n.ts";

export const someRules: readonly Rule[] = [
  mN,
  aB,
];
`;
  expect(listWith(list, "b-c")).toBe(`import type { Rule } from "../rule.ts";
import { aB } from "./a-b.ts";
import { bC } from "./b-c.ts";
import { mN } from "./m-n.ts";

export const someRules: readonly Rule[] = [
  mN,
  aB,
  bC,
];
`);
  expect(listWith(list, "x-y")).toContain('import { mN } from "./m-n.ts";\nimport { xY } from "./x-y.ts";\n\n');
});

test("lists the first rule of a group", () => {
  const list = `import type { Rule } from "../rule.ts";

export const someRules: readonly Rule[] = [];
`;
  expect(listWith(list, "b-c")).toBe(`import type { Rule } from "../rule.ts";
import { bC } from "./b-c.ts";

export const someRules: readonly Rule[] = [
  bC,
];
`);
});
