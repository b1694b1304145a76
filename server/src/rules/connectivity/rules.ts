/** Peering, transit gateway, VPN, Direct Connect: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { cgwAddressPrivate } from "./cgw-address-private.ts";
import { cgwAsnRange } from "./cgw-asn-range.ts";
import { clientVpnCidr } from "./client-vpn-cidr.ts";
import { clientVpnSplitTunnelDefaultRoute } from "./client-vpn-split-tunnel-default-route.ts";
import { clientVpnWithoutAuthorization } from "./client-vpn-without-authorization.ts";
import { dxGatewayAssociationPrefixes } from "./dx-gateway-association-prefixes.ts";
import { dxGatewayTwoKinds } from "./dx-gateway-two-kinds.ts";
import { dxLagMembers } from "./dx-lag-members.ts";
import { dxVifGatewayCount } from "./dx-vif-gateway-count.ts";
import { dxVifMtu } from "./dx-vif-mtu.ts";
import { dxVifVlanRange } from "./dx-vif-vlan-range.ts";
import { enaExpressUdpAlone } from "./ena-express-udp-alone.ts";
import { eniAttachmentDeviceIndex } from "./eni-attachment-device-index.ts";
import { instanceSettingsBesideInterfaces } from "./instance-settings-beside-interfaces.ts";
import { macsecPortSpeed } from "./macsec-port-speed.ts";
import { mirrorFilterWithoutRules } from "./mirror-filter-without-rules.ts";
import { mirrorSessionNumber } from "./mirror-session-number.ts";
import { mirrorTargetCount } from "./mirror-target-count.ts";
import { peeringCidrOverlap } from "./peering-cidr-overlap.ts";
import { peeringCrossAccountRoleMissing } from "./peering-cross-account-role-missing.ts";
import { peeringDuplicate } from "./peering-duplicate.ts";
import { peeringNoRoutes } from "./peering-no-routes.ts";
import { peeringRouteOneSided } from "./peering-route-one-sided.ts";
import { peeringTransitiveRoute } from "./peering-transitive-route.ts";
import { peeringWithItself } from "./peering-with-itself.ts";
import { prefixListFamily } from "./prefix-list-family.ts";
import { prefixListTooManyEntries } from "./prefix-list-too-many-entries.ts";
import { tgwAsnRange } from "./tgw-asn-range.ts";
import { tgwAttachmentNotAssociated } from "./tgw-attachment-not-associated.ts";
import { tgwAttachmentSubnetOfOtherVpc } from "./tgw-attachment-subnet-of-other-vpc.ts";
import { tgwAttachmentTwoRouteTables } from "./tgw-attachment-two-route-tables.ts";
import { tgwAttachmentTwoSubnetsOneAz } from "./tgw-attachment-two-subnets-one-az.ts";
import { tgwAttachmentWithoutVpcRoute } from "./tgw-attachment-without-vpc-route.ts";
import { tgwRouteBlackholeAndAttachment } from "./tgw-route-blackhole-and-attachment.ts";
import { tgwVpcCidrOverlap } from "./tgw-vpc-cidr-overlap.ts";
import { vgwPropagationMissing } from "./vgw-propagation-missing.ts";
import { vpnGatewayCount } from "./vpn-gateway-count.ts";
import { vpnLifetimes } from "./vpn-lifetimes.ts";
import { vpnPskFormat } from "./vpn-psk-format.ts";
import { vpnPskPlainText } from "./vpn-psk-plain-text.ts";
import { vpnStaticWithoutRoutes } from "./vpn-static-without-routes.ts";
import { vpnTunnelCidrDuplicate } from "./vpn-tunnel-cidr-duplicate.ts";
import { vpnTunnelInsideCidr } from "./vpn-tunnel-inside-cidr.ts";
import { vpnTunnelsMoreThanTwo } from "./vpn-tunnels-more-than-two.ts";

export const connectivityRules: readonly Rule[] = [
  peeringCidrOverlap,
  peeringWithItself,
  peeringCrossAccountRoleMissing,
  peeringRouteOneSided,
  peeringNoRoutes,
  peeringTransitiveRoute,
  peeringDuplicate,
  tgwAsnRange,
  tgwAttachmentTwoSubnetsOneAz,
  tgwAttachmentSubnetOfOtherVpc,
  tgwAttachmentWithoutVpcRoute,
  tgwAttachmentNotAssociated,
  tgwAttachmentTwoRouteTables,
  tgwRouteBlackholeAndAttachment,
  tgwVpcCidrOverlap,
  vpnGatewayCount,
  vpnTunnelInsideCidr,
  vpnTunnelCidrDuplicate,
  vpnPskFormat,
  vpnPskPlainText,
  vpnLifetimes,
  vpnTunnelsMoreThanTwo,
  vpnStaticWithoutRoutes,
  vgwPropagationMissing,
  cgwAsnRange,
  cgwAddressPrivate,
  dxVifVlanRange,
  dxVifMtu,
  dxVifGatewayCount,
  dxGatewayAssociationPrefixes,
  dxGatewayTwoKinds,
  clientVpnCidr,
  clientVpnWithoutAuthorization,
  clientVpnSplitTunnelDefaultRoute,
  prefixListTooManyEntries,
  prefixListFamily,
  eniAttachmentDeviceIndex,
  mirrorFilterWithoutRules,
  macsecPortSpeed,
  dxLagMembers,
  enaExpressUdpAlone,
  mirrorTargetCount,
  mirrorSessionNumber,
  instanceSettingsBesideInterfaces,
];
