/** A condition in words, and what it comes to where nobody gives other values. */
import { fill, type Language } from "../../base/localized.ts";
import type { CallExpression, Expression } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import { textOf } from "../../template/values.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { code, name } from "../markdown.ts";
import { valueText } from "./value-text.ts";

const words = {
  equals: { en: "{a} is {b}", ja: "{a} が {b}" },
  equalsNot: { en: "{a} is not {b}", ja: "{a} が {b} 以外" },
  not: { en: "not ({part})", ja: "({part}) ではない" },
  and: { en: " and ", ja: " かつ " },
  or: { en: " or ", ja: " または " },
  holds: { en: "{name} is true", ja: "{name} が真" },
  holdsNot: { en: "{name} is false", ja: "{name} が偽" },
} as const;

/** Deeper than this nobody reads. */
const deepest = 4;

/** "*Stage* is `prod` and *Region* is `us-east-1`"; undefined where it is no condition that can be read. */
export function conditionWords(expression: Expression, snapshot: Snapshot, language: Language): string | undefined {
  return wordsOf(expression, { snapshot, language, depth: 0 });
}

interface Reading {
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly depth: number;
}

function wordsOf(expression: Expression, reading: Reading): string | undefined {
  const { language, depth } = reading;
  if (expression.kind !== "call" || depth > deepest) return undefined;
  const inner: Reading = { ...reading, depth: depth + 1 };
  const parts = argumentsOf(expression);
  switch (expression.name) {
    case "Equals":
      return comparison(parts, "equals", reading);
    case "Not": {
      const [part] = parts;
      if (part?.kind !== "call") return undefined;
      if (part.name === "Equals") return comparison(argumentsOf(part), "equalsNot", reading);
      if (part.name === "Condition") return named(part, "holdsNot", language);
      const said = wordsOf(part, inner);
      return said && fill(words.not, { part: said })[language];
    }
    case "And":
    case "Or": {
      const said = parts.map((part) => bracketed(part, expression.name, wordsOf(part, inner)));
      return said.includes(undefined)
        ? undefined
        : said.join(words[expression.name === "And" ? "and" : "or"][language]);
    }
    case "Condition":
      return named(expression, "holds", language);
    default:
      return undefined;
  }
}

/** And and Or in each other need brackets. */
function bracketed(part: Expression, around: string, said: string | undefined): string | undefined {
  const mixes = part.kind === "call" && /^(?:And|Or)$/.test(part.name) && part.name !== around;
  return mixes && said !== undefined ? `(${said})` : said;
}

function argumentsOf({ argument }: CallExpression): readonly Expression[] {
  return argument.kind === "list" ? argument.items : [argument];
}

function comparison(
  [a, b]: readonly Expression[],
  key: "equals" | "equalsNot",
  { snapshot, language }: Reading,
): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [left, right] = [sideOf(a, snapshot, language), sideOf(b, snapshot, language)];
  // The name first: "*Stage* is `prod`", also where it is written the other way round.
  const [first, second] = a.kind === "scalar" && b.kind === "call" ? [right, left] : [left, right];
  return fill(words[key], { a: first, b: second })[language];
}

function sideOf(expression: Expression, { evaluator }: Snapshot, language: Language): string {
  if (expression.kind === "scalar") return code(expression.text === "" ? '""' : expression.text);
  if (expression.kind === "call" && expression.name === "Ref") return name(textOfScalar(expression.argument) ?? "");
  return valueText(evaluator.resolve(expression), language);
}

function named({ argument }: CallExpression, key: "holds" | "holdsNot", language: Language): string | undefined {
  const id = textOfScalar(argument.kind === "list" ? argument.items[0] : argument);
  return id === undefined ? undefined : fill(words[key], { name: name(id) })[language];
}

/** The outcome with the parameters' defaults or assumed values; undefined where one of them is not known. */
export function usualOutcome(expression: Expression, snapshot: Snapshot, depth = 0): boolean | undefined {
  if (expression.kind !== "call" || depth > 20) return undefined;
  const parts = argumentsOf(expression);
  const outcomes = (): readonly (boolean | undefined)[] => parts.map((part) => usualOutcome(part, snapshot, depth + 1));
  switch (expression.name) {
    case "Equals": {
      const [a, b] = parts.map((part) => textOf(snapshot.evaluator.resolve(part)));
      return a === undefined || b === undefined ? undefined : a === b;
    }
    case "Not": {
      const [outcome] = outcomes();
      return outcome === undefined ? undefined : !outcome;
    }
    case "And": {
      const found = outcomes();
      return found.includes(false) ? false : found.includes(undefined) ? undefined : true;
    }
    case "Or": {
      const found = outcomes();
      return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
    }
    case "Condition": {
      const condition = snapshot.template.conditions.get(textOfScalar(parts[0]) ?? "");
      return condition && usualOutcome(condition.body, snapshot, depth + 1);
    }
    default:
      return undefined;
  }
}
