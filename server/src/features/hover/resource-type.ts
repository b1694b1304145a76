/** Hover on a resource's type: the topic's gist, what this very resource does here, then facts. */
import type { Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { firstSentences, paragraphs, strong } from "../markdown.ts";
import { entityLine } from "./declaration.ts";
import { factLines, footer, topicHeading } from "./knowledge-lines.ts";
import type { HoverContext } from "./property.ts";
import { serverlessText } from "./serverless.ts";

/** Undefined for a type of which nothing is known. */
export async function typeHover(
  resource: Resource,
  snapshot: Snapshot,
  context: HoverContext,
): Promise<string | undefined> {
  const { spec, knowledge, language, quotesAws = true } = context;
  const topic = knowledge.topicForType(resource.type);
  const facts = knowledge.factsFor(resource.type);
  const also = knowledge.seeAlso(resource.type);
  if (topic) {
    return paragraphs(
      topicHeading(topic, language),
      entityLine(resource.id, snapshot, language),
      factLines(facts, language),
      footer(topic, facts, context, also),
    );
  }
  const own = serverlessText(resource.type, language);
  if (own !== undefined) return own;
  const documentation = quotesAws ? await spec.documentation(resource.type) : undefined;
  if (documentation === undefined && also.length === 0) return undefined;
  return paragraphs(
    strong(resource.type),
    entityLine(resource.id, snapshot, language),
    documentation && firstSentences(documentation, 400),
    footer(undefined, [], context, also),
  );
}
