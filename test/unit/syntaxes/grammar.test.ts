import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { intrinsicNames } from "../../../server/src/template/expression.ts";

const grammar: { readonly repository: Readonly<Record<string, { readonly match?: string }>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../syntaxes/cloudformation.tmLanguage.json"), "utf8"),
);

/** Has no short form: its name goes on behind `::`. */
const withoutShortForm = ["ForEach"];
/** Are keys of their own, without `Fn::`. */
const withoutPrefix = ["Ref", "Condition"];

test.each(intrinsicNames)("%s has its colour in both forms", (name) => {
  const [tag, key] = ["tag", "function-key"].map((rule) => new RegExp(grammar.repository[rule]?.match ?? "^$"));
  expect(tag?.test(` !${name} x`)).toBe(!withoutShortForm.includes(name));
  if (!withoutPrefix.includes(name)) expect(key?.test(`{"Fn::${name}":`)).toBe(true);
});

test("other names have none", () => {
  for (const rule of ["tag", "function-key"]) {
    const pattern = new RegExp(grammar.repository[rule]?.match ?? "");
    for (const text of [" !Reference x", " !Subs x", '{"Fn::Nothing":', '{"Reference":'])
      expect(pattern.test(text)).toBe(false);
  }
});
