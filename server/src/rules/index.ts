/** All rules, in the order of the catalogue. */
import { cidrFamilyMismatch } from "./addressing/cidr-family-mismatch.ts";
import { cidrHostBits } from "./addressing/cidr-host-bits.ts";
import { cidrSyntax } from "./addressing/cidr-syntax.ts";
import { cidrZeroPrefixInDisguise } from "./addressing/cidr-zero-prefix-in-disguise.ts";
import { fnCidrDoesNotFit } from "./addressing/fn-cidr-does-not-fit.ts";
import { privateIpOutsideSubnet } from "./addressing/private-ip-outside-subnet.ts";
import { subnetCidrSize } from "./addressing/subnet-cidr-size.ts";
import { subnetIpv6NoDependson } from "./addressing/subnet-ipv6-no-dependson.ts";
import { subnetIpv6Not64 } from "./addressing/subnet-ipv6-not-64.ts";
import { subnetOutsideVpc } from "./addressing/subnet-outside-vpc.ts";
import { subnetOverlap } from "./addressing/subnet-overlap.ts";
import { vpcCidrSize } from "./addressing/vpc-cidr-size.ts";
import { vpcCidrUnusableRange } from "./addressing/vpc-cidr-unusable-range.ts";
import { vpcDnsHostnamesWithoutSupport } from "./addressing/vpc-dns-hostnames-without-support.ts";
import { vpcSecondaryCidrOverlap } from "./addressing/vpc-secondary-cidr-overlap.ts";
import { vpcSecondaryCidrRestricted } from "./addressing/vpc-secondary-cidr-restricted.ts";
import { apigwApiKeyWithoutUsagePlan } from "./apis/apigw-api-key-without-usage-plan.ts";
import { apigwAuthorizerIdentitySource } from "./apis/apigw-authorizer-identity-source.ts";
import { apigwAuthorizerMissing } from "./apis/apigw-authorizer-missing.ts";
import { apigwCacheClusterOff } from "./apis/apigw-cache-cluster-off.ts";
import { apigwCacheSize } from "./apis/apigw-cache-size.ts";
import { apigwCacheTtlRange } from "./apis/apigw-cache-ttl-range.ts";
import { apigwDeploymentMissingDependson } from "./apis/apigw-deployment-missing-dependson.ts";
import { apigwIntegrationMethodMissing } from "./apis/apigw-integration-method-missing.ts";
import { apigwIntegrationTimeout } from "./apis/apigw-integration-timeout.ts";
import { apigwLambdaIntegrationMethod } from "./apis/apigw-lambda-integration-method.ts";
import { apigwPrivateWithoutPolicy } from "./apis/apigw-private-without-policy.ts";
import { apigwVpceIdsNotPrivate } from "./apis/apigw-vpce-ids-not-private.ts";
import { apigwv2CorsStarCredentials } from "./apis/apigwv2-cors-star-credentials.ts";
import { apigwv2PayloadFormat } from "./apis/apigwv2-payload-format.ts";
import { apigwv2RouteSelection } from "./apis/apigwv2-route-selection.ts";
import { appsyncAuthConfig } from "./apis/appsync-auth-config.ts";
import { appsyncCacheTtl } from "./apis/appsync-cache-ttl.ts";
import { appsyncDataSourceRole } from "./apis/appsync-data-source-role.ts";
import { cgwAsnRange } from "./connectivity/cgw-asn-range.ts";
import { clientVpnCidr } from "./connectivity/client-vpn-cidr.ts";
import { clientVpnSplitTunnelDefaultRoute } from "./connectivity/client-vpn-split-tunnel-default-route.ts";
import { dxVifMtu } from "./connectivity/dx-vif-mtu.ts";
import { dxVifVlanRange } from "./connectivity/dx-vif-vlan-range.ts";
import { eniAttachmentDeviceIndex } from "./connectivity/eni-attachment-device-index.ts";
import { mirrorFilterWithoutRules } from "./connectivity/mirror-filter-without-rules.ts";
import { peeringCidrOverlap } from "./connectivity/peering-cidr-overlap.ts";
import { peeringWithItself } from "./connectivity/peering-with-itself.ts";
import { prefixListFamily } from "./connectivity/prefix-list-family.ts";
import { prefixListTooManyEntries } from "./connectivity/prefix-list-too-many-entries.ts";
import { privateZoneVpcDns } from "./connectivity/private-zone-vpc-dns.ts";
import { resolverEndpointTwoIps } from "./connectivity/resolver-endpoint-two-ips.ts";
import { tgwAsnRange } from "./connectivity/tgw-asn-range.ts";
import { tgwRouteBlackholeAndAttachment } from "./connectivity/tgw-route-blackhole-and-attachment.ts";
import { vpnGatewayCount } from "./connectivity/vpn-gateway-count.ts";
import { vpnLifetimes } from "./connectivity/vpn-lifetimes.ts";
import { vpnPskFormat } from "./connectivity/vpn-psk-format.ts";
import { vpnTunnelInsideCidr } from "./connectivity/vpn-tunnel-inside-cidr.ts";
import { acceleratorHealthInterval } from "./edge/accelerator-health-interval.ts";
import { acceleratorPortRange } from "./edge/accelerator-port-range.ts";
import { attachmentNoGateway } from "./gateways/attachment-no-gateway.ts";
import { attachmentTwoGateways } from "./gateways/attachment-two-gateways.ts";
import { eipAssociationTwoTargets } from "./gateways/eip-association-two-targets.ts";
import { eipUnattached } from "./gateways/eip-unattached.ts";
import { natAllocationIsRef } from "./gateways/nat-allocation-is-ref.ts";
import { natInSubnetWithoutIgw } from "./gateways/nat-in-subnet-without-igw.ts";
import { natInstanceSourceDestCheck } from "./gateways/nat-instance-source-dest-check.ts";
import { natPrivateWithEip } from "./gateways/nat-private-with-eip.ts";
import { natPublicWithoutEip } from "./gateways/nat-public-without-eip.ts";
import { natRoutesToItself } from "./gateways/nat-routes-to-itself.ts";
import { natSingleAz } from "./gateways/nat-single-az.ts";
import { vpcTwoInternetGateways } from "./gateways/vpc-two-internet-gateways.ts";
import { vpcTwoVpnGateways } from "./gateways/vpc-two-vpn-gateways.ts";
import { igwNeverAttached } from "./routing/igw-never-attached.ts";
import { privateSubnetDefaultToIgw } from "./routing/private-subnet-default-to-igw.ts";
import { routeDuplicateDestination } from "./routing/route-duplicate-destination.ts";
import { routeEqualsLocal } from "./routing/route-equals-local.ts";
import { routeIgwMissingDependson } from "./routing/route-igw-missing-dependson.ts";
import { routeIpv4ToEgressOnlyIgw } from "./routing/route-ipv4-to-egress-only-igw.ts";
import { routeIpv6ToNatGateway } from "./routing/route-ipv6-to-nat-gateway.ts";
import { routeMultipleDestinations } from "./routing/route-multiple-destinations.ts";
import { routeMultipleTargets } from "./routing/route-multiple-targets.ts";
import { routeNoDestination } from "./routing/route-no-destination.ts";
import { routeNoTarget } from "./routing/route-no-target.ts";
import { routeTableVpcMismatch } from "./routing/route-table-vpc-mismatch.ts";
import { routeTargetPropertyMismatch } from "./routing/route-target-property-mismatch.ts";
import { routeTgwMissingDependson } from "./routing/route-tgw-missing-dependson.ts";
import { subnetOnMainRouteTable } from "./routing/subnet-on-main-route-table.ts";
import { subnetTwoRouteTables } from "./routing/subnet-two-route-tables.ts";
import type { Rule } from "./rule.ts";
import { storageTapeSize } from "./storage/storage-tape-size.ts";
import { storageVolumeSize } from "./storage/storage-volume-size.ts";

