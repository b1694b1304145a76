peering = ec2.CfnVPCPeeringConnection(
    self,
    "PeeringConnection",
    vpc_id=${1:vpc}.vpc_id,
    peer_vpc_id=${2:peer_vpc}.vpc_id,
)
for index, subnet in enumerate($1.${3:private_subnets}):
    ec2.CfnRoute(
        self,
        "RouteToPeer" + str(index),
        route_table_id=subnet.route_table.route_table_id,
        destination_cidr_block=$2.vpc_cidr_block,
        vpc_peering_connection_id=peering.attr_id,
    )
for index, subnet in enumerate($2.${4:private_subnets}):
    ec2.CfnRoute(
        self,
        "RouteFromPeer" + str(index),
        route_table_id=subnet.route_table.route_table_id,
        destination_cidr_block=$1.vpc_cidr_block,
        vpc_peering_connection_id=peering.attr_id,
    )
