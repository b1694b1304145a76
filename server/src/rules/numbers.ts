/** Whole numbers in properties, for rules about what a property takes. */
import type { Resource } from "../template/template.ts";
import type { Evaluator } from "../template/value.ts";
import { textOf } from "../template/values.ts";
import type { Given } from "./basis.ts";
import type { Written } from "./rewrite.ts";
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
  return [...evaluator.template.resources.values()].flatMap((resource) =>
    types.includes(resource.type) ? numbersOf(evaluator, resource, path) : [],
  );
}

/** The known numbers at the path in one resource. */
export function numbersOf(evaluator: Evaluator, resource: Resource, path: readonly string[]): readonly WrittenNumber[] {
  return waysAt(evaluator, resource, path).flatMap((way) => {
    const number = wholeNumber(way);
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
