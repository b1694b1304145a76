/** VPC endpoints, DHCP options and flow logs of a VPC: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { dhcpOptionsEmpty } from "./dhcp-options-empty.ts";
import { dhcpOptionsTooMany } from "./dhcp-options-too-many.ts";
import { endpointServiceLoadBalancers } from "./endpoint-service-load-balancers.ts";
import { flowLogInterval } from "./flow-log-interval.ts";
import { flowLogResourceTypeMismatch } from "./flow-log-resource-type-mismatch.ts";
import { flowLogRoleMissing } from "./flow-log-role-missing.ts";
import { vpceDefaultSecurityGroup } from "./vpce-default-security-group.ts";
import { vpceDuplicatePrivateDns } from "./vpce-duplicate-private-dns.ts";
import { vpceGatewayMissesPrivateTables } from "./vpce-gateway-misses-private-tables.ts";
import { vpceGatewayNoRouteTables } from "./vpce-gateway-no-route-tables.ts";
import { vpceGatewayWithSubnets } from "./vpce-gateway-with-subnets.ts";
import { vpceInterfaceSameAz } from "./vpce-interface-same-az.ts";
import { vpceInterfaceWithRouteTables } from "./vpce-interface-with-route-tables.ts";
import { vpceInterfaceWithoutSubnets } from "./vpce-interface-without-subnets.ts";
import { vpcePrivateDnsNeedsVpcDns } from "./vpce-private-dns-needs-vpc-dns.ts";
import { vpceSgWithout443 } from "./vpce-sg-without-443.ts";
import { vpceTypeMismatch } from "./vpce-type-mismatch.ts";

export const endpointsRules: readonly Rule[] = [
  vpceTypeMismatch,
  vpceGatewayWithSubnets,
  vpceInterfaceWithRouteTables,
  vpceInterfaceWithoutSubnets,
  vpceInterfaceSameAz,
  vpceGatewayNoRouteTables,
  vpceGatewayMissesPrivateTables,
  vpceDefaultSecurityGroup,
  vpceSgWithout443,
  vpcePrivateDnsNeedsVpcDns,
  vpceDuplicatePrivateDns,
  endpointServiceLoadBalancers,
  dhcpOptionsEmpty,
  dhcpOptionsTooMany,
  flowLogRoleMissing,
  flowLogInterval,
  flowLogResourceTypeMismatch,
];
