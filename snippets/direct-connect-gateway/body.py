direct_connect_gateway = directconnect.CfnDirectConnectGateway(
    self,
    "DirectConnectGateway",
    direct_connect_gateway_name="${1:main}",
    amazon_side_asn="${2:64512}",
)
vpn_gateway = ec2.CfnVPNGateway(self, "VpnGateway", type="ipsec.1")
vpn_gateway_attachment = ec2.CfnVPCGatewayAttachment(
    self,
    "VpnGatewayAttachment",
    vpc_id=${3:vpc}.vpc_id,
    vpn_gateway_id=vpn_gateway.ref,
)
association = directconnect.CfnDirectConnectGatewayAssociation(
    self,
    "DirectConnectGatewayAssociation",
    direct_connect_gateway_id=direct_connect_gateway.attr_direct_connect_gateway_id,
    associated_gateway_id=vpn_gateway.ref,
    allowed_prefixes_to_direct_connect_gateway=[$3.vpc_cidr_block],
)
association.add_dependency(vpn_gateway_attachment)
directconnect.CfnPrivateVirtualInterface(
    self,
    "PrivateVirtualInterface",
    virtual_interface_name="${4:private}",
    connection_id="${5:dxcon-ffabc123}",
    vlan=${6:101},
    direct_connect_gateway_id=direct_connect_gateway.attr_direct_connect_gateway_id,
    bgp_peers=[
        directconnect.CfnPrivateVirtualInterface.BgpPeerProperty(address_family="ipv4", asn="${7:65000}")
    ],
)
