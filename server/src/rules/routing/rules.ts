/** Route tables and routes: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { defaultRouteMissingIpv6 } from "./default-route-missing-ipv6.ts";
import { gatewayRouteTableBadRoute } from "./gateway-route-table-bad-route.ts";
import { igwNeverAttached } from "./igw-never-attached.ts";
import { natRouteCrossAz } from "./nat-route-cross-az.ts";
import { privateSubnetDefaultToIgw } from "./private-subnet-default-to-igw.ts";
import { publicSubnetWithoutIgwRoute } from "./public-subnet-without-igw-route.ts";
import { routeCountQuota } from "./route-count-quota.ts";
import { routeDuplicateDestination } from "./route-duplicate-destination.ts";
import { routeEqualsLocal } from "./route-equals-local.ts";
import { routeIgwMissingDependson } from "./route-igw-missing-dependson.ts";
import { routeIgwOfOtherVpc } from "./route-igw-of-other-vpc.ts";
import { routeIpv4ToEgressOnlyIgw } from "./route-ipv4-to-egress-only-igw.ts";
import { routeIpv6ToNatGateway } from "./route-ipv6-to-nat-gateway.ts";
import { routeMultipleDestinations } from "./route-multiple-destinations.ts";
import { routeMultipleTargets } from "./route-multiple-targets.ts";
import { routeNoDestination } from "./route-no-destination.ts";
import { routeNoTarget } from "./route-no-target.ts";
import { routeReservedRange } from "./route-reserved-range.ts";
import { routeTableUnused } from "./route-table-unused.ts";
import { routeTableVpcMismatch } from "./route-table-vpc-mismatch.ts";
import { routeTargetPropertyMismatch } from "./route-target-property-mismatch.ts";
import { routeTgwMissingDependson } from "./route-tgw-missing-dependson.ts";
import { routeVgwMissingDependson } from "./route-vgw-missing-dependson.ts";
import { subnetOnMainRouteTable } from "./subnet-on-main-route-table.ts";
import { subnetTwoRouteTables } from "./subnet-two-route-tables.ts";

export const routingRules: readonly Rule[] = [
  routeNoTarget,
  routeMultipleTargets,
  routeNoDestination,
  routeMultipleDestinations,
  routeTargetPropertyMismatch,
  routeIpv4ToEgressOnlyIgw,
  routeIpv6ToNatGateway,
  routeDuplicateDestination,
  routeEqualsLocal,
  routeIgwMissingDependson,
  routeTgwMissingDependson,
  igwNeverAttached,
  routeTableVpcMismatch,
  subnetTwoRouteTables,
  subnetOnMainRouteTable,
  privateSubnetDefaultToIgw,
  routeCountQuota,
  defaultRouteMissingIpv6,
  natRouteCrossAz,
  routeTableUnused,
  publicSubnetWithoutIgwRoute,
  routeVgwMissingDependson,
  routeReservedRange,
  routeIgwOfOtherVpc,
  gatewayRouteTableBadRoute,
];
