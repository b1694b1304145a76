/**
 * Searching topics and rules as one types. What is written in the reader's language is searched whole; titles, taglines
 * and keywords in both, because many a reader of Japanese types "NAT gateway".
 */
import MiniSearch, { type SearchResult as Match, type Query } from "minisearch";
import type { MarkedText, SearchHit, SearchResult } from "../../../../protocol/requests.ts";
import { type Language, languages } from "../../base/localized.ts";
import type { Knowledge, RulePage, Topic } from "../../knowledge/knowledge.ts";
import { createMarker } from "./excerpt.ts";
import { countsOf, sectionId } from "./pages.ts";
import { plainParagraphs } from "./plain-text.ts";
import { readRulePage } from "./rule-text.ts";
import { createWordCutter, type Wanted } from "./search-words.ts";

/** The hits for what is in the search box, the best first; none for an empty query. */
export type ReferenceSearch = (query: string, language: Language) => SearchResult;

/** Best first: what a page is called, what it is filed under, what it states, what it mentions. */
const fields = ["title", "keywords", "facts", "body"] as const;
type Field = (typeof fields)[number];

const boosts: Readonly<Record<Field, number>> = { title: 16, keywords: 8, facts: 2, body: 1 };

interface Entry {
  readonly hit: Omit<SearchHit, "title" | "excerpt">;
  readonly title: string;
  /** What is shown of it where the title alone was found. */
  readonly gist: string;
  /** Field to its texts; `title` holds the other language's too. */
  readonly texts: Readonly<Record<Field, readonly string[]>>;
}

const most = 40;
const excerptLength = { en: 130, ja: 72 } as const;

/** The index of a language is made when it is first asked for and kept as long as the search itself. */
export function createSearch(
  knowledge: Knowledge,
  topicOfRule: (ruleId: string) => string | undefined,
): ReferenceSearch {
  const indexes = new Map<Language, ReturnType<typeof createIndex>>();
  return (query, language) => {
    let index = indexes.get(language);
    if (!index) {
      index = createIndex(knowledge, topicOfRule, language);
      indexes.set(language, index);
    }
    return { language, hits: index(query) };
  };
}

function createIndex(knowledge: Knowledge, topicOfRule: (ruleId: string) => string | undefined, language: Language) {
  const cutter = createWordCutter(language);
  const entries = [
    ...knowledge.topics.map((topic) => topicEntry(topic, knowledge, language)),
    ...knowledge.rulePages.map((page) => ruleEntry(page, knowledge.topic(topicOfRule(page.id) ?? ""), language)),
  ];
  const index = new MiniSearch<{ readonly id: number; readonly texts: Entry["texts"] }>({
    fields: [...fields],
    extractField: (entry, name) =>
      name === "id" ? entry.id : (fields.includes(name as Field) ? entry.texts[name as Field] : []).join("\n"),
    tokenize: (text) => cutter.wordsOf(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      boost: boosts,
      prefix: true,
      // Only Latin words have spelling mistakes of one letter; in Japanese another character is another word.
      fuzzy: (term) => (/^[a-z]{4,}$/.test(term) ? 0.2 : false),
      weights: { prefix: 0.6, fuzzy: 0.25 },
      boostDocument: (id) => (entries[Number(id)]?.hit.kind === "topic" ? 1.5 : 1),
      tokenize: (text) => [text],
      processTerm: (term) => term,
    },
  });
  index.addAll(entries.map(({ texts }, id) => ({ id, texts })));

  return (query: string): readonly SearchHit[] => {
    const wanted = cutter.wantedOf(query);
    if (wanted.length === 0) return [];
    const all = index.search(asQuery(wanted, "AND"));
    const matches = all.length > 0 ? all : index.search(asQuery(wanted, "OR"));
    const typed = wanted.flatMap(({ whole, parts }) => [whole, ...parts]);
    const ranked = matches.flatMap((match) => {
      const entry = entries[Number(match.id)];
      if (!entry) return [];
      const marker = createMarker(cutter, new Set(match.terms), typed);
      const title = marker.mark(entry.title);
      const tiers = wanted.map((each) => tierOf(match, each));
      const rank = tiers.reduce((sum, tier) => sum + tier, 0);
      return [{ entry, marker, title, tiers, rank, score: match.score * (1 + shareOf(title)) }];
    });
    return ranked
      .sort((a, b) => a.rank - b.rank || b.score - a.score)
      .slice(0, most)
      .map(({ entry, marker, title, tiers }) => ({
        ...entry.hit,
        title,
        excerpt: marker.excerpt(shownTexts(entry, title, Math.max(...tiers)), excerptLength[language]),
      }));
  };
}

