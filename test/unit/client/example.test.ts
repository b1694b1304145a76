/** The example of the walkthrough holds what its steps promise, in both languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { exampleText, shows } from "../../../client/src/commands/example-places.ts";
import { completeAt } from "../../support/check-completion.ts";
import { findingsOf } from "../../support/check-rule.ts";

const folder = fileURLToPath(new URL("../../../media/walkthrough", import.meta.url));
const example = (name: string) => exampleText(readFileSync(join(folder, name), "utf8"));
const english = example("example.yaml");

test("both languages differ in their comments alone", () => {
  const bare = (text: string) => text.replace(/^(Description:|\s*#).*$/gm, "");
  expect(example("example.ja.yaml")).not.toBe(english);
  expect(bare(example("example.ja.yaml"))).toBe(bare(english));
});

test.each(Object.values(shows))("the example has $before once", ({ before, behind }) => {
  expect(english.split(before)).toHaveLength(2);
  expect(before.startsWith(behind)).toBe(true);
});

describe("the steps", () => {
  test("there is one finding, where the fix is shown", () => {
    const findings = findingsOf(english);
    expect(findings.map(({ rule }) => rule)).toEqual(["subnet-overlap"]);
  });

  test("the next free blocks are offered where the completion is shown", () => {
    const { before, behind } = shows.completion;
    const marked = english.replace(before, `${behind}$0\n`);
    expect(completeAt(marked).labels).toEqual(expect.arrayContaining(["10.0.1.0/24", "10.0.1.0/25"]));
  });
});
