floating_interface = ec2.CfnNetworkInterface(
    self,
    "FloatingInterface",
    subnet_id=${1:vpc}.public_subnets[0].subnet_id,
    description="Moves between the active and the standby instance",
    group_set=[$1.vpc_default_security_group],
)
floating_address = ec2.CfnEIP(self, "FloatingAddress", domain="vpc")
floating_address.node.add_dependency($1.internet_connectivity_established)
ec2.CfnEIPAssociation(
    self,
    "FloatingAssociation",
    allocation_id=floating_address.attr_allocation_id,
    network_interface_id=floating_interface.ref,
)
