/** Security groups: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";

export const securityGroupsRules: readonly Rule[] = [];
