/** All rules, in the order of the catalogue. */
import { addressingRules } from "./addressing/rules.ts";
import { apisRules } from "./apis/rules.ts";
import { connectivityRules } from "./connectivity/rules.ts";
import { dnsRules } from "./dns/rules.ts";
import { edgeRules } from "./edge/rules.ts";
import { endpointsRules } from "./endpoints/rules.ts";
import { gatewaysRules } from "./gateways/rules.ts";
import { loadBalancingRules } from "./load-balancing/rules.ts";
import { networkAclsRules } from "./network-acls/rules.ts";
import { routingRules } from "./routing/rules.ts";
import type { Rule } from "./rule.ts";
import { securityGroupsRules } from "./security-groups/rules.ts";
import { storageRules } from "./storage/rules.ts";

export const allRules: readonly Rule[] = [
  ...addressingRules,
  ...routingRules,
  ...gatewaysRules,
  ...securityGroupsRules,
  ...networkAclsRules,
  ...endpointsRules,
  ...connectivityRules,
  ...loadBalancingRules,
  ...dnsRules,
  ...apisRules,
  ...edgeRules,
  ...storageRules,
];
