/** Typed look-ups over the knowledge base: facts, topics, rule pages, each in both languages. Immutable. */
import type { Localized } from "../base/localized.ts";
import { citedFacts } from "./citations.ts";
import type { FactKind } from "./fact-kinds.ts";
import { type Figure, figuresByTopic } from "./figures.ts";
import * as read from "./read-data.ts";
import { createValues, type Values } from "./values.ts";

export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the page was read. */
  readonly checked: string;
}

export interface Correction {
  readonly kind: "wrong" | "outdated" | "imprecise";
  /** What the study notes said, in short. */
  readonly noted: Localized;
  /** Since when it is so, as a year or year-month, where AWS changed it. */
  readonly since?: string | undefined;
}

export interface Fact {
  readonly id: string;
  readonly topic: string;
  readonly kind: FactKind;
  readonly text: Localized;
  readonly sources: readonly Source[];
  readonly since?: string | undefined;
  /** CloudFormation types, property paths (`AWS::EC2::NatGateway.AllocationId`) and CDK symbols it concerns. */
  readonly appliesTo: readonly string[];
  /** Smaller is shown earlier. */
  readonly priority: number;
  readonly correction?: Correction | undefined;
}

export interface Topic {
  readonly id: string;
  readonly title: Localized;
  readonly tagline: Localized;
  readonly section: Localized;
  /** Types and property paths that this topic is the page of; none belongs to two topics. */
  readonly cfnTypes: readonly string[];
  /** CDK symbols (`ec2.CfnNatGateway`) that this topic is the page of; none belongs to two topics. */
  readonly cdkSymbols: readonly string[];
  /** Places that belong to another topic or to none, on which this topic is worth a link. */
  readonly alsoOn: readonly string[];
  readonly keywords: Readonly<Record<"en" | "ja", readonly string[]>>;
  /** Topics to read next; only ones that are written. */
  readonly related: readonly string[];
  /** Topics to set side by side with this one; only ones that are written. */
  readonly compare: readonly string[];
  /** Rules that guard the topic; only ones that have a page. */
  readonly rules: readonly string[];
  readonly snippet?: string | undefined;
  /** Fact ids for a hover on the topic's types, at most five. */
  readonly hover: readonly string[];
  /** Markdown with citations `[@fact.id]`. */
  readonly body: Localized;
  readonly facts: readonly Fact[];
}

export interface RulePage {
  readonly id: string;
  readonly title: Localized;
  /** Markdown. */
  readonly body: Localized;
}

/** A hover fits on a screen: no more than this many facts. */
export const mostHoverFacts = 5;

export interface Knowledge {
  /** Ordered by section, then as the notes order them. */
  readonly topics: readonly Topic[];
  readonly rulePages: readonly RulePage[];
  topic(id: string): Topic | undefined;
  fact(id: string): Fact | undefined;
  rulePage(id: string): RulePage | undefined;
  /** The facts that a rule rests on: those that its page cites, in their order there. */
  factsOfRule(id: string): readonly Fact[];
  /** The figures on the page of a topic, its own before those of others. */
  figuresOf(topic: string): readonly Figure[];
  /**
   * The page for a resource type, or for one of its properties where the path is given. The longest path that a topic
   * claims wins, so a property without a page of its own leads to the page of its type. Indices of lists are ignored.
   */
  topicForType(typeName: string, propertyPath?: readonly string[]): Topic | undefined;
  /** The page for a CDK symbol: `ec2.CfnRoute.gatewayId`, else the nearest one around it (`ec2.CfnRoute`). */
  topicForSymbol(symbol: string): Topic | undefined;
  /** Topics worth a link on exactly this type, property path (`AWS::Lambda::Function.Timeout`) or CDK symbol. */
  seeAlso(place: string): readonly Topic[];
  /**
   * Facts that concern the property (by path), by priority. Without a path, those for a hover on the type: the topic's
   * choice for the first type that it claims; for its other types what concerns just that type comes first.
   */
  factsFor(typeName: string, propertyPath?: readonly string[]): readonly Fact[];
  /** Whether a topic or a fact names exactly this CDK symbol. */
  knowsSymbol(symbol: string): boolean;
  /** Facts that name the CDK symbol itself; else the hover facts of its topic. */
  factsForSymbol(symbol: string): readonly Fact[];
  /** The hover facts of the symbol's topic. */
  hoverFactsOf(symbol: string): readonly Fact[];
  /** What single values mean. */
  readonly values: Values;
}

/**
 * The knowledge base over `data`, the content of `knowledge.json`.
 * Throws with the place in the data where its shape is not as the build makes it; the look-ups themselves never throw.
 */
