import type { Constraint } from "./constraints.ts";

/** A text that no enum, pattern or format allows. */
export const NO_SUCH_VALUE = "\u00a7 no such value \u00a7";

/** Reads one answer of the validator; undefined if it tells nothing about allowed values. */
export function readAnswer(message: string): Constraint | undefined {
  const text = message.replaceAll(NO_SUCH_VALUE, "VALUE");
  const oneOf = / is not one of \[(.*)\]( \(case-insensitive\))?$/s.exec(text);
  if (oneOf?.[1] !== undefined) {
    const values = readList(oneOf[1]);
    if (values.length === 0) return undefined;
    return oneOf[2] === undefined ? { enum: values } : { enum: values, ignoreCase: true };
  }
  const pattern = / does not match pattern '(.*)'$/s.exec(text);
  if (pattern?.[1] !== undefined) return { pattern: pattern[1] };
  const format = / does not match format '(.*)'$/s.exec(text) ?? / is not a '(.*)'$/s.exec(text);
  if (format?.[1] !== undefined) return { format: format[1] };
  const bound = BOUNDS.find(([expression]) => expression.test(text));
  if (bound !== undefined) return { [bound[1]]: Number(bound[0].exec(text)?.[1]) };
  return / items are not unique$/.test(text) ? { uniqueItems: true } : undefined;
}

const BOUNDS: readonly (readonly [RegExp, keyof Constraint])[] = [
  [/ is less than the minimum of (-?[\d.]+)$/, "minimum"],
  [/ is greater than the maximum of (-?[\d.]+)$/, "maximum"],
  [/length \d+ is below minimum (\d+)$/, "minLength"],
  [/length \d+ exceeds maximum (\d+)$/, "maxLength"],
  [/expected minimum item count: (\d+)/, "minItems"],
  [/expected maximum item count: (\d+)/, "maxItems"],
];

function readList(text: string): (string | number)[] {
  const quoted = [...text.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? "");
  if (quoted.length > 0) return quoted;
  return text
    .split(",")
    .map((part) => Number(part.trim()))
    .filter((value) => !Number.isNaN(value));
}
