/** What a prefix list counts in quotas. */
import type { Evaluator, Provenance } from "../template/value.ts";
import { textOf } from "../template/values.ts";
import { waysOfProperty } from "./basis.ts";
import { numbersOf } from "./numbers.ts";

export interface ListWeight {
  /** In routes or rules. */
  readonly weight: number;
  readonly from: readonly Provenance[];
}

/** The `MaxEntries` of a list of this template, where it is known and of the family. */
export function listWeight(evaluator: Evaluator, logicalId: string, family: 4 | 6): ListWeight | undefined {
  const list = evaluator.template.resources.get(logicalId);
  if (list?.type !== "AWS::EC2::PrefixList") return undefined;
  const [only, ...families] = waysOfProperty(evaluator, list, "AddressFamily");
  const [max, ...ways] = numbersOf(evaluator, list, ["MaxEntries"]);
  const isOfFamily = families.length === 0 && only && textOf(only.value) === `IPv${family}`;
  return isOfFamily && max && ways.length === 0 ? { weight: max.number, from: max.from } : undefined;
}
