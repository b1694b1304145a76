/** Gateways, NAT, Elastic IP: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { attachmentNoGateway } from "./attachment-no-gateway.ts";
import { attachmentTwoGateways } from "./attachment-two-gateways.ts";
import { egressOnlyIgwWithoutIpv6 } from "./egress-only-igw-without-ipv6.ts";
import { eipAssociationTwoTargets } from "./eip-association-two-targets.ts";
import { eipInstanceAndAssociation } from "./eip-instance-and-association.ts";
import { eipMissingDependson } from "./eip-missing-dependson.ts";
import { eipUnattached } from "./eip-unattached.ts";
import { eipUsedTwice } from "./eip-used-twice.ts";
import { natAllocationIsRef } from "./nat-allocation-is-ref.ts";
import { natInSubnetWithoutIgw } from "./nat-in-subnet-without-igw.ts";
import { natInstanceSourceDestCheck } from "./nat-instance-source-dest-check.ts";
import { natPrivateWithEip } from "./nat-private-with-eip.ts";
import { natPublicWithoutEip } from "./nat-public-without-eip.ts";
import { natRoutesToItself } from "./nat-routes-to-itself.ts";
import { natSingleAz } from "./nat-single-az.ts";
import { vpcTwoInternetGateways } from "./vpc-two-internet-gateways.ts";
import { vpcTwoVpnGateways } from "./vpc-two-vpn-gateways.ts";

export const gatewaysRules: readonly Rule[] = [
  attachmentTwoGateways,
  attachmentNoGateway,
  vpcTwoInternetGateways,
  vpcTwoVpnGateways,
  natPublicWithoutEip,
  natPrivateWithEip,
  natAllocationIsRef,
  natInSubnetWithoutIgw,
  natRoutesToItself,
  natSingleAz,
  eipUnattached,
  eipAssociationTwoTargets,
  natInstanceSourceDestCheck,
  eipInstanceAndAssociation,
  eipMissingDependson,
  eipUsedTwice,
  egressOnlyIgwWithoutIpv6,
];
