/** Security groups: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { sgBothPortsMinusOne } from "./sg-both-ports-minus-one.ts";
import { sgDuplicateRule } from "./sg-duplicate-rule.ts";
import { sgIngressOpenAdminPort } from "./sg-ingress-open-admin-port.ts";
import { sgIngressOpenAll } from "./sg-ingress-open-all.ts";
import { sgIngressOpenDatastorePort } from "./sg-ingress-open-datastore-port.ts";
import { sgIngressOpenOtherPort } from "./sg-ingress-open-other-port.ts";
import { sgIpv6WorldGap } from "./sg-ipv6-world-gap.ts";
import { sgNameReserved } from "./sg-name-reserved.ts";
import { sgPortOutOfRange } from "./sg-port-out-of-range.ts";
import { sgPortRangeInverted } from "./sg-port-range-inverted.ts";
import { sgPortsIgnored } from "./sg-ports-ignored.ts";
import { sgPortsMissing } from "./sg-ports-missing.ts";
import { sgRuleDescriptionMissing } from "./sg-rule-description-missing.ts";
import { sgRuleQuota } from "./sg-rule-quota.ts";
import { sgRuleShadowed } from "./sg-rule-shadowed.ts";
import { sgSelfReferenceCycle } from "./sg-self-reference-cycle.ts";
import { sgSourceCount } from "./sg-source-count.ts";
import { sgUnknownProtocol } from "./sg-unknown-protocol.ts";
import { sgVpcMismatch } from "./sg-vpc-mismatch.ts";

export const securityGroupsRules: readonly Rule[] = [
  sgPortRangeInverted,
  sgPortOutOfRange,
  sgPortsMissing,
  sgPortsIgnored,
  sgBothPortsMinusOne,
  sgUnknownProtocol,
  sgSourceCount,
  sgDuplicateRule,
  sgRuleShadowed,
  sgIngressOpenAdminPort,
  sgIngressOpenDatastorePort,
  sgIngressOpenAll,
  sgSelfReferenceCycle,
  sgVpcMismatch,
  sgNameReserved,
  sgIpv6WorldGap,
  sgRuleQuota,
  sgIngressOpenOtherPort,
  sgRuleDescriptionMissing,
];
