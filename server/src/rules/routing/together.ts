/** Facts of one route that may be there at the same time. */
import type { Fact, Network } from "../../network/model.ts";
import { canHold } from "../basis.ts";

export interface Clash<T> {
  readonly first: Fact<T>;
  readonly second: Fact<T>;
}

/**
 * For each fact the first one before it, as written, that stands in another property and can hold with it. One finding
 * for each property too many is enough.
 */
export function clashesOf<T extends { readonly property: string }>(
  { evaluator }: Network,
  facts: readonly Fact<T>[],
): readonly Clash<T>[] {
  const written = facts.toSorted((a, b) => a.span.start - b.span.start);
  return written.flatMap((second, index) => {
    const first = written
      .slice(0, index)
      .find(
        (before) =>
          before.value.property !== second.value.property && canHold(evaluator.conditions, before.guard, second.guard),
      );
    return first ? [{ first, second }] : [];
  });
}
