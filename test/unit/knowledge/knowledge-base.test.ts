/** What holds for every text of the knowledge base: sources, citations, lengths, and coverage of the study notes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import type { PropertyType } from "@aws-cdk/service-spec-types";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Language, languages } from "../../../server/src/base/localized.ts";
import { citedFacts, replaceCitations } from "../../../server/src/knowledge/citations.ts";
import type { Topic } from "../../../server/src/knowledge/knowledge.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { readKnowledgeBase } from "../../../tools/build-knowledge.ts";

const folder = fileURLToPath(new URL("../../../knowledge", import.meta.url));
const knowledge = createKnowledge(readKnowledgeBase(folder));
const facts = knowledge.topics.flatMap((topic) => topic.facts);

/** What the study notes and the rule catalogue contain; both lie outside the project. */
const notes: {
  readonly topics: readonly string[];
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly string[];
} = JSON.parse(readFileSync(fileURLToPath(new URL("../../fixtures/note-facts.json", import.meta.url)), "utf8"));

const uncovered: readonly { readonly id: string; readonly reason: string }[] = parse(
  readFileSync(join(folder, "uncovered.yaml"), "utf8"),
);

const snippets = readdirSync(fileURLToPath(new URL("../../../snippets", import.meta.url)));

/** Topics that the notes don't have: for rules that would have no topic. */
const ownTopics = ["load-balancer"];

/** The fields as written, before the build leaves out links to what is not written yet. */
function written(topic: Topic): { readonly rules: readonly string[]; readonly related: readonly string[] } {
  const fields = parse(readFileSync(join(folder, "topics", topic.id, "topic.yaml"), "utf8"));
  return { rules: fields.rules ?? [], related: fields.related ?? [] };
}

