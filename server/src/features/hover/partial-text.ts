/** What a text that is put together comes to, with the names of what only the deployment knows left in it. */
import type { CallExpression, Expression } from "../../template/expression.ts";
import { propertyOf } from "../../template/expression.ts";
import { subPieces } from "../../template/intrinsics/strings.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Evaluator } from "../../template/value.ts";
import { textOf } from "../../template/values.ts";

/** `dev-${AWS::Region}`; undefined where nothing of it is known, or the function puts no text together. */
export function partialText(call: CallExpression, evaluator: Evaluator): string | undefined {
  const parts =
    call.name === "Sub" ? subParts(call, evaluator) : call.name === "Join" ? joinParts(call, evaluator) : [];
  // Without a value that was filled in, the text itself says as much.
  return parts.some(({ isFilled }) => isFilled) ? parts.map(({ text }) => text).join("") : undefined;
}

interface Part {
  readonly text: string;
  readonly isFilled?: boolean;
}

function subParts({ argument }: CallExpression, evaluator: Evaluator): readonly Part[] {
  const [text, variables] = argument.kind === "list" ? argument.items : [argument];
  if (text?.kind !== "scalar") return [];
  return subPieces(text.text).map((piece): Part => {
    if (piece.kind === "text") return { text: piece.text };
    const own = propertyOf(variables, piece.name)?.value;
    const value = own ? textOf(evaluator.resolve(own)) : variableText(piece.name, evaluator);
    return value === undefined ? { text: `\${${piece.name}}` } : { text: value, isFilled: true };
  });
}

function variableText(name: string, evaluator: Evaluator): string | undefined {
  const value = evaluator.parameter(name);
  return value && textOf(value);
}

function joinParts({ argument }: CallExpression, evaluator: Evaluator): readonly Part[] {
  const [delimiter, list] = argument.kind === "list" ? argument.items : [];
  const between = textOfScalar(delimiter);
  if (between === undefined || list?.kind !== "list") return [];
  return list.items.flatMap((item, index): Part[] => {
    const text = textOf(evaluator.resolve(item));
    const part = text === undefined ? { text: holeOf(item) } : { text, isFilled: item.kind !== "scalar" };
    return index === 0 ? [part] : [{ text: between }, part];
  });
}

function holeOf(item: Expression): string {
  const [first, second] = item.kind === "call" && item.argument.kind === "list" ? item.argument.items : [];
  if (item.kind === "call" && item.name === "Ref") return `\${${textOfScalar(item.argument) ?? "…"}}`;
  if (item.kind === "call" && item.name === "GetAtt") return `\${${textOfScalar(first)}.${textOfScalar(second)}}`;
  return "…";
}
