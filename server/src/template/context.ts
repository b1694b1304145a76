/** What the intrinsic functions need of the evaluator that calls them. */
import type { Expression } from "./expression.ts";
import type { Template } from "./template.ts";
import type { Conditions, EvaluationOptions, Value } from "./value.ts";

export interface ResolveContext {
  readonly template: Template;
  readonly options: EvaluationOptions;
  readonly conditions: Pick<Conditions, "both" | "when">;
  /** Whether a parameter counts as its default. Conditions are read without: a default decides nothing. */
  readonly useDefaults: boolean;
  /** What `Fn::Cidr` gave, by its arguments: the subnets of a VPC all ask for the same up to 256 blocks. */
  readonly blocks: Map<string, readonly string[] | undefined>;
  resolve(expression: Expression): Value;
}
