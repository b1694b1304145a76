/** Numbers that AWS takes within bounds. */
import { type Read, readText } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import type { Template } from "../../template/template.ts";
import { parseWhole } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import type { Fix } from "../rule.ts";

/** Both bounds are allowed. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A whole number, written as a number or as text. */
export const readNumber: Read<number> = (value) => parseWhole(readText(value));

export function isWithin({ from, to }: Range, value: number): boolean {
  return value >= from && value <= to;
}

/** Takes the number to the bound that it has passed. */
export function toNearestBound(
  template: Template,
  fact: Fact<number>,
  range: Range,
  id: string,
  property: string,
): readonly Fix[] {
  const bound = fact.value < range.from ? range.from : range.to;
  return rewriteValue(template, { span: fact.span, from: fact.from, text: String(fact.value) }, bound, {
    en: `Set ${property} of ${id} to ${bound}`,
    ja: `${id} の ${property} を ${bound} にする`,
  });
}
