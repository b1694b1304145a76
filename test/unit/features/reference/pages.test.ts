/** What the panel is given to draw. */
import { describe, expect, test } from "vitest";
import { rulePage, topicList, topicPage } from "../../../../server/src/features/reference/pages.ts";
import { readRulePage } from "../../../../server/src/features/reference/rule-text.ts";
import { knowledge } from "../../../support/snapshot.ts";

test("sections keep their ids over the languages", () => {
  const ids = (language: "en" | "ja") => topicList(knowledge, language).sections.map(({ id }) => id);
  expect(ids("ja")).toEqual(ids("en"));
  expect(topicList(knowledge, "ja").sections.map(({ title }) => title)).toContain("ルーティングとサブネット");
});

test("every rule with a page is listed", () => {
  expect(topicList(knowledge, "en").rules.map(({ id }) => id)).toEqual(knowledge.rulePages.map(({ id }) => id));
});

test.each(knowledge.topics.map(({ id }) => id))("%s says what to check: by its rules, else by eye", (id) => {
  const page = topicPage(knowledge, id, "ja", () => undefined);
  const checks = [page?.rules.length ?? 0, page?.lookFor.length ?? 0];
  expect(checks.filter((count) => count > 0)).toHaveLength(1);
});

describe("a rule's page", () => {
  test.each(["en", "ja"] as const)("shows all of its parts (%s)", (language) => {
    const page = rulePage(knowledge, "nat-public-without-eip", language, "nat-gateway");
    if (!page) throw new Error("The rule has no page.");
    for (const part of ["```yaml wrong", "```yaml right", '"routewise.rules"']) expect(page.body).toContain(part);
    // What AWS says, when the rule is silent, how to change it.
    expect(page.body.match(/^## /gm)).toHaveLength(3);
    expect(page.body).toMatch(/\[\^1\]\[\^2\]/);
    expect(page.body).not.toMatch(/^(Source|出典|Related rules|関連するルール):/m);
    expect(page.sources.map(({ url }) => url)).toEqual([
      expect.stringContaining("aws-resource-ec2-natgateway"),
      expect.stringContaining("nat-gateways-regional"),
    ]);
    expect(page.related).toMatchObject([{ kind: "topic", id: "nat-gateway" }]);
    expect(page.rules).toMatchObject([
      { kind: "rule", id: "nat-private-with-eip" },
      { kind: "rule", id: "nat-allocation-is-ref" },
    ]);
  });

  test("every page tells its sources and marks them", () => {
    for (const { id, body } of knowledge.rulePages) {
      for (const language of ["en", "ja"] as const) {
        const read = readRulePage(body[language]);
        expect(read.sources.length, `${id} ${language}`).toBeGreaterThan(0);
        expect(read.body, `${id} ${language}`).toContain("[^1]");
      }
    }
  });

  test("both languages name the same related rules and as many sources", () => {
    for (const { id, body } of knowledge.rulePages) {
      const [en, ja] = [readRulePage(body.en), readRulePage(body.ja)];
      expect(ja.related, id).toEqual(en.related);
      expect(ja.sources.length, id).toBe(en.sources.length);
    }
  });

  test("an id of another rule in the text is a link, in an example it is not", () => {
    const known = knowledge.rulePages[0];
    if (!known) throw new Error("There are no rules.");
    const other = "subnet-overlap";
    const body = { en: `See \`${other}\` and \`no-such-rule\`.\n\n\`\`\`yaml\n# \`${other}\`\n\`\`\`\n`, ja: "。" };
    const page = rulePage(
      { ...knowledge, rulePage: (id) => (id === "mine" ? { ...known, id, body } : knowledge.rulePage(id)) },
      "mine",
      "en",
      undefined,
    );
    expect(page?.body).toBe(
      `See [\`${other}\`](#rule/${other}) and \`no-such-rule\`.\n\n\`\`\`yaml\n# \`${other}\`\n\`\`\`\n`,
    );
  });
});
