/** Which page tells about what stands at a place of a document: the look-ups of hover, the narrowest first. */
import type { PageAtResult, PageLink } from "../../../../protocol/requests.ts";
import { touches } from "../../base/span.ts";
import type { Knowledge, Topic } from "../../knowledge/knowledge.ts";
import type { Place, Snapshot, ValueUse } from "../../workspace/snapshot.ts";
import type { FeatureContext } from "../context.ts";

/** The topic of what stands there, else the page of a rule that found something; undefined where neither is known. */
export function pageAt(
  snapshot: Snapshot,
  offset: number,
  { knowledge, language }: Pick<FeatureContext, "knowledge" | "language">,
): PageAtResult | undefined {
  const findings = findingsAt(snapshot, offset).flatMap((rule): readonly PageLink[] => {
    const page = knowledge.rulePage(rule);
    return page ? [{ kind: "rule", id: rule, title: page.title[language] }] : [];
  });
  const place = snapshot.document.placeAt(offset);
  const topic = place && topicAt(place, snapshot, knowledge);
  if (topic) return { page: { kind: "topic", id: topic.id }, findings };
  const [first] = findings;
  return first && { page: { kind: "rule", id: first.id }, findings };
}

function findingsAt({ findings, document }: Snapshot, offset: number): readonly string[] {
  return [
    ...new Set(findings.filter(({ at }) => touches(document.layout.rangeOf(at), offset)).map(({ rule }) => rule)),
  ];
}

function topicAt(place: Place, snapshot: Snapshot, knowledge: Knowledge): Topic | undefined {
  switch (place.kind) {
    case "resource-type":
      return knowledge.topicForType(place.resource.type);
    case "construct":
      return knowledge.topicForSymbol(place.symbol) ?? knowledge.topicForType(place.resource.type);
    case "declaration":
      return topicOfResource(place.of.id, snapshot, knowledge);
    case "property-key":
      return knowledge.topicForType(place.resource.type, [...place.path, place.text]);
    case "property-value":
      return topicOfUse(place, knowledge);
    case "intrinsic-name":
      return topicOfUse(place.use, knowledge);
    case "intrinsic-argument":
    case "sub-variable":
      return topicOfUse(place.use, knowledge) ?? topicOfResource(place.text, snapshot, knowledge);
    case "depends-on":
      return topicOfResource(place.text, snapshot, knowledge);
    default:
      return undefined;
  }
}

function topicOfUse(use: ValueUse | undefined, knowledge: Knowledge): Topic | undefined {
  return use && knowledge.topicForType(use.resource.type, use.path);
}

function topicOfResource(id: string, { template }: Snapshot, knowledge: Knowledge): Topic | undefined {
  const resource = template.resources.get(id);
  return resource && knowledge.topicForType(resource.type);
}
