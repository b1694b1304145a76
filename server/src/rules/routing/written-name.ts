import type { Localized } from "../../base/localized.ts";
import type { Entity, Fact, Link } from "../../network/model.ts";

const longestText = 40;

/** What to call the thing that a fact links to: its name, else the text written there, where that is short. */
export function writtenName(fact: Fact<Link<Entity>> | undefined, otherwise: Localized): string | Localized {
  if (fact === undefined) return otherwise;
  if (fact.value.kind === "entity") return fact.value.entity.id;
  const { block, start, end } = fact.span;
  const text = block.text.slice(start, end);
  const referred = /^[\s{]*(?:!Ref\b|"?Ref"?\s*:)\s*["']?([\w:]+)["']?[\s}]*$/.exec(text)?.[1];
  if (referred !== undefined) return referred;
  return text.length > longestText || text.includes("\n") ? otherwise : text;
}
