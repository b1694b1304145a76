/** What is known of the library's constructs after they were made: what later statements use and change. */
import type { VpcPlan } from "./vpc-plan.ts";

export type Made = MadeVpc;

export interface MadeVpc {
  readonly kind: "vpc";
  readonly id: string;
  /** What it makes: one plan, or one for stacks with two zones and one for those with more. None where it isn't known. */
  readonly plans: readonly VpcPlan[];
  /** The condition under which the first of two plans is the right one. */
  readonly twoZones: string | undefined;
}
