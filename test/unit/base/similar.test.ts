import { expect, test } from "vitest";
import { mostSimilar } from "../../../server/src/base/similar.ts";

test.each([
  ["rule", "rules"],
  ["grops", "groups"],
  ["wraning", "warning"],
  ["WARNING", "warning"],
])("%s means %s", (word, meant) => expect(mostSimilar(word, ["rules", "groups", "warning", "off"])).toBe(meant));

test.each(["everything", "x", ""])("%j means nothing that there is", (word) =>
  expect(mostSimilar(word, ["rules", "groups", "warning"])).toBeUndefined(),
);
