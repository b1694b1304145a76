/** VPC endpoints, DHCP options and flow logs of a VPC: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { dhcpOptionsEmpty } from "./dhcp-options-empty.ts";
import { dhcpOptionsTooMany } from "./dhcp-options-too-many.ts";
import { endpointServiceLoadBalancers } from "./endpoint-service-load-balancers.ts";
import { flowLogInterval } from "./flow-log-interval.ts";
import { flowLogResourceTypeMismatch } from "./flow-log-resource-type-mismatch.ts";
import { flowLogRoleMissing } from "./flow-log-role-missing.ts";

export const endpointsRules: readonly Rule[] = [
  endpointServiceLoadBalancers,
  dhcpOptionsEmpty,
  dhcpOptionsTooMany,
  flowLogRoleMissing,
  flowLogInterval,
  flowLogResourceTypeMismatch,
];
