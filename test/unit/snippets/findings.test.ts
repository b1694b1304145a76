/** A pattern that we insert is right by our own measure, as it stands with its placeholder defaults. */
import { expect, test } from "vitest";
import { collectSnippets } from "../../../tools/build-snippets.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { templateWith } from "../../support/snippets.ts";

const snippets = await collectSnippets();

/** What a snippet leaves to the template around it, and the finding then asks for. */
const leftToDo: Readonly<Record<string, readonly string[]>> = {
  // Which methods require its key is for the API to say.
  "usage-plan": ["apigw-usage-plan-key-not-required"],
};

test.each(
  snippets.flatMap((snippet) => [["yaml", snippet.id, snippet] as const, ["json", snippet.id, snippet] as const]),
)("in %s, %s gives no finding", (language, _, snippet) => {
  const expected = leftToDo[snippet.id] ?? [];
  const all = findingsOf(templateWith(snippets, snippet, language));
  const found = all.filter(({ rule }) => !expected.includes(rule));
  expect(found.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
});
