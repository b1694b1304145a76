public_subnet_${1:a} = ec2.PublicSubnet(
    self,
    "PublicSubnet${2:A}",
    vpc_id=${3:vpc}.vpc_id,
    availability_zone=cdk.Stack.of(self).availability_zones[${4:0}],
    cidr_block="${5:10.0.100.0/24}",
    map_public_ip_on_launch=True,
)
# internet_connectivity_established would only wait for the gateway, not for its attachment.
public_subnet_$1.add_default_internet_route($3.internet_gateway_id, $3.node.find_child("VPCGW"))
nat_gateway_$1 = public_subnet_$1.add_nat_gateway()
private_subnet_$1 = ec2.PrivateSubnet(
    self,
    "PrivateSubnet$2",
    vpc_id=$3.vpc_id,
    availability_zone=public_subnet_$1.availability_zone,
    cidr_block="${6:10.0.101.0/24}",
    map_public_ip_on_launch=False,
)
private_subnet_$1.add_default_nat_route(nat_gateway_$1.attr_nat_gateway_id)
