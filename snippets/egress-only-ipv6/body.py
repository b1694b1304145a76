ec2.CfnVPCCidrBlock(
    self,
    "Ipv6Block",
    vpc_id=${1:vpc}.vpc_id,
    amazon_provided_ipv6_cidr_block=True,
)
egress_only_gateway = ec2.CfnEgressOnlyInternetGateway(
    self,
    "EgressOnlyGateway",
    vpc_id=$1.vpc_id,
)
for index, subnet in enumerate($1.${2:isolated_subnets}):
    ec2.CfnRoute(
        self,
        "PrivateIpv6Route" + str(index),
        route_table_id=subnet.route_table.route_table_id,
        destination_ipv6_cidr_block="::/0",
        egress_only_internet_gateway_id=egress_only_gateway.ref,
    )
