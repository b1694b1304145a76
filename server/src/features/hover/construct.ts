/** Hover on a CDK construct: as on a resource's type, by the construct's symbol where the type has no topic. */
import type { Language } from "../../base/localized.ts";
import type { Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { describe } from "../describe/entity.ts";
import { subnetUnder, waysOf } from "../describe/ways.ts";
import { bullets, code, paragraphs, strong } from "../markdown.ts";
import { entityLine } from "./declaration.ts";
import { factLines, footer, topicHeading } from "./knowledge-lines.ts";
import type { HoverContext } from "./property.ts";
import { typeHover } from "./resource-type.ts";

const words = {
  makes: { en: "Makes", ja: "作成されるもの" },
  alsoMakes: { en: "Also makes", ja: "ほかに作成されるもの" },
} as const;

export async function constructHover(
  resource: Resource,
  symbol: string,
  snapshot: Snapshot,
  context: HoverContext,
): Promise<string | undefined> {
  const { knowledge, language } = context;
  const made = madeBy(resource.id, snapshot, context);
  const topic = knowledge.topicForSymbol(symbol);
  const also = knowledge.seeAlso(symbol);
  if (!topic && made === undefined && also.length === 0) return typeHover(resource, snapshot, context);
  const isOfType = topic !== undefined && knowledge.topicForType(resource.type)?.id === topic.id;
  const facts = isOfType ? knowledge.factsFor(resource.type) : knowledge.hoverFactsOf(symbol);
  return paragraphs(
    topic ? topicHeading(topic, language) : strong(symbol),
    entityLine(resource.id, snapshot, language),
    made,
    alsoMade(resource.id, snapshot, language),
    factLines(facts, language),
    footer(topic, facts, context, also),
  );
}

/**
 * The subnets that a construct makes, one a line, with block and kind; where they depend on something that only the
 * synthesis knows (how many zones there are), once for each way it can come out.
 */
function madeBy(construct: string, snapshot: Snapshot, { language }: HoverContext): string | undefined {
  const { network, evaluator } = snapshot;
  const subnets = network.subnets.filter(({ resource }) => resource.impliedBy === construct);
  if (subnets.length === 0) return undefined;
  const lists = waysOf(subnets, snapshot).map((way) => {
    const when = evaluator.conditions.describe(way)[language];
    const lines = subnets.flatMap((subnet) => {
      if (!evaluator.conditions.both(subnet.guard, way)) return [];
      const zone = subnet.zone.known[0]?.value.label;
      const [kind = ""] = describe(subnet, network, language);
      const parts = [kind, ...describe(subnetUnder(subnet, way, snapshot), network, language).slice(1, 2)];
      return [[code(subnet.id), ...(zone === undefined ? [] : [zone]), ...parts].join(" · ")];
    });
    return paragraphs(`${words.makes[language]}${when === "" ? "" : ` ${when}`}:`, bullets(lines));
  });
  return paragraphs(...lists);
}

/** What else it makes, by type: `RouteTable` × 4–6. */
function alsoMade(construct: string, { template, evaluator }: Snapshot, language: Language): string | undefined {
  const { conditions } = evaluator;
  const others = [...template.resources.values()].filter(
    ({ id, type, impliedBy }) => impliedBy === construct && id !== construct && type !== "AWS::EC2::Subnet",
  );
  if (others.length === 0) return undefined;
  const counts = new Map<string, { readonly most: number; readonly least: number }>();
  for (const { type, condition } of others) {
    const count = counts.get(type) ?? { most: 0, least: 0 };
    const isSure = condition === undefined || conditions.when(condition.name, false) === undefined;
    counts.set(type, { most: count.most + 1, least: count.least + (isSure ? 1 : 0) });
  }
  const parts = [...counts].map(([type, { most, least }]) => {
    const number = least === most ? `${most}` : `${least}–${most}`;
    return `${code(type.split("::").at(-1) ?? type)} × ${number}`;
  });
  return `${words.alsoMakes[language]}: ${parts.join(" · ")}`;
}
