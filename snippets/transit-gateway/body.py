transit_gateway = ec2.CfnTransitGateway(
    self,
    "TransitGateway",
    description="${1:Hub of the VPCs}",
    default_route_table_association="disable",
    default_route_table_propagation="disable",
)
transit_gateway_attachment = ec2.CfnTransitGatewayVpcAttachment(
    self,
    "TransitGatewayAttachment",
    transit_gateway_id=transit_gateway.ref,
    vpc_id=${2:vpc}.vpc_id,
    subnet_ids=[subnet.subnet_id for subnet in $2.${3:isolated_subnets}],
)
transit_gateway_route_table = ec2.CfnTransitGatewayRouteTable(
    self,
    "TransitGatewayRouteTable",
    transit_gateway_id=transit_gateway.ref,
)
ec2.CfnTransitGatewayRouteTableAssociation(
    self,
    "TransitGatewayAssociation",
    transit_gateway_attachment_id=transit_gateway_attachment.ref,
    transit_gateway_route_table_id=transit_gateway_route_table.ref,
)
ec2.CfnTransitGatewayRouteTablePropagation(
    self,
    "TransitGatewayPropagation",
    transit_gateway_attachment_id=transit_gateway_attachment.ref,
    transit_gateway_route_table_id=transit_gateway_route_table.ref,
)
for index, subnet in enumerate($2.$3):
    route = ec2.CfnRoute(
        self,
        "RouteToTransitGateway" + str(index),
        route_table_id=subnet.route_table.route_table_id,
        destination_cidr_block="${4:10.0.0.0/8}",
        transit_gateway_id=transit_gateway.ref,
    )
    route.add_dependency(transit_gateway_attachment)
