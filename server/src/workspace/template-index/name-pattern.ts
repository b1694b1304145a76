/**
 * Names that a template puts together: of exports and imports. What only the deployment knows is a hole, so that the
 * two ends of an export can be held against each other without deploying either.
 */
import { type Expression, propertyOf } from "../../template/expression.ts";
import { subPieces } from "../../template/intrinsics/strings.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Template } from "../../template/template.ts";

export type NamePiece =
  | { readonly kind: "text"; readonly text: string }
  /** Any text. `source`: the parameter or pseudo parameter it comes from; `assumed`: that parameter's default. */
  | { readonly kind: "hole"; readonly source?: string | undefined; readonly assumed?: string | undefined };

export type NamePattern = readonly NamePiece[];

/** The name that an expression comes to, as far as the template alone says. */
export function patternOf(expression: Expression | undefined, template: Template): NamePattern {
  return merged(piecesOf(expression, template));
}

/** The whole name, where nothing of it is open. */
export function literalName(pattern: NamePattern): string | undefined {
  const [only] = pattern;
  return pattern.length === 1 && only?.kind === "text" ? only.text : undefined;
}

/** The name as one would write it in a `Sub`: `${AWS::StackName}-VpcId`, and `…` for what cannot be named. */
export function showName(pattern: NamePattern): string {
  return pattern
    .map((piece) => (piece.kind === "text" ? piece.text : piece.source === undefined ? "…" : `\${${piece.source}}`))
    .join("");
}

function piecesOf(expression: Expression | undefined, template: Template): NamePiece[] {
  if (expression?.kind === "scalar") return [{ kind: "text", text: expression.text }];
  if (expression?.kind !== "call") return [{ kind: "hole" }];
  const { name, argument } = expression;
  const items = argument.kind === "list" ? argument.items : [argument];
  const [first, second] = items;
  if (name === "Ref" && first?.kind === "scalar") return [holeOf(first.text, template)];
  if (name === "Sub" && first?.kind === "scalar") {
    return subPieces(first.text).flatMap((piece) => {
      if (piece.kind === "text") return [piece];
      const own = propertyOf(second, piece.name);
      return own ? piecesOf(own.value, template) : [holeOf(piece.name, template)];
    });
  }
  if (name === "Join" && first?.kind === "scalar" && second?.kind === "list") {
    const delimiter: NamePiece = { kind: "text", text: first.text };
    return second.items.flatMap((item, index) => [...(index > 0 ? [delimiter] : []), ...piecesOf(item, template)]);
  }
  return [{ kind: "hole" }];
}

function holeOf(source: string, template: Template): NamePiece {
  const assumed = textOfScalar(template.parameters.get(source)?.default);
  return { kind: "hole", source, assumed: assumed === "" ? undefined : assumed };
}

/** Texts that stand side by side as one; an empty name is one empty text. */
function merged(pieces: readonly NamePiece[]): NamePattern {
  const result: NamePiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === "text" && last?.kind === "text") result.splice(-1, 1, { ...last, text: last.text + piece.text });
    else result.push(piece);
  }
  return result.length === 0 ? [{ kind: "text", text: "" }] : result;
}

/** An alignment as good as two equal names of any length. */
const certain = Number.POSITIVE_INFINITY;
/** A hole on both sides that is filled from parameters of the same name. */
const sameSource = 3;

/**
 * How well two names go together: undefined where they can never be the same name, infinite where both are known and
 * equal, else how many letters and digits of the one meet their like in the other. Zero says that all of it is holes.
 */
export function likeness(a: NamePattern, b: NamePattern): number | undefined {
  const [left, right] = [literalName(a), literalName(b)];
  if (left !== undefined && right !== undefined) return left === right ? certain : undefined;
  let best = aligned(a, b);
  if (best === undefined) return undefined;
  for (const one of [a, withDefaults(a)]) {
    for (const other of [b, withDefaults(b)]) {
      const found = one === a && other === b ? undefined : aligned(one, other);
      if (found !== undefined && found > best) best = found;
    }
  }
  return best;
}

function withDefaults(pattern: NamePattern): NamePattern {
  return pattern.map((piece) =>
    piece.kind === "hole" && piece.assumed !== undefined ? { kind: "text", text: piece.assumed } : piece,
  );
}

type Token = string | { readonly source: string | undefined };

function tokensOf(pattern: NamePattern): readonly Token[] {
  // The name of an export has 255 characters at most, so what is longer is cut for the sake of the time it takes.
  return pattern
    .flatMap((piece): readonly Token[] => (piece.kind === "text" ? [...piece.text] : [{ source: piece.source }]))
    .slice(0, 255);
}

/** The best way to lay two patterns over each other, where a hole takes any text; row by row from the end. */
function aligned(a: NamePattern, b: NamePattern): number | undefined {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  const never = Number.NEGATIVE_INFINITY;
  let below: number[] = [];
  for (let i = left.length; i >= 0; i -= 1) {
    const row: number[] = new Array(right.length + 1).fill(never);
    for (let j = right.length; j >= 0; j -= 1) {
      const [one, other] = [left[i], right[j]];
      if (one === undefined && other === undefined) row[j] = 0;
      else row[j] = bestStep(one, other, below[j] ?? never, row[j + 1] ?? never, below[j + 1] ?? never);
    }
    below = row;
  }
  const score = below[0] ?? never;
  return score === never ? undefined : score;
}

/** @param down the left token is done with, @param along the right one, @param both both */
function bestStep(one: Token | undefined, other: Token | undefined, down: number, along: number, both: number): number {
  if (typeof one === "string" && typeof other === "string") {
    if (one !== other) return Number.NEGATIVE_INFINITY;
    return both + (/[\p{L}\p{N}]/u.test(one) ? 1 : 0);
  }
  let best = Number.NEGATIVE_INFINITY;
  // A hole may end here (the token behind it is next), or take one more token of the other side.
  if (typeof one === "object") best = Math.max(best, down, along);
  if (typeof other === "object") best = Math.max(best, along, down);
  if (typeof one === "object" && typeof other === "object" && isSameSource(one.source, other.source)) {
    best = Math.max(best, both + sameSource);
  }
  return best;
}

/** Two stacks share account and Region, and mostly parameters of one name; never their own name and id. */
function isSameSource(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b && a !== "AWS::StackName" && a !== "AWS::StackId";
}
