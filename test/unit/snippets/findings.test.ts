/** A pattern that we insert is right by our own measure, as it stands with its placeholder defaults. */
import { expect, test } from "vitest";
import { collectSnippets } from "../../../tools/build-snippets.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { templateWith } from "../../support/snippets.ts";

const snippets = await collectSnippets();

test.each(
  snippets.flatMap((snippet) => [["yaml", snippet.id, snippet] as const, ["json", snippet.id, snippet] as const]),
)("in %s, %s gives no finding", (language, _, snippet) => {
  const found = findingsOf(templateWith(snippets, snippet, language));
  expect(found.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
});
