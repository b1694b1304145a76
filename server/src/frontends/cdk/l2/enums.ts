/** Members of the library's enums and its small value classes, as the values that they stand for. */
import { type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { camelCase } from "../names.ts";
import type { Given } from "./values.ts";

/** `TargetType.IP` -> `IP`; undefined where it is no member of that enum. */
export function memberOfEnum(given: Located | undefined, name: string): string | undefined {
  const value = given?.value;
  if (value?.kind !== "library" || !value.name.startsWith(`${name}.`)) return undefined;
  return value.name.slice(name.length + 1);
}

/**
 * The text that a member stands for, at its place; unknown for other members.
 * @param texts by member
 * @param otherwise where nothing is given
 */
export function enumText(
  given: Located | undefined,
  name: string,
  texts: Readonly<Record<string, string>>,
  otherwise?: string,
): Given {
  if (!given) return otherwise === undefined ? undefined : scalar(otherwise);
  const member = memberOfEnum(given, name);
  const text = member !== undefined && Object.hasOwn(texts, member) ? texts[member] : undefined;
  return { value: text === undefined ? opaque : scalar(text), range: given.range };
}

/** True, false, or undefined where it isn't known. */
export function plainBoolean(given: Located | undefined): boolean | undefined {
  const value = given?.value;
  return value?.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
}

/** As `plainBoolean`, with what holds where nothing is given. */
export function booleanOr(given: Located | undefined, otherwise: boolean): boolean | undefined {
  return given ? plainBoolean(given) : otherwise;
}

const seconds: Readonly<Record<string, number>> = {
  "Duration.millis": 1 / 1000,
  "Duration.seconds": 1,
  "Duration.minutes": 60,
  "Duration.hours": 3600,
  "Duration.days": 86_400,
};

/** `Duration.minutes(5)` in seconds, placed at the call; unknown where it is no such call of a number. */
export function durationSeconds(given: Located | undefined): Given {
  if (!given) return undefined;
  const { value, range } = given;
  const [first] = value.kind === "made" ? value.args : [];
  const unit = value.kind === "made" ? camelCase(value.name) : "";
  const factor = Object.hasOwn(seconds, unit) ? seconds[unit] : undefined;
  const count = literalNumber(first);
  const isKnown = factor !== undefined && count !== undefined;
  return { value: isKnown ? scalar(count * factor) : opaque, range };
}

/** The number of a literal. */
export function literalNumber(given: Located | undefined): number | undefined {
  const value = given?.value;
  return value?.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

/** The text of a literal. */
export function literalText(value: CodeValue | undefined): string | undefined {
  return value?.kind === "scalar" ? value.text : undefined;
}
