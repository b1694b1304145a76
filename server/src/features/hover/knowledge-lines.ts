/** The part of a hover that comes from the knowledge base: facts that matter here, corrections, sources, the topic. */
import type { Language } from "../../base/localized.ts";
import { type Fact, type Knowledge, mostHoverFacts, type Source, type Topic } from "../../knowledge/knowledge.ts";
import type { TopicLinks } from "../context.ts";
import { bullets, link, paragraphs, strong } from "../markdown.ts";

const mostSources = 3;
const mostAlso = 4;

const words = {
  changed: { en: "Changed since the notes", ja: "ノートからの変更" },
  corrected: { en: "Unlike the notes", ja: "ノートと異なる点" },
  openTopic: { en: "Open topic", ja: "トピックを開く" },
  compare: { en: "Compare with {topic}", ja: "{topic} と比較" },
  seeAlso: { en: "See also", ja: "関連" },
  sources: { en: "Sources", ja: "出典" },
  colon: { en: ": ", ja: ": " },
} as const;

export function topicHeading(topic: Topic, language: Language): string {
  return `${strong(topic.title[language])} · ${topic.tagline[language]}`;
}

/** Facts as bullets, what differs from the notes marked. */
export function factLines(facts: readonly Fact[], language: Language): string | undefined {
  const shown = facts.slice(0, mostHoverFacts);
  if (shown.length === 0) return undefined;
  const stated = shown.filter(({ correction }) => correction === undefined || correction.kind === "imprecise");
  const corrected = shown.filter((fact) => !stated.includes(fact));
  return paragraphs(
    bullets(stated.map(({ text }) => text[language])),
    corrected
      .map(({ correction, text }) => {
        const kind = correction?.kind === "outdated" ? words.changed : words.corrected;
        return `⚠ *${kind[language]}:* ${text[language]}`;
      })
      .join("\n\n"),
  );
}

/** The last line: the topic, what it is compared with, other topics for the place, and where the facts come from. */
export function footer(
  topic: Topic | undefined,
  facts: readonly Pick<Fact, "sources">[],
  { knowledge, language, links }: { knowledge: Knowledge; language: Language; links: TopicLinks },
  also: readonly Topic[] = [],
): string | undefined {
  const parts: string[] = [];
  const separator = language === "ja" ? "、" : ", ";
  const target = topic && links.topic(topic.id);
  if (target) parts.push(link(words.openTopic[language], target));
  for (const id of topic?.compare ?? []) {
    const other = knowledge.topic(id);
    const otherTarget = other && links.topic(id);
    if (otherTarget) parts.push(link(words.compare[language].replace("{topic}", other.title[language]), otherTarget));
  }
  const others = also
    .filter(({ id }) => id !== topic?.id && !topic?.compare.includes(id))
    .slice(0, mostAlso)
    .map(({ id, title }) => linkOrName(title[language], links.topic(id)));
  if (others.length > 0) parts.push(`${words.seeAlso[language]}${words.colon[language]}${others.join(separator)}`);
  const sources = distinctSources(facts.slice(0, mostHoverFacts)).slice(0, mostSources);
  if (sources.length > 0) {
    parts.push(
      `${words.sources[language]}${words.colon[language]}${sources.map(({ title, url }) => link(title, url)).join(separator)}`,
    );
  }
  return parts.length > 0 ? parts.join(" · ") : undefined;
}

function linkOrName(title: string, target: string | undefined): string {
  return target === undefined ? title : link(title, target);
}

function distinctSources(facts: readonly Pick<Fact, "sources">[]): Source[] {
  return [...new Map(facts.flatMap(({ sources }) => sources).map((source) => [source.url, source])).values()];
}
