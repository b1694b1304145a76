import { expect, test } from "vitest";
import { chosenParameterFile } from "../../../server/src/config/parameter-choice.ts";

const roots = ["file:///w", "file:///w/inner/"];
const chosen = (template: string, choices: Readonly<Record<string, string>>) =>
  chosenParameterFile(template, roots, choices);

test("by the template's path, from the innermost folder", () => {
  const choices = { "stacks/network.yaml": "params/dev values.json" };
  expect(chosen("file:///w/stacks/network.yaml", choices)).toBe("file:///w/params/dev%20values.json");
  expect(chosen("file:///w/inner/stacks/network.yaml", choices)).toBe("file:///w/inner/params/dev%20values.json");
  expect(chosen("file:///w/stacks/other.yaml", choices)).toBeUndefined();
});

test("by a pattern; a path without wildcards counts more, then the last pattern", () => {
  const choices = { "*.yaml": "all.json", "stacks/": "stacks.json", "a.yaml": "a.json" };
  expect(chosen("file:///w/b.yaml", choices)).toBe("file:///w/all.json");
  expect(chosen("file:///w/stacks/b.yaml", choices)).toBe("file:///w/stacks.json");
  expect(chosen("file:///w/a.yaml", choices)).toBe("file:///w/a.json");
});

test("nothing for documents outside, unsaved ones, and empty paths", () => {
  expect(chosen("file:///elsewhere/a.yaml", { "*": "a.json" })).toBeUndefined();
  expect(chosen("untitled:Untitled-1", { "*": "a.json" })).toBeUndefined();
  expect(chosen("file:///w/a.yaml", { "a.yaml": " " })).toBeUndefined();
});
