/**
 * Texts as they are put together: what is written out, and between it parts that only the deployment knows. Two texts
 * of the same parts are the same whatever the parts come to, so `www.${Domain}` lies under `${Domain}` in every stack.
 */
import { type CallExpression, type Expression, propertyOf } from "../template/expression.ts";
import { subPieces } from "../template/intrinsics/strings.ts";
import { always, type Evaluator, type Guard } from "../template/value.ts";
import { isDynamic } from "../template/values.ts";

/** `name`: a part whose value is not known here; equal keys are equal values within one stack. */
export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly key: string };

/** One way in which a text can be put together. Neighbouring written parts are one part; no part is empty. */
export interface WrittenText {
  readonly parts: readonly TextPart[];
  readonly guard: Guard;
}

/** More ways than this to put a text together are not followed. */
const mostWays = 16;

/**
 * The ways in which the text can be put together; none where a part cannot be read (a list, a macro, a value that may
 * be absent). Mappings are not looked up and defaults not used: those may differ between stacks.
 */
export function writtenTexts(
  evaluator: Evaluator,
  expression: Expression | undefined,
  under: Guard = always,
): readonly WrittenText[] {
  return (expression && waysOf(evaluator, expression, under)) ?? [];
}

/** A text for equal texts. Case does not count where `fold` says so, as in domain names. */
export function keyOfText(
  { parts }: Pick<WrittenText, "parts">,
  { fold = false }: { readonly fold?: boolean | undefined } = {},
): string {
  return parts
    .map((part) => (part.kind === "name" ? `\u0001${part.key}\u0002` : fold ? part.text.toLowerCase() : part.text))
    .join("");
}

type Ways = readonly WrittenText[] | undefined;

function waysOf(evaluator: Evaluator, expression: Expression, under: Guard): Ways {
  switch (expression.kind) {
    case "scalar":
      return expression.value === null || isDynamic(expression.text)
        ? undefined
        : [{ parts: written(expression.text), guard: under }];
    case "call":
      return waysOfCall(evaluator, expression, under);
    default:
      return undefined;
  }
}

function waysOfCall(evaluator: Evaluator, call: CallExpression, under: Guard): Ways {
  const { argument, name } = call;
  const items = argument.kind === "list" ? argument.items : [];
  switch (name) {
    case "Ref":
      return argument.kind === "scalar" ? named(argument.text, under) : undefined;
    case "GetAtt": {
      const [target, attribute] = items;
      if (target?.kind !== "scalar" || attribute?.kind !== "scalar") return undefined;
      return named(`${target.text}.${attribute.text}`, under);
    }
    case "Sub":
      return waysOfSub(evaluator, argument, under);
    case "Join": {
      const [delimiter, list] = items;
      if (delimiter?.kind !== "scalar" || list?.kind !== "list") return undefined;
      const between: Part = { parts: written(delimiter.text) };
      return together(
        evaluator,
        list.items.flatMap((item, index): readonly Part[] => (index === 0 ? [item] : [between, item])),
        under,
      );
    }
    case "If":
      return waysOfIf(evaluator, items, under);
    case "ImportValue":
    case "FindInMap":
      return named(`${name} ${sourceOf(call)}`, under);
    default:
      return undefined;
  }
}

function waysOfIf(evaluator: Evaluator, [condition, yes, no]: readonly Expression[], under: Guard): Ways {
  if (condition?.kind !== "scalar" || !yes || !no) return undefined;
  const found: WrittenText[] = [];
  for (const [outcome, branch] of [
    [true, yes],
    [false, no],
  ] as const) {
    const when = evaluator.conditions.when(condition.text, outcome);
    const guard = when && evaluator.conditions.both(under, when);
    if (guard === undefined) continue;
    const ways = waysOf(evaluator, branch, guard);
    if (ways === undefined) return undefined;
    found.push(...ways);
  }
  return found;
}

function waysOfSub(evaluator: Evaluator, argument: Expression, under: Guard): Ways {
  const [text, variables] = argument.kind === "list" ? argument.items : [argument];
  if (text?.kind !== "scalar" || isDynamic(text.text)) return undefined;
  const parts = subPieces(text.text).map((piece): Part => {
    if (piece.kind === "text") return { parts: written(piece.text) };
    return propertyOf(variables, piece.name)?.value ?? { parts: [{ kind: "name", key: piece.name }] };
  });
  return together(evaluator, parts, under);
}

type Part = Expression | { readonly parts: readonly TextPart[] };

/** One behind the other, in every combination that can hold. */
function together(evaluator: Evaluator, parts: readonly Part[], under: Guard): Ways {
  let ways: readonly WrittenText[] = [{ parts: [], guard: under }];
  for (const part of parts) {
    const next = "parts" in part ? [{ parts: part.parts, guard: under }] : waysOf(evaluator, part, under);
    if (next === undefined) return undefined;
    ways = ways.flatMap((before) =>
      next.flatMap((after) => {
        const guard = evaluator.conditions.both(before.guard, after.guard);
        return guard ? [{ parts: merged([...before.parts, ...after.parts]), guard }] : [];
      }),
    );
    if (ways.length > mostWays) return undefined;
  }
  return ways;
}

function written(text: string): readonly TextPart[] {
  return text === "" ? [] : [{ kind: "text", text }];
}

function named(key: string, guard: Guard): Ways {
  return key === "AWS::NoValue" ? undefined : [{ parts: [{ kind: "name", key }], guard }];
}

function merged(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === "text" && last?.kind === "text") {
      result[result.length - 1] = { kind: "text", text: last.text + part.text };
    } else result.push(part);
  }
  return result;
}

/** Equal texts of these functions are equal values, since a stack has one set of exports and mappings. */
function sourceOf({ span }: CallExpression): string {
  return span.block.text.slice(span.start, span.end).replace(/[\s"']+/g, "");
}
