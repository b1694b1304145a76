const customerGateway = new ec2.CfnCustomerGateway(this, "CustomerGateway", {
  type: "ipsec.1",
  ipAddress: "${1:198.51.100.10}",
  bgpAsn: ${2:65000},
});
const vpnGateway = new ec2.CfnVPNGateway(this, "VpnGateway", { type: "ipsec.1" });
const vpnGatewayAttachment = new ec2.CfnVPCGatewayAttachment(this, "VpnGatewayAttachment", {
  vpcId: ${3:vpc}.vpcId,
  vpnGatewayId: vpnGateway.ref,
});
new ec2.CfnVPNConnection(this, "VpnConnection", {
  type: "ipsec.1",
  customerGatewayId: customerGateway.ref,
  vpnGatewayId: vpnGateway.ref,
  vpnTunnelOptionsSpecifications: [
    { ikeVersions: [{ value: "ikev2" }] },
    { ikeVersions: [{ value: "ikev2" }] },
  ],
});
const vpnRoutePropagation = new ec2.CfnVPNGatewayRoutePropagation(this, "VpnRoutePropagation", {
  vpnGatewayId: vpnGateway.ref,
  routeTableIds: $3.${4:isolatedSubnets}.map((subnet) => subnet.routeTable.routeTableId),
});
vpnRoutePropagation.addDependency(vpnGatewayAttachment);
