/** What holds for every rule's page: its sections, the facts it rests on, and the topic that leads to it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Language, languages } from "../../../server/src/base/localized.ts";
import { citedFacts, replaceCitations } from "../../../server/src/knowledge/citations.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { allRules } from "../../../server/src/rules/index.ts";
import { readKnowledgeBase } from "../../../tools/build-knowledge.ts";
import { filesOfRule } from "../../../tools/new-rule.ts";

const folder = fileURLToPath(new URL("../../../knowledge", import.meta.url));
const knowledge = createKnowledge(readKnowledgeBase(folder));

/** What a reader meets, in this order; the examples are marked so that tests can run them. */
const order: Readonly<Record<Language, readonly string[]>> = {
  en: ["why", "Wrong:", "yaml wrong", "Right:", "yaml right", "## What AWS says", "## When it stays silent"],
  ja: ["why", "誤り:", "yaml wrong", "正しい例:", "yaml right", "## AWS の仕様", "## 指摘しない場合"],
};

const says: Readonly<Record<Language, string>> = { en: "What AWS says", ja: "AWS の仕様" };

const withoutCode = (markdown: string) => markdown.replace(/^```[\s\S]*?^```$/gm, "");

/** The landmarks of a page's body as they come: whether it begins with prose, labels, examples by kind, headings. */
function landmarks(body: string): readonly string[] {
  const marks = body.match(/^(?:```[a-z]+(?: \w+)?|#{1,6} .+|Wrong:|Right:|誤り:|正しい例:)$/gm) ?? [];
  const begins = /^(?!#|```|Wrong:|Right:|誤り:|正しい例:)\S/.test(body.trim());
  return [...(begins ? ["why"] : []), ...marks.map((mark) => mark.replace(/^```/, ""))];
}

/** The text below a heading of level 2, up to the next one; empty where there is no such heading. */
function section(body: string, heading: string): string {
  const [, text = ""] = body.split(`\n## ${heading}\n`);
  return text.split("\n## ")[0]?.trim() ?? "";
}

/** Sentences with whatever citation follows before the stop: "… [@a]." in English, "… [@a]。" in Japanese. */
function sentences(text: string, language: Language): readonly string[] {
  return text
    .split(language === "en" ? /(?<=[\w\])`]\.)\s+(?=[A-Z`])/ : /(?<=。)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** The topics' lists as written; the build leaves out rules that have no page yet. */
function rulesOfTopic(id: string): readonly string[] {
  return parse(readFileSync(join(folder, "topics", id, "topic.yaml"), "utf8")).rules ?? [];
}

test("every rule has a page, and its topic lists it where the topic is written", () => {
  expect(allRules.filter(({ id }) => !knowledge.rulePage(id)).map(({ id }) => id)).toEqual([]);
  const written = allRules.filter(({ topic }) => existsSync(join(folder, "topics", topic, "topic.yaml")));
  expect(written.length).toBeGreaterThan(40);
  const unlisted = written.filter(({ id, topic }) => !rulesOfTopic(topic).includes(id));
  expect(unlisted.map(({ id, topic }) => `${topic}: ${id}`)).toEqual([]);
});

test("the page of a new rule has the sections of all others", () => {
  const files = filesOfRule("routing", "route-to-nowhere");
  for (const language of languages) {
    const page = files.get(`knowledge/rules/route-to-nowhere/${language}.md`) ?? "";
    expect(landmarks(page.replace(/^# .*\n/, ""))).toEqual(order[language]);
  }
});

describe.each(knowledge.rulePages.map((page) => [page.id, page] as const))("the page of %s", (id, page) => {
  test("cites the same facts in both languages, and says what AWS says by nothing else", () => {
    const cited = languages.map((language) => [...citedFacts(section(page.body[language], says[language]))].sort());
    expect(cited[0]?.length).toBeGreaterThan(0);
    expect(cited[1]).toEqual(cited[0]);
    for (const fact of cited[0] ?? []) expect(knowledge.fact(fact)?.id).toBe(fact);
    for (const language of languages) expect([...citedFacts(page.body[language])].sort()).toEqual(cited[0]);
  });

  test("names the same related rules in both languages, and only rules that have a page", () => {
    const [en, ja] = languages.map((language) =>
      [
        ...(/^(?:Related rules|関連するルール): (.*)$/m.exec(page.body[language])?.[1] ?? "").matchAll(/`([\w-]+)`/g),
      ].map(([, rule = ""]) => rule),
    );
    expect(ja).toEqual(en);
    for (const rule of en ?? []) expect(knowledge.rulePage(rule)?.id).toBe(rule);
    expect(en).not.toContain(id);
  });

  describe.each(languages)("in %s", (language) => {
    const body = page.body[language];

    test("has its sections in order", () => {
      expect(landmarks(body)).toEqual(order[language]);
    });

    test("leaves sources to the facts", () => {
      expect(withoutCode(body)).not.toMatch(/https?:\/\/|amazon\.com|^(Source|出典):/m);
    });

    test("cites a fact in every sentence on what AWS says", () => {
      const uncited = sentences(section(body, says[language]), language).filter(
        (each) => citedFacts(each).length === 0,
      );
      expect(uncited).toEqual([]);
    });

    test("says why in a few words", () => {
      const why = body.split("\n")[0] ?? "";
      expect(why.length, why).toBeLessThanOrEqual(language === "en" ? 300 : 160);
    });
  });

  test("Japanese sets a space between Latin words and Japanese ones, none around brackets, and stays in one style", () => {
    const text = [page.title.ja, replaceCitations(withoutCode(page.body.ja), () => "")].join("\n");
    const joined =
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][A-Za-z0-9`]|[A-Za-z0-9`][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
    expect(text.match(joined) ?? []).toEqual([]);
    expect(text.match(/.{0,4} \(|\) [^\p{ASCII}]/gu) ?? []).toEqual([]);
    expect(text.match(/.{0,8}(です|ます)[。、]/g) ?? []).toEqual([]);
  });
});
