/** Load balancers: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { albNeedsTwoAzs } from "./alb-needs-two-azs.ts";
import { lbInternetFacingInPrivateSubnet } from "./lb-internet-facing-in-private-subnet.ts";
import { lbMissingDependsonIgw } from "./lb-missing-dependson-igw.ts";
import { lbSgListenerPort } from "./lb-sg-listener-port.ts";
import { lbSubnetTooSmall } from "./lb-subnet-too-small.ts";
import { lbSubnetsAndMappings } from "./lb-subnets-and-mappings.ts";
import { lbTwoSubnetsOneAz } from "./lb-two-subnets-one-az.ts";
import { listenerCertificate } from "./listener-certificate.ts";
import { listenerDuplicatePort } from "./listener-duplicate-port.ts";
import { listenerProtocolForLbType } from "./listener-protocol-for-lb-type.ts";
import { listenerRuleDuplicatePriority } from "./listener-rule-duplicate-priority.ts";
import { listenerWeakTls } from "./listener-weak-tls.ts";
import { targetGroupHealthTiming } from "./target-group-health-timing.ts";
import { targetGroupIpRange } from "./target-group-ip-range.ts";
import { targetGroupProtocolForLbType } from "./target-group-protocol-for-lb-type.ts";
import { targetGroupVpcMismatch } from "./target-group-vpc-mismatch.ts";
import { targetSgFromLb } from "./target-sg-from-lb.ts";

export const loadBalancingRules: readonly Rule[] = [
  albNeedsTwoAzs,
  lbTwoSubnetsOneAz,
  lbSubnetsAndMappings,
  lbSubnetTooSmall,
  lbInternetFacingInPrivateSubnet,
  listenerProtocolForLbType,
  listenerDuplicatePort,
  listenerCertificate,
  listenerRuleDuplicatePriority,
  targetGroupProtocolForLbType,
  targetGroupVpcMismatch,
  targetGroupIpRange,
  targetGroupHealthTiming,
  lbSgListenerPort,
  listenerWeakTls,
  lbMissingDependsonIgw,
  targetSgFromLb,
];
