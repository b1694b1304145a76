customer_gateway = ec2.CfnCustomerGateway(
    self,
    "CustomerGateway",
    type="ipsec.1",
    ip_address="${1:198.51.100.10}",
    bgp_asn=${2:65000},
)
vpn_gateway = ec2.CfnVPNGateway(self, "VpnGateway", type="ipsec.1")
vpn_gateway_attachment = ec2.CfnVPCGatewayAttachment(
    self,
    "VpnGatewayAttachment",
    vpc_id=${3:vpc}.vpc_id,
    vpn_gateway_id=vpn_gateway.ref,
)
tunnel_options = ec2.CfnVPNConnection.VpnTunnelOptionsSpecificationProperty(
    ike_versions=[ec2.CfnVPNConnection.IKEVersionsRequestListValueProperty(value="ikev2")],
)
ec2.CfnVPNConnection(
    self,
    "VpnConnection",
    type="ipsec.1",
    customer_gateway_id=customer_gateway.ref,
    vpn_gateway_id=vpn_gateway.ref,
    vpn_tunnel_options_specifications=[tunnel_options, tunnel_options],
)
vpn_route_propagation = ec2.CfnVPNGatewayRoutePropagation(
    self,
    "VpnRoutePropagation",
    vpn_gateway_id=vpn_gateway.ref,
    route_table_ids=[subnet.route_table.route_table_id for subnet in $3.${4:isolated_subnets}],
)
vpn_route_propagation.add_dependency(vpn_gateway_attachment)