export const allRules: readonly Rule[] = [
  // 1. VPC and subnet addressing
  vpcCidrSize,
  cidrSyntax,
  cidrHostBits,
  cidrZeroPrefixInDisguise,
  cidrFamilyMismatch,
  vpcCidrUnusableRange,
  vpcSecondaryCidrRestricted,
  vpcSecondaryCidrOverlap,
  subnetCidrSize,
  subnetOutsideVpc,
  subnetOverlap,
  fnCidrDoesNotFit,
  subnetIpv6Not64,
  subnetIpv6NoDependson,
  vpcDnsHostnamesWithoutSupport,
  privateIpOutsideSubnet,
  // 2. Route tables and routes
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
  // 3. Gateways, NAT, Elastic IP
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
  // 7. Peering, transit gateway, VPN, Direct Connect
  cgwAsnRange,
  vpnGatewayCount,
  tgwAsnRange,
  vpnTunnelInsideCidr,
  vpnPskFormat,
  vpnLifetimes,
  clientVpnCidr,
  clientVpnSplitTunnelDefaultRoute,
  prefixListTooManyEntries,
  prefixListFamily,
  dxVifVlanRange,
  dxVifMtu,
  tgwRouteBlackholeAndAttachment,
  peeringWithItself,
  peeringCidrOverlap,
  resolverEndpointTwoIps,
  privateZoneVpcDns,
  eniAttachmentDeviceIndex,
  mirrorFilterWithoutRules,
  // 10. Global Accelerator
  acceleratorPortRange,
  acceleratorHealthInterval,
  // 10. APIs
  apigwCacheTtlRange,
  apigwCacheClusterOff,
  apigwCacheSize,
  apigwPrivateWithoutPolicy,
  apigwVpceIdsNotPrivate,
  apigwIntegrationTimeout,
  apigwLambdaIntegrationMethod,
  apigwIntegrationMethodMissing,
  apigwDeploymentMissingDependson,
  apigwAuthorizerMissing,
  apigwAuthorizerIdentitySource,
  apigwApiKeyWithoutUsagePlan,
  apigwv2RouteSelection,
  apigwv2PayloadFormat,
  apigwv2CorsStarCredentials,
  appsyncCacheTtl,
  appsyncAuthConfig,
  appsyncDataSourceRole,
  storageVolumeSize,
  storageTapeSize,
];
