${1:vpc} = ec2.Vpc(
    self,
    "${2:Vpc}",
    ip_addresses=ec2.IpAddresses.cidr("${3:10.0.0.0/16}"),
    max_azs=2,
    nat_gateways=2,
    subnet_configuration=[
        ec2.SubnetConfiguration(name="Public", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=${4:24}),
        ec2.SubnetConfiguration(name="Private", subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS, cidr_mask=${5:24}),
    ],
)
