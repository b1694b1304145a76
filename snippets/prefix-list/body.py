allowed_clients = ec2.PrefixList(
    self,
    "AllowedClients",
    prefix_list_name="${1:allowed-clients}",
    address_family=ec2.AddressFamily.IP_V4,
    max_entries=${2:10},
    entries=[{"cidr": "${3:192.0.2.0/24}", "description": "${4:Tokyo office}"}],
)
allowed_clients_group = ec2.SecurityGroup(
    self,
    "AllowedClientsGroup",
    vpc=${5:vpc},
    description="HTTPS from the allowed clients",
)
allowed_clients_group.add_ingress_rule(
    ec2.Peer.prefix_list(allowed_clients.prefix_list_id),
    ec2.Port.tcp(443),
    "HTTPS from the allowed clients",
)
