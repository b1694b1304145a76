/** The pages of the topic reference, in one language, ready to be drawn. */

import type {
  Page,
  PageCorrection,
  PageLink,
  PageSnippet,
  PageSource,
  TopicListResult,
  TopicSection,
} from "../../../../protocol/requests.ts";
import type { Language } from "../../base/localized.ts";
import { replaceCitations } from "../../knowledge/citations.ts";
import type { Fact, Knowledge, Source, Topic } from "../../knowledge/knowledge.ts";
import { pageFigures } from "./figures/shapes.ts";
import { readRulePage } from "./rule-text.ts";
import { type PagedRule, severitySection } from "./severity-section.ts";

/** All topics by section, in the order of the notes. */
export function topicList(knowledge: Knowledge, language: Language): TopicListResult {
  const sections: { id: string; title: string; topics: TopicSection["topics"][number][] }[] = [];
  for (const topic of knowledge.topics) {
    const id = sectionId(topic);
    let section = sections.find((candidate) => candidate.id === id);
    if (!section) {
      section = { id, title: topic.section[language], topics: [] };
      sections.push(section);
    }
    section.topics.push({
      id: topic.id,
      title: topic.title[language],
      tagline: topic.tagline[language],
      ...countsOf(topic, knowledge),
    });
  }
  const rules = knowledge.rulePages.map(({ id, title }) => ({ kind: "rule", id, title: title[language] }) as const);
  return { language, sections, rules };
}

/** A section's name that does not change with the language. */
export function sectionId(topic: Topic): string {
  return topic.section.en;
}

/** What a list says of a topic beside its name. */
export function countsOf(topic: Topic, knowledge: Knowledge): { readonly corrections: number; readonly rules: number } {
  return {
    corrections: topic.facts.filter((fact) => fact.correction !== undefined).length,
    rules: topic.rules.filter((id) => knowledge.rulePage(id) !== undefined).length,
  };
}

/** The page of a topic; undefined where there is none of that id. */
export function topicPage(
  knowledge: Knowledge,
  id: string,
  language: Language,
  snippetOf: (id: string, language: Language) => PageSnippet | undefined,
): Page | undefined {
  const topic = knowledge.topic(id);
  if (!topic) return undefined;
  const { body, sources } = numberCitations(topic.body[language], knowledge);
  return {
    kind: "topic",
    id,
    language,
    title: topic.title[language],
    tagline: topic.tagline[language],
    figures: pageFigures(knowledge, id, language),
    body,
    sources,
    corrections: topic.facts.flatMap((fact) => correctionOf(fact, language)),
    rules: topic.rules.flatMap((rule) => linkToRule(knowledge, rule, language)),
    lookFor: topic.rules.length > 0 ? [] : checkedByEye(topic).map((fact) => fact.text[language]),
    related: [...new Set([...topic.compare, ...topic.related])].flatMap((other) =>
      linkToTopic(knowledge.topic(other), language),
    ),
    snippet: topic.snippet === undefined ? undefined : snippetOf(topic.snippet, language),
  };
}

/** What goes wrong most: the topic's warnings, limits and necessary steps, the weightiest first. */
function checkedByEye(topic: Topic): readonly Fact[] {
  const telling = topic.facts.filter(({ kind }) => kind === "warning" || kind === "limit" || kind === "procedure");
  return [...telling].sort((a, b) => a.priority - b.priority).slice(0, mostByEye);
}

const mostByEye = 4;

/** The page of a rule; undefined where there is none of that id. A page of no rule says nothing of severities. */
export function rulePage(
  knowledge: Knowledge,
  id: string,
  language: Language,
  rule: PagedRule | undefined,
): Page | undefined {
  const page = knowledge.rulePage(id);
  if (!page) return undefined;
  const { body: text, related } = readRulePage(page.body[language]);
  const { body, sources } = numberCitations(text, knowledge);
  return {
    kind: "rule",
    id,
    language,
    title: page.title[language],
    tagline: id,
    figures: [],
    body: [linkRules(body, id, knowledge).trimEnd(), ...(rule ? [severitySection(rule, language)] : [])].join("\n\n"),
    sources,
    corrections: [],
    rules: related.flatMap((other) => linkToRule(knowledge, other, language)),
    lookFor: [],
    related: rule ? linkToTopic(knowledge.topic(rule.topic), language) : [],
    snippet: undefined,
  };
}

/** Makes links of other rules' ids where the text, not an example, names them. */
function linkRules(body: string, own: string, knowledge: Knowledge): string {
  return body
    .split(/(^```[\s\S]*?^```)/m)
    .map((part) =>
      part.startsWith("```")
        ? part
        : part.replace(/(?<!\[)`([a-z0-9-]+)`/g, (whole, id: string) =>
            id !== own && knowledge.rulePage(id) ? `[${whole}](#rule/${id})` : whole,
          ),
    )
    .join("");
}

function correctionOf(fact: Fact, language: Language): PageCorrection[] {
  const { correction } = fact;
  if (!correction) return [];
  return [
    { noted: correction.noted[language], truth: fact.text[language], since: correction.since, kind: correction.kind },
  ];
}

function linkToRule(knowledge: Knowledge, id: string, language: Language): PageLink[] {
  const page = knowledge.rulePage(id);
  return page ? [{ kind: "rule", id, title: page.title[language] }] : [];
}

function linkToTopic(topic: Topic | undefined, language: Language): PageLink[] {
  return topic ? [{ kind: "topic", id: topic.id, title: topic.title[language] }] : [];
}

/** Replaces citations `[@a; @b]` by marks `[^1]` that count the distinct sources in the order they are first cited. */
function numberCitations(body: string, knowledge: Knowledge): { body: string; sources: readonly PageSource[] } {
  const sources: Source[] = [];
  const numberOf = (source: Source): number => {
    const at = sources.findIndex(({ url }) => url === source.url);
    return at >= 0 ? at + 1 : sources.push(source);
  };
  const numbered = replaceCitations(body, (ids) => {
    const facts = ids.flatMap((id) => knowledge.fact(id) ?? []);
    const numbers = new Set(facts.flatMap((fact) => fact.sources).map(numberOf));
    return [...numbers]
      .sort((a, b) => a - b)
      .map((number) => `[^${number}]`)
      .join("");
  });
  // A mark stands close to the word it belongs to.
  return { body: numbered.replace(/ (?=\[\^\d)/g, ""), sources };
}
