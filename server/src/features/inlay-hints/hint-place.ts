/** Where a hint about a function stands. */
import type { Span } from "../../base/span.ts";
import type { CallExpression } from "../../template/expression.ts";

/** What may follow a function's name on its line where the argument stands on the lines below. */
const restOfHead = /^["']?:?[ \t]*(?:[|>][-+0-9]*)?(?=[ \t]*(?:#.*)?(?:\r?\n|$))/;

/**
 * Behind the whole call; behind its name where the argument follows line by line, since a hint behind the last line
 * would seem to be about that line alone.
 */
export function behindCall({ nameSpan, span, form }: CallExpression): Span {
  const { block, start } = span;
  const below = form === "code" ? null : restOfHead.exec(block.text.slice(nameSpan.end, nameSpan.end + 200));
  if (below && nameSpan.end < span.end) return { block, start, end: nameSpan.end + below[0].trimEnd().length };
  const text = block.text.slice(start, span.end);
  return { block, start, end: start + text.trimEnd().length };
}
