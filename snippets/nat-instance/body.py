nat_instances = ec2.NatProvider.instance_v2(
    instance_type=ec2.InstanceType("${1:t3.micro}"),
    default_allowed_traffic=ec2.NatTrafficDirection.OUTBOUND_ONLY,
)
nat_vpc = ec2.Vpc(
    self,
    "${2:NatVpc}",
    ip_addresses=ec2.IpAddresses.cidr("${3:10.0.0.0/16}"),
    max_azs=2,
    nat_gateways=1,
    nat_gateway_provider=nat_instances,
)
nat_instances.security_group.add_ingress_rule(
    ec2.Peer.ipv4(nat_vpc.vpc_cidr_block), ec2.Port.all_traffic(), "Everything from the VPC"
)
