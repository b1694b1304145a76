import { expect, test } from "vitest";
import { setRule } from "../../../server/src/config/set-rule.ts";
import { applyEdits } from "../../support/apply-edits.ts";

test.each([
  ["", "rules:\n  subnet-overlap: off\n"],
  ["# ours\n", "# ours\nrules:\n  subnet-overlap: off\n"],
  ["groups:\n  apis: off", "groups:\n  apis: off\nrules:\n  subnet-overlap: off\n"],
  ["rules:\ngroups: {}\n", "rules:\n  subnet-overlap: off\ngroups: {}\n"],
  ["rules: # here\n", "rules: # here\n  subnet-overlap: off\n"],
  ["rules: {}\n", "rules: { subnet-overlap: off }\n"],
  ["rules: { cidr-syntax: hint }\n", "rules: { subnet-overlap: off, cidr-syntax: hint }\n"],
  [
    "rules:\n    cidr-syntax: hint # why\n\ngroups: {}\n",
    "rules:\n    cidr-syntax: hint # why\n    subnet-overlap: off\n\ngroups: {}\n",
  ],
  ["rules:\n  subnet-overlap: hint # why\n", "rules:\n  subnet-overlap: off # why\n"],
  ["rules:\n  subnet-overlap:\n", "rules:\n  subnet-overlap: off\n"],
  ["rules:\r\n  cidr-syntax: hint\r\n", "rules:\r\n  cidr-syntax: hint\r\n  subnet-overlap: off\r\n"],
])("%j", (before, after) => {
  const edit = setRule(before, "subnet-overlap", "off");
  expect(edit && applyEdits(before, [edit])).toBe(after);
});

test.each(["rules: {", "rules: [a]\n", "- a\n"])("declines what it can't edit: %j", (text) => {
  expect(setRule(text, "subnet-overlap", "off")).toBeUndefined();
});
