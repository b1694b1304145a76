/** What a hover says of a value: the value and its name, what it means here, facts, sources, the topic. */
import type { Language, Localized } from "../../../base/localized.ts";
import type { Fact, Knowledge, Source, Topic } from "../../../knowledge/knowledge.ts";
import type { ValueText } from "../../../knowledge/values.ts";
import { code, paragraphs } from "../../markdown.ts";
import { factLines, footer } from "../knowledge-lines.ts";
import type { HoverContext } from "../property.ts";

export interface Explanation {
  /** First line; left out where something else of the hover names the value already. */
  readonly heading?: string | undefined;
  readonly lines: readonly (string | undefined)[];
  readonly facts?: readonly Fact[] | undefined;
  readonly sources?: readonly Source[] | undefined;
  readonly topic?: string | undefined;
}

/** A value is read at a glance: no more facts than these. */
const mostFacts = 3;

export function explanationText(
  { heading, lines, facts = [], sources = [], topic }: Explanation,
  context: HoverContext,
  also: readonly Topic[] = [],
): string {
  const shown = facts.slice(0, mostFacts);
  const page = topic === undefined ? undefined : context.knowledge.topic(topic);
  return paragraphs(
    heading,
    ...lines,
    factLines(shown, context.language),
    // Beside a single value there is nothing to compare topics for.
    footer(page && { ...page, compare: [] }, [{ sources }, ...shown], context, also),
  );
}

/** `443` · HTTPS */
export function headed(text: string, name?: string): string {
  return name === undefined ? code(text) : `${code(text)} · ${name}`;
}

/** The entry of the data as it stands: value and name, text, facts, sources. */
export function entryExplanation(
  written: string,
  entry: ValueText,
  { knowledge, language }: HoverContext,
  ...further: readonly (string | undefined)[]
): Explanation {
  const named = entry.name !== undefined;
  return {
    heading: headed(written, named ? entry.name?.[language] : entry.text[language]),
    lines: [named ? entry.text[language] : undefined, ...further],
    facts: factsOf(entry, knowledge),
    sources: entry.sources,
    topic: entry.topic,
  };
}

export function factsOf({ facts }: Pick<ValueText, "facts">, knowledge: Knowledge): readonly Fact[] {
  return facts.flatMap((id) => knowledge.fact(id) ?? []);
}

/** `say(words)` gives the words in one language, with `{name}` places filled. */
export function speaker<K extends string>(
  words: Readonly<Record<K, Localized>>,
  language: Language,
): (key: K, data?: Readonly<Record<string, string>>) => string {
  return (key, data = {}) => words[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}

/** `64,512` */
export function count(n: number | bigint): string {
  return n.toLocaleString("en");
}

/** A whole number, capped where it is too long to be any port or the like; undefined for anything else. */
export function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^-?\d+$/.test(trimmed)) return undefined;
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(trimmed)));
}
