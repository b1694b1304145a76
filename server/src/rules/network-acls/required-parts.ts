/** What a protocol asks an entry for: ports, ICMP types. */
import type { NetworkAclEntry } from "../../network/model.ts";
import type { Evaluator, Guard } from "../../template/value.ts";
import { waysOfProperty } from "../basis.ts";
import { presence, presenceIn } from "../ways-at.ts";

export interface Gap<Part extends string> {
  /** Undefined where the whole property is missing. */
  readonly part: Part | undefined;
  readonly guard: Guard;
}

/** The cases in which the property, or a part of the object that it holds, is not there. */
export function gapsIn<Part extends string>(
  evaluator: Evaluator,
  { resource }: NetworkAclEntry,
  property: string,
  parts: readonly Part[],
): readonly Gap<Part>[] {
  const whole = presence(evaluator, resource, property).absent.map((guard) => ({ part: undefined, guard }));
  const partly = waysOfProperty(evaluator, resource, property).flatMap((way) =>
    parts.flatMap((part) => presenceIn(evaluator, way, part).absent.map((guard) => ({ part, guard }))),
  );
  return [...whole, ...partly];
}