/** The paragraphs that someone reads as prose: no code, headings or tables; items of a list count one by one. */
function paragraphs(topic: Topic, language: Language): readonly string[] {
  return replaceCitations(topic.body[language], () => "")
    .replace(/^```[\s\S]*?^```$/gm, "")
    .split(/\n{2,}|\n(?=[-|\d])/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "" && !/^[#|]/.test(paragraph));
}

/** The type of a list's or map's items, however deep. */
function innermost(type: PropertyType): PropertyType {
  return type.type === "array" || type.type === "map" ? innermost(type.element) : type;
}

describe("the facts", () => {
  test("every fact of the notes is told, or listed with the reason why not; nothing is listed that is told", () => {
    const told = new Set(facts.map((fact) => fact.id));
    const left = new Set(uncovered.map(({ id }) => id));
    const noted = knowledge.topics.flatMap((topic) => notes.facts[topic.id] ?? []);
    expect(noted.filter((id) => !told.has(id) && !left.has(id))).toEqual([]);
    expect([...left].filter((id) => told.has(id))).toEqual([]);
    expect(uncovered.filter(({ reason }) => !reason)).toEqual([]);
  });

  test("no written topic is missing from the list of the notes' facts, and no listed topic is unwritten", () => {
    expect(knowledge.topics.map((topic) => topic.id).sort()).toEqual(
      [...Object.keys(notes.facts), ...ownTopics].sort(),
    );
  });

  test("a fact that corrects the notes says what they said in both languages", () => {
    const corrected = facts.filter((fact) => fact.correction);
    expect(corrected.length).toBeGreaterThan(20);
    for (const { id, correction } of corrected) {
      expect(correction?.noted.en, id).not.toBe(correction?.noted.ja);
    }
  });

  test("every source is AWS's own page (or an RFC, or the documentation of the kernel, Microsoft or OpenVPN) with a date", () => {
    const official =
      /^https:\/\/((docs\.)?aws\.amazon\.com|docs\.amplify\.aws|www\.rfc-editor\.org|docs\.kernel\.org|learn\.microsoft\.com|openvpn\.net|1\.ieee802\.org)\//;
    for (const fact of facts) {
      expect(fact.sources.length, fact.id).toBeGreaterThan(0);
      for (const source of fact.sources) {
        expect(source.url, fact.id).toMatch(official);
        expect(source.checked, fact.id).toMatch(/^20\d\d-\d\d-\d\d$/);
      }
    }
  });

  test("every fact is cited by a page of a topic or rule, or shown in a hover", () => {
    const used = new Set([
      ...knowledge.topics.flatMap((topic) => [...citedFacts(topic.body.en), ...topic.hover]),
      ...knowledge.rulePages.flatMap((page) => citedFacts(page.body.en)),
    ]);
    expect(facts.map((fact) => fact.id).filter((id) => !used.has(id))).toEqual([]);
  });

  test("places read as a type, a property path or a CDK symbol", () => {
    const type = /^AWS::[A-Z][A-Za-z0-9]+::[A-Z][A-Za-z0-9]+(\.[A-Z][A-Za-z0-9]*)*$/;
    const symbol = /^[a-z][a-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+$/;
    const places = [
      ...facts.flatMap((fact) => fact.appliesTo),
      ...knowledge.topics.flatMap((topic) => [...topic.cfnTypes, ...topic.cdkSymbols, ...topic.alsoOn]),
    ];
    expect(places.filter((place) => !(place.startsWith("AWS::") ? type : symbol).test(place))).toEqual([]);
  });

  test("CloudFormation places exist in the resource data", async () => {
    const database = await loadAwsServiceSpec();
    const missing = (place: string) => {
      const [type = "", ...names] = place.split(".");
      let properties = database.lookup("resource", "cloudFormationType", "equals", type)[0]?.properties;
      if (!properties) return true;
      for (const name of names) {
        const property = properties?.[name];
        if (!property) return true;
        const inner = innermost(property.type);
        properties = inner.type === "ref" ? database.get("typeDefinition", inner.reference.$ref).properties : undefined;
      }
      return false;
    };
    const places = [
      ...facts.flatMap((fact) => fact.appliesTo),
      ...knowledge.topics.flatMap((topic) => [...topic.cfnTypes, ...topic.alsoOn]),
    ];
    expect([...new Set(places)].filter((place) => place.startsWith("AWS::") && missing(place))).toEqual([]);
  });

  test("a fact is short enough for a line or two of a hover", () => {
    expect(facts.filter((fact) => fact.text.en.length > 260).map((fact) => fact.id)).toEqual([]);
    expect(facts.filter((fact) => fact.text.ja.length > 140).map((fact) => fact.id)).toEqual([]);
  });
});

describe.each(knowledge.topics.map((topic) => [topic.id, topic] as const))("topic %s", (_, topic) => {
  test("both languages cite the same facts", () => {
    expect([...citedFacts(topic.body.ja)].sort()).toEqual([...citedFacts(topic.body.en)].sort());
  });

  test("hovers show one to five facts", () => {
    expect(topic.hover.length).toBeGreaterThan(0);
    expect(topic.hover.length).toBeLessThanOrEqual(5);
    expect(topic.hover.map((id) => knowledge.fact(id)?.id)).toEqual(topic.hover);
  });

  test("links lead to topics and rules that exist or are planned", () => {
    const { rules, related } = written(topic);
    expect(related.filter((id) => !notes.topics.includes(id))).toEqual([]);
    const isWritten = (id: string): boolean => existsSync(join(folder, "rules", id, "en.md"));
    expect(rules.filter((id) => !notes.rules.includes(id) && !isWritten(id))).toEqual([]);
    for (const id of [...topic.related, ...topic.compare]) expect(knowledge.topic(id)?.id).toBe(id);
    for (const id of topic.rules) expect(isWritten(id)).toBe(true);
    if (topic.snippet) expect(snippets).toContain(topic.snippet);
  });

  test.each(languages)("paragraphs are short and headings are small (%s)", (language) => {
    for (const paragraph of paragraphs(topic, language)) {
      if (language === "en") expect(paragraph.split(/\s+/).length, paragraph).toBeLessThanOrEqual(90);
      else expect(paragraph.length, paragraph).toBeLessThanOrEqual(220);
    }
    expect(topic.body[language].match(/^(#{1,2}|#{4,}) .*$/gm) ?? []).toEqual([]);
  });

  test("Japanese sets a space between Latin words and Japanese ones", () => {
    const texts = [
      replaceCitations(topic.body.ja, () => "").replace(/^```[\s\S]*?^```$/gm, ""),
      topic.title.ja,
      topic.tagline.ja,
      ...topic.facts.flatMap((fact) => [fact.text.ja, fact.correction?.noted.ja ?? ""]),
    ];
    const joined =
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][A-Za-z0-9`]|[A-Za-z0-9`][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
    expect(texts.flatMap((text) => text.match(joined) ?? [])).toEqual([]);
    expect(texts.flatMap((text) => text.match(/.{0,8}(です|ます)[。、]/g) ?? [])).toEqual([]);
  });
});
