const directConnectGateway = new directconnect.CfnDirectConnectGateway(this, "DirectConnectGateway", {
  directConnectGatewayName: "${1:main}",
  amazonSideAsn: "${2:64512}",
});
const vpnGateway = new ec2.CfnVPNGateway(this, "VpnGateway", { type: "ipsec.1" });
const vpnGatewayAttachment = new ec2.CfnVPCGatewayAttachment(this, "VpnGatewayAttachment", {
  vpcId: ${3:vpc}.vpcId,
  vpnGatewayId: vpnGateway.ref,
});
const association = new directconnect.CfnDirectConnectGatewayAssociation(this, "DirectConnectGatewayAssociation", {
  directConnectGatewayId: directConnectGateway.attrDirectConnectGatewayId,
  associatedGatewayId: vpnGateway.ref,
  allowedPrefixesToDirectConnectGateway: [$3.vpcCidrBlock],
});
association.addDependency(vpnGatewayAttachment);
new directconnect.CfnPrivateVirtualInterface(this, "PrivateVirtualInterface", {
  virtualInterfaceName: "${4:private}",
  connectionId: "${5:dxcon-ffabc123}",
  vlan: ${6:101},
  directConnectGatewayId: directConnectGateway.attrDirectConnectGatewayId,
  bgpPeers: [{ addressFamily: "ipv4", asn: "${7:65000}" }],
});
