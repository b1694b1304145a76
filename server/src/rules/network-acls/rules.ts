/** Network ACLs: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { naclCidrCount } from "./nacl-cidr-count.ts";
import { naclDuplicateRuleNumber } from "./nacl-duplicate-rule-number.ts";
import { naclEntryShadowed } from "./nacl-entry-shadowed.ts";
import { naclIcmpMissing } from "./nacl-icmp-missing.ts";
import { naclNoEntries } from "./nacl-no-entries.ts";
import { naclNoEphemeralEgress } from "./nacl-no-ephemeral-egress.ts";
import { naclNoEphemeralIngress } from "./nacl-no-ephemeral-ingress.ts";
import { naclPortRangeInverted } from "./nacl-port-range-inverted.ts";
import { naclPortsMissing } from "./nacl-ports-missing.ts";
import { naclProtocolName } from "./nacl-protocol-name.ts";
import { naclQuota } from "./nacl-quota.ts";
import { naclRuleNumberRange } from "./nacl-rule-number-range.ts";
import { naclSubnetTwoAcls } from "./nacl-subnet-two-acls.ts";

export const networkAclsRules: readonly Rule[] = [
  naclRuleNumberRange,
  naclDuplicateRuleNumber,
  naclPortsMissing,
  naclIcmpMissing,
  naclProtocolName,
  naclPortRangeInverted,
  naclCidrCount,
  naclEntryShadowed,
  naclNoEphemeralEgress,
  naclNoEphemeralIngress,
  naclNoEntries,
  naclSubnetTwoAcls,
  naclQuota,
];
