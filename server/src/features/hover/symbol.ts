/** Hover on a name of the CDK's library that is no construct: a method, a member of an enum, a struct's property. */
import { paragraphs, strong } from "../markdown.ts";
import { factLines, footer, topicHeading } from "./knowledge-lines.ts";
import type { HoverContext } from "./property.ts";

/** By the first of the names that the knowledge base knows; undefined where it knows none. */
export function symbolHover(symbols: readonly string[], context: HoverContext): string | undefined {
  const { knowledge, language } = context;
  const symbol = symbols.find((name) => knowledge.knowsSymbol(name));
  if (symbol === undefined) return undefined;
  const topic = knowledge.topicForSymbol(symbol);
  const facts = knowledge.factsForSymbol(symbol);
  return paragraphs(
    topic ? topicHeading(topic, language) : strong(symbol),
    factLines(facts, language),
    footer(topic, facts, context, knowledge.seeAlso(symbol)),
  );
}
