/** Whole numbers in properties, and the bounds within which AWS takes them. */
import { type Read, readText } from "../network/facts.ts";
import type { Fact } from "../network/model.ts";
import { resourcesOfType } from "../template/resources-by-type.ts";
import type { Resource, Template } from "../template/template.ts";
import type { Evaluator } from "../template/value.ts";
import { textOf } from "../template/values.ts";
import type { Given } from "./basis.ts";
import { rewriteValue, type Written } from "./rewrite.ts";
import type { Fix } from "./rule.ts";
import { waysAt } from "./ways-at.ts";

/** A number that is known, with what it rests on. */
export interface WrittenNumber extends Pick<Given, "guard" | "span" | "from">, Written {
  readonly resource: Resource;
  readonly number: number;
}

/** The known numbers at the path (see `waysAt`) in all resources of these types. */
export function numbersAt(
  evaluator: Evaluator,
  types: readonly string[],
  path: readonly string[],
): readonly WrittenNumber[] {
  return resourcesOfType(evaluator.template, ...types).flatMap((resource) => numbersOf(evaluator, resource, path));
}

/** The known numbers at the path in one resource. */
export function numbersOf(evaluator: Evaluator, resource: Resource, path: readonly string[]): readonly WrittenNumber[] {
  return numbersAmong(resource, waysAt(evaluator, resource, path));
}

/** Those of the ways that come out as a number. */
export function numbersAmong(resource: Resource, ways: readonly Given[]): readonly WrittenNumber[] {
  return ways.flatMap((way) => {
    const number = readNumber(way.value);
    return number === undefined ? [] : [{ ...way, resource, number, text: textOf(way.value) ?? "" }];
  });
}

/** The whole number, written as a number or as text. */
export function wholeNumber({ value }: Given): number | undefined {
  return value.kind === "known" ? parseWhole(textOf(value)) : undefined;
}

/** Up to 15 digits, which are exact; undefined for any other text. */
export function parseWhole(text: string | undefined): number | undefined {
  const written = text?.trim();
  return written !== undefined && /^-?\d{1,15}$/.test(written) ? Number(written) : undefined;
}

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
