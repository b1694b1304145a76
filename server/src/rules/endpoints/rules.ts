/** VPC endpoints, DHCP options and flow logs of a VPC: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { endpointServiceLoadBalancers } from "./endpoint-service-load-balancers.ts";

export const endpointsRules: readonly Rule[] = [endpointServiceLoadBalancers];
