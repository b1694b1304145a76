/** What the panel is given to draw. */
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../../server/src/config/parse-config.ts";
import { rulePage, topicList, topicPage } from "../../../../server/src/features/reference/pages.ts";
import { allRules } from "../../../../server/src/rules/index.ts";
import { knowledge } from "../../../support/snapshot.ts";

const ruleOf = (id: string) => allRules.find((rule) => rule.id === id);

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
    const page = rulePage(knowledge, "nat-public-without-eip", language, ruleOf("nat-public-without-eip"));
    if (!page) throw new Error("The rule has no page.");
    for (const part of ["```yaml wrong", "```yaml right"]) expect(page.body).toContain(part);
    // What AWS says, when the rule is silent, how to change or ignore it.
    expect(page.body.match(/^## /gm)).toHaveLength(3);
    expect(page.body).toMatch(/\S\[\^1\]/);
    expect(page.body).not.toContain("[@");
    expect(page.body).not.toMatch(/^(Source|出典|Related rules|関連するルール):/m);
    for (const source of ["vpc-nat-gateway.html", "aws-resource-ec2-natgateway.html", "nat-gateways-regional.html"]) {
      expect(page.sources.map(({ url }) => url)).toContainEqual(expect.stringContaining(source));
    }
    expect(page.related).toMatchObject([{ kind: "topic", id: "nat-gateway" }]);
    expect(page.rules).toMatchObject([
      { kind: "rule", id: "nat-private-with-eip" },
      { kind: "rule", id: "nat-allocation-is-ref" },
    ]);
  });

  test.each(["en", "ja"] as const)(
    "every page marks its sources, each with the day on which it was read (%s)",
    (language) => {
      for (const { id } of knowledge.rulePages) {
        const { body, sources } = rulePage(knowledge, id, language, undefined) ?? { body: "", sources: [] };
        const marks = [...body.matchAll(/\[\^(\d+)\]/g)].map(([, mark]) => Number(mark));
        expect(
          [...new Set(marks)].sort((a, b) => a - b),
          id,
        ).toEqual(sources.map((_, index) => index + 1));
        expect(sources.length, id).toBeGreaterThan(0);
        for (const { checked } of sources) expect(checked, id).toMatch(/^20\d\d-\d\d-\d\d$/);
      }
    },
  );

  test.each([
    ["en", "## Change its severity, or ignore it"],
    ["ja", "## 重要度の変更と無視"],
  ] as const)("ends with how to change its severity, and how to ignore it (%s)", (language, heading) => {
    const page = rulePage(knowledge, "nat-public-without-eip", language, ruleOf("nat-public-without-eip"));
    const section = page?.body.split("\n\n").slice(-9).join("\n\n") ?? "";
    expect(section.startsWith(heading)).toBe(true);
    const [settings, file, comment, metadata] = [...section.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, code]) => code);
    expect(JSON.parse(`{${settings}}`)).toEqual({ "routewise.rules": { "nat-public-without-eip": "hint" } });
    const { config, problems } = parseConfig(file ?? "");
    expect(problems).toEqual([]);
    expect(config).toMatchObject({ rules: { "nat-public-without-eip": "off" }, groups: { gateways: "warning" } });
    expect(section).not.toMatch(/[ぁ-んァ-ヶ一-龠][A-Za-z0-9`]|[A-Za-z0-9`][ぁ-んァ-ヶ一-龠]/);
    expect(comment).toMatch(/^# routewise-ignore nat-public-without-eip \S/);
    expect(JSON.parse(`{${metadata}}`).Metadata.routewise.ignore).toMatchObject([{ rule: "nat-public-without-eip" }]);
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
      `See [\`${other}\`](#rule/${other}) and \`no-such-rule\`.\n\n\`\`\`yaml\n# \`${other}\`\n\`\`\``,
    );
  });
});
