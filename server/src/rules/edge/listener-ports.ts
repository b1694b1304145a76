/** The ports of an accelerator's listeners. */
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Basis, type Given, waysOfProperty } from "../basis.ts";
import { readNumber } from "../numbers.ts";
import { identityOf } from "../same-value.ts";
import { waysAt, waysIn } from "../ways-at.ts";

export interface PortRange {
  readonly listener: Resource;
  readonly at: Given;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly ends: readonly [Given, Given];
  readonly because: readonly Basis[];
}

/** The ranges of a listener whose two ends are known. */
export function rangesOf(evaluator: Evaluator, listener: Resource): readonly PortRange[] {
  return waysAt(evaluator, listener, ["PortRanges", "*"]).flatMap((at) =>
    waysIn(evaluator, at, ["FromPort"]).flatMap((first) =>
      waysIn(evaluator, at, ["ToPort"]).flatMap((last) => {
        const [from, to] = [readNumber(first.value), readNumber(last.value)];
        if (from === undefined || to === undefined) return [];
        const text = from === to ? `${from}` : `${from}–${to}`;
        return [{ listener, at, from, to, text, ends: [first, last] as const, because: [at, first, last] }];
      }),
    ),
  );
}

/** Whether there are no ports of the listener but those of its known ranges. */
export function allRangesAreKnown(evaluator: Evaluator, listener: Resource): boolean {
  const lists = waysOfProperty(evaluator, listener, "PortRanges");
  if (listener.open || lists.length === 0 || lists.some(({ value }) => value.kind !== "known")) return false;
  const known = new Set(rangesOf(evaluator, listener).map(({ at }) => at.value));
  return waysAt(evaluator, listener, ["PortRanges", "*"]).every(({ value }) => known.has(value));
}

/** The ways in which the two resources have the same in a property that names an accelerator or listener. */
export function waysShared(
  evaluator: Evaluator,
  first: Resource,
  second: Resource,
  property: "AcceleratorArn" | "ListenerArn" | "Protocol" | "EndpointGroupRegion",
): readonly (readonly [Given, Given])[] {
  return waysOfProperty(evaluator, first, property).flatMap((one) =>
    waysOfProperty(evaluator, second, property)
      .filter((other) => nameOf(one) !== undefined && nameOf(one) === nameOf(other))
      .map((other) => [one, other] as const),
  );
}

/** A text that is equal for the same value. `Ref` of an accelerator or listener gives its ARN, too. */
export function nameOf({ value }: Given): string | undefined {
  return identityOf(value)?.replace(/\.(?:Accelerator|Listener)Arn$/, ".");
}
