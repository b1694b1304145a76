/** Global Accelerator: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { acceleratorDuplicateRegion } from "./accelerator-duplicate-region.ts";
import { acceleratorEndpointKind } from "./accelerator-endpoint-kind.ts";
import { acceleratorGroupWithoutEndpoints } from "./accelerator-group-without-endpoints.ts";
import { acceleratorHealthInterval } from "./accelerator-health-interval.ts";
import { acceleratorPortOverride } from "./accelerator-port-override.ts";
import { acceleratorPortRange } from "./accelerator-port-range.ts";

export const edgeRules: readonly Rule[] = [
  acceleratorPortRange,
  acceleratorPortOverride,
  acceleratorHealthInterval,
  acceleratorDuplicateRegion,
  acceleratorEndpointKind,
  acceleratorGroupWithoutEndpoints,
];
