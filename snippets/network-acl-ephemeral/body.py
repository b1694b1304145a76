network_acl = ec2.NetworkAcl(
    self,
    "NetworkAcl",
    vpc=${1:vpc},
    subnet_selection=ec2.SubnetSelection(subnet_type=ec2.SubnetType.${2:PUBLIC}),
)
network_acl.add_entry(
    "InboundHttps",
    rule_number=100,
    direction=ec2.TrafficDirection.INGRESS,
    cidr=ec2.AclCidr.any_ipv4(),
    traffic=ec2.AclTraffic.tcp_port(443),
)
network_acl.add_entry(
    "InboundEphemeral",
    rule_number=110,
    direction=ec2.TrafficDirection.INGRESS,
    cidr=ec2.AclCidr.any_ipv4(),
    traffic=ec2.AclTraffic.tcp_port_range(1024, 65535),
)
network_acl.add_entry(
    "OutboundHttps",
    rule_number=100,
    direction=ec2.TrafficDirection.EGRESS,
    cidr=ec2.AclCidr.any_ipv4(),
    traffic=ec2.AclTraffic.tcp_port(443),
)
network_acl.add_entry(
    "OutboundEphemeral",
    rule_number=110,
    direction=ec2.TrafficDirection.EGRESS,
    cidr=ec2.AclCidr.any_ipv4(),
    traffic=ec2.AclTraffic.tcp_port_range(1024, 65535),
)
