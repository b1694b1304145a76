/** Hover on a CDK construct: as on a resource's type, by the construct's symbol where the type has no topic. */
import type { Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { describe } from "../describe/entity.ts";
import { bullets, code, paragraphs, strong } from "../markdown.ts";
import { entityLine } from "./declaration.ts";
import { factLines, footer, topicHeading } from "./knowledge-lines.ts";
import type { HoverContext } from "./property.ts";
import { typeHover } from "./resource-type.ts";

const words = { makes: { en: "Makes", ja: "作成されるもの" } } as const;

export async function constructHover(
  resource: Resource,
  symbol: string,
  snapshot: Snapshot,
  context: HoverContext,
): Promise<string | undefined> {
  const { knowledge, language } = context;
  const made = madeBy(resource.id, snapshot, context);
  const topic = knowledge.topicForSymbol(symbol);
  if (!topic && made === undefined) return typeHover(resource, snapshot, context);
  const facts = topic ? topic.hover.flatMap((id) => knowledge.fact(id) ?? []) : [];
  return paragraphs(
    topic ? topicHeading(topic, language) : strong(symbol),
    entityLine(resource.id, snapshot, language),
    made,
    factLines(facts, language),
    footer(topic, facts, context),
  );
}

/** The subnets that a construct makes, one a line, with block and kind. */
function madeBy(construct: string, { network }: Snapshot, { language }: HoverContext): string | undefined {
  const subnets = network.subnets.filter(({ resource }) => resource.impliedBy === construct);
  if (subnets.length === 0) return undefined;
  const lines = subnets.map((subnet) => {
    const zone = subnet.zone.known[0]?.value.label;
    const parts = describe(subnet, network, language).slice(0, 2);
    return [code(subnet.id), ...(zone === undefined ? [] : [zone]), ...parts].join(" · ");
  });
  return paragraphs(`${words.makes[language]}:`, bullets(lines));
}
