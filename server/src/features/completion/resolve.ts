/** What is told about an item once the user looks at it: the same words as in its hover. */

import { intrinsicNames } from "../../template/expression.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameHover } from "../hover/declaration.ts";
import { formatHover } from "../hover/format.ts";
import { intrinsicTexts } from "../hover/intrinsic-texts.ts";
import { factLines, footer, topicHeading } from "../hover/knowledge-lines.ts";
import { type HoverContext, propertyHover } from "../hover/property.ts";
import { serverlessText } from "../hover/serverless.ts";
import { code, firstSentences, paragraphs, strong } from "../markdown.ts";
import type { CompletionSubject } from "./item.ts";

/** Markdown; undefined where there is nothing to say. Without a snapshot, names of the template stay untold. */
export async function resolveCompletion(
  subject: CompletionSubject,
  snapshot: Snapshot | undefined,
  context: HoverContext,
): Promise<string | undefined> {
  const { spec, language } = context;
  switch (subject.kind) {
    case "type":
      return typeText(subject.type, context);
    case "property":
      return propertyHover(subject.type, subject.path, context);
    case "name":
      return snapshot && nameHover(subject.id, snapshot, context);
    case "attribute": {
      const text = await spec.documentation(subject.type, [subject.attribute]);
      return text && paragraphs(strong(`${subject.type}.${subject.attribute}`), firstSentences(text, 400));
    }
    case "format":
      return formatHover(subject.path, language);
    case "function": {
      const name = intrinsicNames.find((candidate) => candidate === subject.name);
      const known = name && intrinsicTexts[name];
      return known && paragraphs(code(known.usage), known.text[language]);
    }
  }
}

async function typeText(type: string, context: HoverContext): Promise<string | undefined> {
  const { spec, knowledge, language } = context;
  const own = serverlessText(type, language);
  if (own !== undefined) return own;
  const topic = knowledge.topicForType(type);
  const facts = knowledge.factsFor(type).slice(0, 3);
  const documentation = await spec.documentation(type);
  return (
    paragraphs(
      topic ? topicHeading(topic, language) : strong(type),
      documentation && firstSentences(documentation, 300),
      factLines(facts, language),
      footer(topic, facts, context, knowledge.seeAlso(type)),
    ) || undefined
  );
}

/** Reads what came back from the client. */
export function isSubject(data: unknown): data is CompletionSubject {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  const text = (key: string): boolean => key in data && typeof Object(data)[key] === "string";
  switch (data.kind) {
    case "type":
      return text("type");
    case "property":
      return text("type") && hasPath(data);
    case "format":
      return hasPath(data);
    case "name":
      return text("id");
    case "attribute":
      return text("type") && text("attribute");
    case "function":
      return text("name");
    default:
      return false;
  }
}

function hasPath(data: object): boolean {
  return "path" in data && Array.isArray(data.path) && data.path.every((name) => typeof name === "string");
}