export function createKnowledge(data: unknown): Knowledge {
  const root: read.Node = { value: data, path: "knowledge" };
  const facts: readonly Fact[] = read.list(read.field(root, "facts"), read.fact);
  const topics: readonly Topic[] = read.list(read.field(root, "topics"), read.topic).map((topic) => ({
    ...topic,
    facts: facts.filter((fact) => fact.topic === topic.id),
  }));
  const rulePages: readonly RulePage[] = read.list(read.field(root, "rulePages"), read.rulePage);

  const figures = figuresByTopic(read.field(root, "figures"));

  const topicById = byId(topics);
  const factById = byId(facts);
  const rulePageById = byId(rulePages);
  const factsByRule = new Map(
    rulePages.map(({ id, body }) => [id, citedFacts(body.en).flatMap((fact) => factById.get(fact) ?? [])]),
  );
  const topicByPath = pagesBy(topics, (topic) => topic.cfnTypes);
  const topicBySymbol = pagesBy(topics, (topic) => topic.cdkSymbols);
  const topicsAlsoOn = groupByPlace(topics, (topic) => topic.alsoOn);
  const factsByPlace = groupByPlace(byPriority(facts), (fact) => fact.appliesTo);

  const topicForType = (typeName: string, propertyPath: readonly string[] = []) =>
    firstOf(enclosing(typeName, named(propertyPath)), (path) => topicByPath.get(path));

  const topicForSymbol = (symbol: string) => {
    const [module = "", ...names] = normalSymbol(symbol).split(".");
    return firstOf(enclosing(module, names), (path) => topicBySymbol.get(path));
  };

  const hoverFacts = (topic: Topic | undefined): readonly Fact[] =>
    topic?.hover.flatMap((id) => factById.get(id) ?? []) ?? [];

  /** What the topic shows on one of its types: its choice, without what concerns only the others. */
  const hoverFactsOn = (topic: Topic, typeName: string): readonly Fact[] => {
    const chosen = hoverFacts(topic);
    if (topic.cfnTypes[0] === typeName) return chosen;
    const types = topic.cfnTypes.flatMap((place) => place.split(".", 1));
    const own = factsByPlace.get(typeName) ?? [];
    const general = chosen.filter((fact) => isWithin(fact, typeName) || !types.some((type) => isWithin(fact, type)));
    const fitting = [...new Set([...chosen.filter((fact) => own.includes(fact)), ...own, ...general])];
    return fitting.length > 0 ? fitting.slice(0, mostHoverFacts) : chosen;
  };

  return {
    topics,
    rulePages,
    values: createValues(read.field(root, "values")),
    topic: (id) => topicById.get(id),
    fact: (id) => factById.get(id),
    rulePage: (id) => rulePageById.get(id),
    factsOfRule: (id) => factsByRule.get(id) ?? [],
    figuresOf: (topic) => figures.get(topic) ?? [],
    topicForType,
    topicForSymbol,
    seeAlso: (place) => topicsAlsoOn.get(normalSymbol(place)) ?? [],
    factsFor(typeName, propertyPath = []) {
      const names = named(propertyPath);
      if (names.length === 0) {
        const own = topicForType(typeName);
        return own ? hoverFactsOn(own, typeName) : (factsByPlace.get(typeName) ?? []);
      }
      // A fact on a property also concerns what lies inside it; a fact on the whole type does not.
      const places = enclosing(typeName, names).filter((place) => place !== typeName);
      return byPriority(new Set(places.flatMap((place) => factsByPlace.get(place) ?? [])));
    },
    knowsSymbol(symbol) {
      const name = normalSymbol(symbol);
      return topicBySymbol.has(name) || topicsAlsoOn.has(name) || factsByPlace.has(name);
    },
    hoverFactsOf: (symbol) => hoverFacts(topicForSymbol(symbol)),
    factsForSymbol(symbol) {
      return factsByPlace.get(normalSymbol(symbol)) ?? hoverFacts(topicForSymbol(symbol));
    },
  };
}

/** Whether the fact is about the type or one of its properties. */
function isWithin(fact: Fact, typeName: string): boolean {
  return fact.appliesTo.some((place) => place === typeName || place.startsWith(`${typeName}.`));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function pagesBy(topics: readonly Topic[], placesOf: (topic: Topic) => readonly string[]): ReadonlyMap<string, Topic> {
  return new Map(topics.flatMap((topic) => placesOf(topic).map((place) => [place, topic] as const)));
}

function groupByPlace<T>(
  items: readonly T[],
  placesOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const place of placesOf(item)) {
      const group = groups.get(place);
      if (group) group.push(item);
      else groups.set(place, [item]);
    }
  }
  return groups;
}

function byPriority(facts: Iterable<Fact>): readonly Fact[] {
  return [...facts].sort((a, b) => a.priority - b.priority);
}

/** `a.b.c`, `a.b`, `a`: the place and all around it, the narrowest first. */
function enclosing(base: string, names: readonly string[]): readonly string[] {
  return Array.from({ length: names.length + 1 }, (_, dropped) =>
    [base, ...names.slice(0, names.length - dropped)].join("."),
  );
}

function firstOf<T>(places: readonly string[], lookUp: (place: string) => T | undefined): T | undefined {
  for (const place of places) {
    const found = lookUp(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of a property path; positions in lists are left out, because facts are about every item alike. */
function named(propertyPath: readonly string[]): readonly string[] {
  return propertyPath.filter((name) => !/^\d+$/.test(name));
}

/** Python and namespace imports say `aws_ec2.Vpc` where facts say `ec2.Vpc`. */
function normalSymbol(symbol: string): string {
  return symbol.replace(/^aws_/, "");
}