/** Every wanted word, as it was typed or by all its parts; with `OR`, any of them. */
function asQuery(wanted: readonly Wanted[], combineWith: "AND" | "OR"): Query {
  return {
    combineWith,
    queries: wanted.map(({ whole, parts }) =>
      parts.length === 0 ? whole : { combineWith: "OR", queries: [whole, { combineWith: "AND", queries: [...parts] }] },
    ),
  };
}

/** Behind the fields: where only the spelling is near, and where the word is missing. */
const near = fields.length;
const places: readonly string[] = fields;

/** The best field that holds a wanted word, as a place in `fields`; of a word in parts, the worst of them. */
function tierOf(match: Match, { whole, parts }: Wanted): number {
  const tierOfTerm = (typed: string): number =>
    Math.min(
      near,
      ...Object.entries(match.match)
        .filter(([term]) => term.startsWith(typed))
        .flatMap(([, names]) => names.map((name) => places.indexOf(name))),
    );
  return Math.min(tierOfTerm(whole), parts.length === 0 ? near : Math.max(...parts.map(tierOfTerm)));
}

/** How much of a title was found: the page that is called just so comes before those that are called longer. */
function shareOf({ text, marks }: MarkedText): number {
  return marks.reduce((sum, { start, end }) => sum + end - start, 0) / text.length;
}

/** What the excerpt is taken from. A title that shows its marks speaks for itself; what stands unseen is shown first. */
function shownTexts({ gist, texts }: Entry, title: MarkedText, tier: number): readonly string[] {
  switch (fields[tier]) {
    case "title":
      return title.marks.length > 0 ? [gist] : texts.title.map((each) => `${each} · ${gist}`);
    case "keywords":
      return texts.keywords.map((each) => (each === gist ? gist : `${each} · ${gist}`));
    case "facts":
      return texts.facts;
    default:
      return [...texts.body, ...texts.facts, gist];
  }
}

function topicEntry(topic: Topic, knowledge: Knowledge, language: Language): Entry {
  return {
    hit: {
      kind: "topic",
      id: topic.id,
      section: sectionId(topic),
      context: topic.section[language],
      ...countsOf(topic, knowledge),
    },
    title: topic.title[language],
    gist: topic.tagline[language],
    texts: {
      title: ownFirst(language).map((each) => topic.title[each]),
      keywords: [
        ...ownFirst(language).flatMap((each) => topic.keywords[each]),
        ...ownFirst(language).map((each) => topic.tagline[each]),
        topic.id,
        ...topic.cfnTypes,
        ...topic.cdkSymbols,
      ],
      facts: topic.facts.flatMap(({ text }) => plainParagraphs(text[language])),
      body: plainParagraphs(topic.body[language]),
    },
  };
}

function ruleEntry(page: RulePage, topic: Topic | undefined, language: Language): Entry {
  const body = plainParagraphs(readRulePage(page.body[language]).body);
  return {
    hit: {
      kind: "rule",
      id: page.id,
      section: topic && sectionId(topic),
      context: page.id,
      corrections: 0,
      rules: 1,
    },
    title: page.title[language],
    gist: body[0] ?? page.id,
    texts: {
      title: [...ownFirst(language).map((each) => page.title[each]), page.id],
      keywords: [],
      facts: [],
      body,
    },
  };
}

/** The reader's language first. */
function ownFirst(language: Language): readonly Language[] {
  return [language, ...languages.filter((each) => each !== language)];
}
